import { FirstTest } from '../../matching/first-test.ts';
import { EMBEDDED, isEmbedNotice, PERMISSION, SHOWING } from './embed-notice.ts';
import { DEVICE, isPartnersNotice, PARTNERS } from './partners-notice.ts';
import { CONSENTS, COOKIES, PUBLISHERS, REPORTS, SITES } from './notice-words-further.ts';
import { READER } from './reader-words.ts';

/** Longer blocks are no notices; characters. */
export const MAX_NOTICE = 1_800;
/** Longest notice that only addresses the reader, and does not name the publisher. */
const MAX_REQUEST = 600;

/** Words for what a notice is about. */
const MATTER = new RegExp(
  `${/cookie|consent|gdpr|dsgvo|rgpd|privacy|personal data|device identifier|legitimate interest|tracking technolog|zustimm|einwillig|einverstanden|datenschutz|personenbezogen|berechtigtes interesse|traceur|consentement|témoins de connexion|données (?:personnelles|à caractère)|vie privée|consentimiento|datos personales|privacidad|consenso|dati personali|consentimento|dados pessoais|toestemming|persoonsgegevens|samtycke|personuppgifter|samtykke|persondata|personopplysninger|personoplysninger|ciasteczk|plik(?:ów|i) cookie|zgod[ęay]|dan(?:e|ych) osobow|soubor[yů] cookie|souhlas|osobní(?:ch)? údaj|evästei|suostumu|sütik|hozzájárul|consimțăm|кук[иі]|согласи[еяю]|персональн|згод[уаи]|çerez|kişisel veri|ملفات تعريف الارتباط|ملفات الارتباط|موافقت|الكوكيز|البيانات الشخصية|कुकी|dữ liệu cá nhân|クッキー|同意|個人情報|个人信息|個人資料|个人数据|隐私|隱私|쿠키|동의|개인정보/i.source}|${COOKIES}|${CONSENTS}`,
  'iu',
);

const PUBLISHER = new RegExp(
  `${/(?<!\p{L})(?:we|our|us|wir|unsere?[nmrs]?|uns|nous|notre|nos|nosotros|nuestr[oa]s?|chúng tôi|हम|हमारे|हमारी|noi|nostr[oaei]|nosotras|nós|noss[oa]s?|wij|onze|ons|vi|vår[at]?|våre|vores|nasz[^\s!-@]{0,3}|nasi|naš[eiích]{0,3}|мы|наш[^\s!-@]{0,3}|ми|biz|bizim|me ja|usamos|utilizamos|empleamos|tratamos|almacenamos|utilizziamo|usiamo|trattiamo|używamy|korzystamy|stosujemy|przetwarzamy|používáme|zpracováváme|используем|обрабатываем|використовуємо|обробляємо|kullanıyoruz|kullanırız|işliyoruz|käytämme|használunk|folosim|ortaklarımız[^\s!-@]{0,12}|نحن|نستخدم|وشركاؤنا|شركاؤنا|شركائنا|موقعنا)(?!\p{L})|(?:this|the|our) (?:web)?(?:site|page)|diese(?:r)? (?:web)?(?:site|seite)|(?:ce|notre) site|este (?:sitio|site)|(?:questo|nostro) sito|deze (?:web)?site|(?:denna|den här) (?:webbplats|sajt)|dette nettstedet|denne hjemmeside|ta strona|tato stránka|tento web|(?:этот|наш) сайт|цей сайт|bu (?:web )?site|هذا الموقع|我们|我們|本网站|本網站|本站|当社|弊社|当サイト|私たち|저희|당사|본 사이트|우리/iu.source}|${PUBLISHERS}|${SITES}`,
  'iu',
);

const CHOICE =
  /accept|reject|declin|refus|manage|agree|settings|preferences|click|continu|browsing|opt[- ]out|withdraw|akzeptier|ablehn|einstellung|klick|widerruf|einverstanden|zustimm|paramétr|cliqu|acept|rechaz|configur|accett|rifiut|impostazion|aceit|rejeit|definiç|weiger|instellingen|voorkeur|godkänn|avvisa|inställning|afvis|indstilling|innstilling|godta|akcept|odrzuc|ustawie|zgadzasz|wyraż|přijm|souhlas|nastaven|прин[яи]|соглаша|настройк|отклон|прийн|погодж|налаштув|kabul|redded|ayarlar|tercih|onay|قبول|رفض|إعدادات|النقر|اضغط|توافق|接受|拒绝|拒絕|设置|設定|点击|點擊|同意|拒否|クリック|동의|거부|설정|클릭|hyväks|elfogad|accepți/i;

const PURPOSE =
  /personali[sz]|advert|\bads\b|measur|audience|analy[sz]|information on (?:a|your) device|access (?:to )?information|third[- ]part|partner|vendor|experience|improve|traffic|dritt|werbung|anzeigen|messung|nutzererlebnis|verbesser|endgerät|publicit|mesur|expérience|tiers|terminal|publicidad|medi[rc]|experiencia|terceros|dispositivo|pubblicità|esperienza|terze parti|publicidade|experiência|terceiros|advertent|ervaring|derden|annons|upplevelse|tredje|annonc|oplevelse|opplevelse|reklam|doświadcz|podmiot|zaufan|zlepš|zážit|třetí|реклам|партн[её]р|улучш|устройств|поліпш|покращ|пристро|deneyim|ortak|cihaz|cihaz|الإعلان|شرك|تحسين|تجربة|جهاز|广告|廣告|合作伙伴|體驗|体验|改善|विज्ञापन|अनुभव|सहयोगी|डिवाइस|उपकरण|quảng cáo|trải nghiệm|đối tác|thiết bị|cá nhân hóa|広告|パートナー|利便性|向上|광고|파트너|개선|경험|kumppan|mainon|hirdet|partener/i;

