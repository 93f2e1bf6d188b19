/**
 * Words of notices on cookies and consent in further languages, as parts of the patterns in `consent-notice.ts` and
 * `partners-notice.ts`: Greek, Finnish, Hungarian, Romanian, Bulgarian, Croatian and Serbian, Slovenian, Czech and Slovak,
 * Hebrew, Persian, Thai, Indonesian, Catalan, Lithuanian, Latvian, Estonian.
 */

/** Words for cookies. Some of them mean biscuits too, so the publisher must speak of itself beside them. */
export const COOKIES =
  'бисквитк|колачић|kolačić|piškotk|slapuk|sīkfail|sīkdat|küpsis|galetes|sütik|کوکی|คุกกี้|vafrakök';

/** Words for consent and personal data. */
export const CONSENTS =
  'συγκατάθεσ|συναίνεσ|προσωπικ\\S{1,3} δεδομέν|съгласие|лични данни|privol[aue]|osobn(?:e|ih) podat|sutikim|asmens duomen|piekrišan|nõusolek|isikuandme|הסכמתך|מידע אישי|رضایت شما|ความยินยอม|ข้อมูลส่วนบุคคล|persetujuan anda|data pribadi|consentiment|dades personals';

/** A publisher that speaks of itself. */
export const PUBLISHERS =
  '(?<!\\p{L})(?:εμείς|μας|χρησιμοποιούμε|αποθηκεύουμε|mi és|(?:web)?oldalunk(?:on)?|partner(?:eink|ünk)|használunk|stocăm|utilizăm|ние|наши(?:те|х)|използваме|съхраняваме|naš(?:a|e|ih|im)|koristimo|pohranjujemo|uporabljamo|користимо|ukladáme|používame|ukládáme|אנחנו|אנו|שלנו|ما و|سایت ما|kami|situs (?:web )?(?:ini|kami)|nosaltres|els nostres|utilitzem|mes ir|mūsų|naudojame|mēs|mūsu|izmantojam|meie|kasutame)(?!\\p{L})|เราและ|เราใช้|ของเรา|เว็บไซต์นี้';

/** Words of reporting. */
export const REPORTS =
  '(?<!\\p{L})(?:είπε|δήλωσε|ανακοίνωσε|σύμφωνα με|sanoi|kertoi|mondta|közölte|szerint|a declarat|a spus|a anunțat|potrivit|каза|заяви|съобщи|според|rekao|rekla|izjavi(?:o|la)|priopći(?:o|la)|рекао|рекла|изјави(?:о|ла)|dejal|sporočil[ao]?|uvedl[ao]?|oznámil[ao]?|povedal[ao]?|uviedol|podľa|אמר(?:ה|ו)?|מסר(?:ה|ו)?|گفت|اعلام کرد|kata|mengatakan|menurut|ujar|va dir|segons|sakė|teigė|pasak|sacīja|teica|ütles|sõnul)(?!\\p{L})|กล่าวว่า|ระบุว่า|เปิดเผยว่า';

/** A publisher and its partners. */
export const WITH_PARTNERS =
  '(?<!\\p{L})(?:εμείς και οι (?:\\S+ ){0,2}?συνεργάτες|me ja (?:\\S+ ){0,2}?kumppani|mi és (?:\\S+ ){0,2}?partner|noi și (?:\\S+ ){0,3}?parteneri|ние и нашите (?:\\S+ ){0,2}?партн|mi i naš(?:ih|i) (?:\\S+ ){0,2}?partner|ми и наш(?:их|и) (?:\\S+ ){0,2}?партн|mi in naš(?:ih|i) (?:\\S+ ){0,2}?partner|my a naš(?:ich|i) (?:\\S+ ){0,2}?partner|kami dan (?:\\S+ ){0,2}?mitra|nosaltres i els nostres (?:\\S+ ){0,2}?socis|mes ir mūsų (?:\\S+ ){0,2}?partner|mēs un mūsu (?:\\S+ ){0,2}?partner|meie ja meie (?:\\S+ ){0,2}?partner|אנחנו ו\\S{0,6} ?השותפים|ما و (?:\\S+ ){0,2}?شرکا)|เราและ(?:พาร์ทเนอร์|พันธมิตร|คู่ค้า)';

/** The reader's device. */
export const DEVICES =
  'συσκευή|laitteel|laitteen|laitteis|eszköz|dispozitiv|uređaj|уређај|zařízení|zariaden|naprav[io]|מכשיר|دستگاه|อุปกรณ์|perangkat|dispositiu|įrengin|ierīc|seadme';
