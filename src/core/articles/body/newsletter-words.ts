/** Words for a newsletter, in the languages of feeds. */
export const NEWSLETTERS =
  "newsletter|nieuwsbrief|nyhetsbrev|nyhedsbrev|uutiskirje|fréttabréf|uudiskiri|uudiskirja|naujienlaišk|jaunumu vēst|hírlevél|hírlevel|biuletyn|zpravodaj|novice na e-?pošto|bilten|boletín|boletim|butlletí|infolettre|lettre d[’']info|buletin|рассылк|розсилк|бюлетин|билтен|ενημερωτικ\\S{1,3} (?:μας )?δελτί|e-?bülten|bülten|bản tin|จดหมายข่าว|न्यूज़लेटर|न्यूजलेटर|নিউজলেটার|النشرة|نشرتنا|خبرنامه|ניוזלטר|メルマガ|ニュースレター|뉴스레터|电子报|電子報|通讯邮件";

/** Requests to subscribe or follow, as they begin a sentence or clause: a language a line. */
export const SIGN_UPS = [
  'melde(?:n sie|t)? (?:sich|dich|euch) |trag(?:e|en sie|t)? (?:sich|dich|euch) ',
  'meld (?:je|u) .{0,20}aan|schrijf (?:je|u) .{0,10}in|abonneer|ontvang |download .{0,12}app|volg ',
  'zapisz się|subskrybuj(?!e)|obserwuj(?!e|ą)|śledź|dołącz(?:cie)? do|pobierz',
  'tilmeld |abonn[eé]r|meld deg på|følg |hent .{0,10}app|last ned',
  'anmäl dig|prenumerera|skriv upp dig|följ |ladda ner|missa inte',
  'tilaa |seuraa (?:meitä|kanava|uutisia)|liity |lataa .{0,12}sovellu',
  'skráðu þig|gerstu áskrifandi|fylgstu með|fylgdu okkur',
  'liitu .{0,20}(?:uudiskirja|kanali)|telli |jälgi |laadi alla',
  'piesaki(?:es|eties)|abonē(?:jiet)? (?:mūs|jaunum)|seko(?:jiet)? (?:mums|līdzi)|pierakst(?:ies|ieties)|lejupielādē',
  'prenumeruok|sekite|užsiprenumeruok|užsisakyk|parsisiųsk',
  'přihlaste se|odebírejte|sledujte|stáhněte si|přidejte se|prihláste sa|odoberajte|stiahnite si|pridajte sa',
  'iratkozz(?:on)? fel|kövess|csatlakozz|töltse le',
  'abonează-te|abonați-vă|urmăre(?:ște|ști)-ne|urmăriți-ne|descarcă aplica|descărcați aplica',
  'prijavi(?:te)? se|pretplati(?:te)? se|prati(?:te)? nas|naroči(?:te)? se|spremljajte|preuzmi(?:te)? (?:našu )?aplik',
  'абонирайте|запишете се|последвайте|следвайте|изтеглете|підписуйтес|підпишіт|стежте|приєднуйтес',
  'εγγραφείτε|ακολουθήστε|κάντε εγγραφή|κατεβάστε',
  'abone ol(?:un)?(?!\\p{L})|kaydol(?:un)?(?!\\p{L})|takip edin|indirin',
  "subscriu(?:-te|-vos)|segueix(?:-nos)|apunta[’']?t|descarrega[’']?t|harpidetu (?:zaitez|gure)|jarraitu (?:iezaguzu|gure)",
  'đăng ký (?:nhận|theo|kênh|bản)|theo dõi (?:chúng|kênh|báo)|tải ứng dụng|daftar(?:kan)? (?:untuk|di|newsletter)',
  'berlangganan (?:newsletter|buletin|gratis|sekarang)|unduh |mag-subscribe|sundan kami|i-follow|sumali sa aming',
  'jiunge|fuata|pakua|jisajili|გამოიწერ|გამოგვყევ|შემოგვიერთდ|բաժանորդագրվ|հետևեք|միացեք',
  'הירשמו|עקבו אחרינו|הצטרפו (?:אלינו|לערוץ|לקבוצת)|הורידו את האפליקציה|สมัครรับ|ติดตาม(?:เรา|ข่าว|ช่อง|เพจ)',
].join('|');

/** The same where the verb stands at the end. */
export const SIGN_UPS_AT_END =
  'सब्सक्राइब कर|फॉलो कर|से जुड़ें|সাবস্ক্রাইব কর|ফলো কর|عضو شوید|دنبال کنید|مشترک شوید|abone olun|takip edin|メルマガ登録|ご登録|구독 신청|订阅|訂閱';

const NEWSLETTER = new RegExp(NEWSLETTERS, 'iu');

/** Whether a text has a word for a newsletter. */
export function namesNewsletter(text: string): boolean {
  return NEWSLETTER.test(text);
}

/** The longest line over a request to subscribe. Characters. */
const MAX_HEADING = 60;

/** Whether a line is the heading of a newsletter's box. */
export function isNewsletterHeading(text: string): boolean {
  return text.length <= MAX_HEADING && !/[.!?。！？।]$/.test(text) && namesNewsletter(text);
}