/** Words of reporting or quoting. A text that has one is an article about consent, not a notice. */
const REPORTED = new RegExp(
  `${/(?<!\p{L})(?:said|says|told|ruled|fined|wrote|according to|sagte|sagt|erklärte|laut|urteilte|entschied|a (?:déclaré|jugé|annoncé|infligé)|selon|dijo|declaró|según|multó|ha detto|secondo|disse|segundo|afirmou|zei|aldus|oordeelde|sa(?:de)?|enligt|ifølge|powiedział[^\s!-@]{0,12}|według|řekl[^\s!-@]{0,12}|podle|сказал[^\s!-@]{0,12}|заявил[^\s!-@]{0,12}|оштрафовал[^\s!-@]{0,12}|сообщил[^\s!-@]{0,12}|заявив|за словами|söyledi|dedi|açıkladı|قال|قالت|وقال|بحسب|nói|cho biết|theo)(?!\p{L})|(?:कहा|बताया|ने घोषणा)|表示|指出|据报道|裁定|罚款|述べ|発表し|によると|判断し|말했|밝혔|따르면/iu.source}|${REPORTS}`,
  'iu',
);

const QUOTED =
  /“[^“”]{0,600}”|"[^"]{0,600}"|«[^«»]{0,600}»|„[^„“”]{0,600}[“”]|「[^「」]{0,600}」|『[^『』]{0,600}』/g;

/** A publisher that begins by speaking of itself and what it does: `We and our 214 partners store …`. */
const OPENING =
  /^\W{0,3}(?:we (?:and our|use|value|store|process|need|ask|care|share|respect)|(?:this|our) (?:web)?site|wir (?:und unsere|verwenden|nutzen|benötigen|verarbeiten|schätzen)|mit ihrer|nous (?:et nos|utilisons|respectons|avons besoin)|avec (?:votre|nos)|nosotros y|(?:nuestro|este) sitio|utilizamos|usamos|noi e|utilizziamo|nós e|wij en|we en onze|vi (?:och våra|og våre|og vores|använder|bruker|bruger)|my i nasi|używamy|używamy|my a naši|používáme|мы и наши|мы используем|ми та наші|biz ve|我们和|我们使用|我們使用|我們和|当社|当サイト|저희|نحن وشركاؤنا|نستخدم)/iu;

/** A first test of all texts: most have words of none of these kinds. */
export const NOTICE_SIGNS = [MATTER, PERMISSION, SHOWING, DEVICE, PARTNERS, EMBEDDED];
const FIRST = new FirstTest(NOTICE_SIGNS);
const OF_MATTER = 1;
const OF_EMBED = 2 | 4 | 32;
const OF_PARTNERS = 8 | 16;

/**
 * Whether a block is a site's own notice on cookies, consent or personal data; also one in place of an embedded part.
 * In a notice the publisher speaks of itself and of these matters, and addresses the reader or says what it does with
 * the data. A report about such matters is in the third person, names its sources, or quotes. On a page whose
 * headline is about such matters more evidence is required.
 *
 * @param signs the first test's answer for `NOTICE_SIGNS`, where it is known
 */
export function isConsentNotice(text: string, title: string, signs?: number): boolean {
  if (text.length > MAX_NOTICE) return false;
  const said = signs ?? FIRST.of(text);
  if ((said & OF_EMBED) === OF_EMBED && isEmbedNotice(text)) return true;
  const isOfPartners = (said & OF_PARTNERS) === OF_PARTNERS && isPartnersNotice(text);
  if (isOfPartners && !REPORTED.test(text) && isPartnersNotice(text.replace(QUOTED, ' '))) return true;
  if ((said & OF_MATTER) === 0 || !MATTER.test(text)) return false;
  const plain = text.replace(QUOTED, ' ');
  if (!MATTER.test(plain) || REPORTED.test(plain)) return false;
  const speaksToReader = READER.test(plain);
  const asksForChoice = CHOICE.test(plain);
  const hasPurpose = PURPOSE.test(plain);
  if (MATTER.test(title)) {
    return OPENING.test(plain) && hasPurpose && (speaksToReader || asksForChoice);
  }
  if (PUBLISHER.test(plain)) {
    return sentencesOf(plain).some(isNoticeSentence) && (speaksToReader || hasPurpose || COOKIE.test(plain));
  }
  return plain.length <= MAX_REQUEST && speaksToReader && asksForChoice && !ONLY_PRIVACY.test(plain);
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?。！？؟])\s*|\n/);
}

/** A text that only mentions privacy may be advice: `visit Privacy and Security settings`. */
const ONLY_PRIVACY =
  /^(?!.*(?:cookie|consent|personal data|einwillig|personenbezogen|ciasteczk|кук[иі]|çerez|クッキー|隐私|쿠키|الكوكيز)).*(?:privacy|datenschutz|privacidad|vie privée)/is;

/** Words for cookies. They are hardly used for anything else, so a sentence with one needs no further sign. */
const COOKIE = new RegExp(
  `${/cookie|evästei|soubory cookie|ciasteczk|кук[иі]|çerez|クッキー|쿠키|कुकी|الكوكيز|ملفات تعريف الارتباط/i.source}|${COOKIES}`,
  'iu',
);

/**
 * Whether one sentence names the publisher and what the notice is about, with a purpose or a request to the reader.
 */
function isNoticeSentence(sentence: string): boolean {
  return (
    MATTER.test(sentence) &&
    PUBLISHER.test(sentence) &&
    (PURPOSE.test(sentence) || READER.test(sentence) || OPENING.test(sentence) || COOKIE.test(sentence))
  );
}
