/**
 * Words of notices on cookies and consent in further languages, as parts of the patterns in `consent-notice.ts` and
 * `partners-notice.ts`: Greek, Finnish, Hungarian, Romanian, Bulgarian, Croatian and Serbian, Slovenian, Czech and Slovak,
 * Hebrew, Persian, Thai, Indonesian, Catalan, Lithuanian, Latvian, Estonian.
 */

/** Words for cookies that mean nothing else. */
const ONLY_COOKIES = 'piškotk|slapuk|sīkfail|sīkdat|sütik|کوکی|คุกกี้|vafrakök';
/** Words for cookies that mean biscuits too. */
const BISCUITS = 'бисквитк|колачић|kolačić|küpsis|galetes|עוגיות';
/** What a site does with cookies: uses or stores them. */
const USES =
  'използва|съхранява|користи|чува(?:мо)?(?!\\p{L})|koristi|pohranjuje|spremamo|kasuta|salvesta|utilitz|emmagatz|fem servir|משתמש|שומרי';

/** Words for cookies; those that mean biscuits only where a site uses or stores them. */
export const COOKIES = `${ONLY_COOKIES}|(?:${USES})[^.!?]{0,80}(?:${BISCUITS})`;

/** Words for consent and personal data. */
export const CONSENTS =
  'συγκατάθεσ|συναίνεσ|προσωπικ\\S{1,3} δεδομέν|съгласие|лични данни|privol[aue]|osobn(?:e|ih) podat|sutikim|asmens duomen|piekrišan|nõusolek|isikuandme|הסכמתך|מידע אישי|رضایت شما|ความยินยอม|ข้อมูลส่วนบุคคล|persetujuan anda|data pribadi|consentiment|dades personals';

/** A publisher that speaks of itself. */
export const PUBLISHERS =
  '(?<!\\p{L})(?:εμείς|μας|χρησιμοποιούμε|αποθηκεύουμε|mi és|(?:web)?oldalunk(?:on)?|partner(?:eink|ünk)|használunk|stocăm|utilizăm|ние|наши(?:те|х)|използваме|съхраняваме|naš(?:a|e|ih|im)|koristimo|pohranjujemo|uporabljamo|користимо|ukladáme|používame|ukládáme|אנחנו|אנו|שלנו|ما و|می[\\u200c ]?کنیم|سایت ما|kami|situs (?:web )?(?:ini|kami)|nosaltres|els nostres|utilitzem|mes ir|mūsų|naudojame|mēs|mūsu|izmantojam|meie|kasutame)(?!\\p{L})|เราและ|เราใช้|ของเรา|เว็บไซต์นี้';

/** The site, as it speaks of itself. */
export const SITES =
  '(?<!\\p{L})(?:αυτός ο ιστότοπος|(?:ο|τον) ιστότοπ(?:ος|ό) μας|αυτή η ιστοσελίδα|ιστοσελίδας? μας|ez a(?:z)? (?:web)?(?:oldal|hely)|az oldal sütiket|honlapunk|(?:pe )?acest (?:site|website)|този (?:уеб)?сайт|нашият сайт|ov[ae] (?:(?:web|internet|mrežn[ae]) ?)?stranic[ae]|ovaj (?:web|sajt|portal|site)|овај (?:веб-?)?(?:сајт|портал)|(?:t[ao]|naš[ae]) spletn[aoei] (?:stran|mesto)|spletna stran uporablja piškotke|tieto (?:webové |internetové )?stránky|táto (?:webová |internetová )?stránka|tyto (?:webové |internetové )?stránky|אתר זה|האתר שלנו|באתר זה|این (?:وب[\u200c ]?)?سایت|aquest (?:lloc )?web|aquesta pàgina|ši(?:oje|s|a)? (?:interneto )?(?:svetain\\S{1,4}|puslap\\S{1,4})|š(?:ī|ajā) (?:tīmekļa )?(?:vietn|lap)\\S{1,2}|see (?:veebi)?(?:leht|sait)|sel(?:lel)? (?:veebi)?lehel|tämä sivusto|tällä sivustolla|sivustomme|laman (?:web )?ini)(?!\\p{L})';

/** Words of reporting. */
export const REPORTS =
  '(?<!\\p{L})(?:είπε|δήλωσε|ανακοίνωσε|σύμφωνα με|sanoi|kertoi|mondta|közölte|szerint|a declarat|a spus|a anunțat|potrivit|каза|заяви|съобщи|според|rekao|rekla|izjavi(?:o|la)|priopći(?:o|la)|рекао|рекла|изјави(?:о|ла)|dejal|sporočil[ao]?|uvedl[ao]?|oznámil[ao]?|povedal[ao]?|uviedol|podľa|אמר(?:ה|ו)?|מסר(?:ה|ו)?|گفت|اعلام کرد|kata|mengatakan|menurut|ujar|va dir|segons|sakė|teigė|pasak|sacīja|teica|ütles|sõnul)(?!\\p{L})|กล่าวว่า|ระบุว่า|เปิดเผยว่า';

/** A publisher and its partners. */
export const WITH_PARTNERS =
  '(?<!\\p{L})(?:εμείς και οι (?:\\S+ ){0,2}?συνεργάτες|me ja (?:\\S+ ){0,2}?kumppani|mi és (?:\\S+ ){0,2}?partner|noi și (?:\\S+ ){0,3}?parteneri|ние и нашите (?:\\S+ ){0,2}?партн|mi i naš(?:ih|i) (?:\\S+ ){0,2}?partner|ми и наш(?:их|и) (?:\\S+ ){0,2}?партн|mi in naš(?:ih|i) (?:\\S+ ){0,2}?partner|my a naš(?:ich|i) (?:\\S+ ){0,2}?partner|kami dan (?:\\S+ ){0,2}?mitra|nosaltres i els nostres (?:\\S+ ){0,2}?socis|mes ir mūsų (?:\\S+ ){0,2}?partner|mēs un mūsu (?:\\S+ ){0,2}?partner|meie ja meie (?:\\S+ ){0,2}?partner|אנחנו ו\\S{0,6} ?השותפים|ما و (?:\\S+ ){0,2}?شرکا)|เราและ(?:พาร์ทเนอร์|พันธมิตร|คู่ค้า)';

/** The reader's device. */
export const DEVICES =
  'συσκευή|laitteel|laitteen|laitteis|eszköz|dispozitiv|uređaj|уређај|zařízení|zariaden|naprav[io]|מכשיר|دستگاه|อุปกรณ์|perangkat|dispositiu|įrengin|ierīc|seadme';
