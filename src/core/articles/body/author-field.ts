/** Longer blocks are part of the article; characters. */
const MAX_NOTE = 320;
const MAX_CONTACT = 180;
const SHORT = 100;

/** A person's name at the beginning, in scripts with capitals. */
const NAME = String.raw`^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|von|van|de|der|den|al|bin|di|da|dos|la|le)){1,4}`;

/** Verbs for a journalist's work, right after the name: `covers`, `writes about`. */
const WORKS = [
  String.raw`(?:is (?:\S+ ){0,5}who )?(?:covers|writes (?:about|on|for)|reports (?:on|from|for))`,
  `(?:schreibt|berichtet|recherchiert) (?:\\S+ ){0,3}(?:über|für|aus|zu)`,
  `(?:couvre|écrit (?:sur|pour)|suit (?:l|les|la|le)|traite)`,
  `(?:cubre|escribe (?:sobre|para|de)|informa (?:sobre|desde)|cobre|escreve (?:\\S+ )?(?:sobre|para))`,
  `(?:si occupa (?:\\S+ )?di|scrive (?:\\S+ )?(?:di|per|su)|segue)`,
  `(?:schrijft (?:\\S+ ){0,3}(?:over|voor)|verslaat|volgt|bericht over)`,
  `(?:bevakar|skriver (?:\\S+ ){0,2}(?:om|for|för)|rapporterar|dækker|dekker|rapporterer|kirjoittaa|seuraa)`,
  `(?:pisze (?:\\S+ ){0,2}(?:o|dla)|zajmuje się|relacjonuje|píše (?:\\S+ ){0,2}(?:o|pro)|věnuje se|sleduje)`,
  `(?:пишет (?:\\S+ ){0,2}(?:о|об|для|про)|освещает|пише (?:\\S+ ){0,2}(?:про|для)|висвітлює)`,
].join('|');
const WESTERN = new RegExp(`${NAME},? (?:${WORKS})(?!\\p{L})`, 'u');
/** In Turkish the verb is at the end of the sentence, so the text between it and the name is skipped. */
const TURKISH = new RegExp(
  String.raw`${NAME},? [^.!?]{3,160}(?:yazıyor|yazmakta|takip ediyor|haberleştiriyor|muhabiri|muhabiridir)\s*[.!]`,
  'u',
);
/** A cheap test, because the pattern tries each length of the text between. */
const TURKISH_VERB = /yazıyor|yazmakta|takip ediyor|haberleştiriyor|muhabiri/;
/** The same in scripts without capitals: a name with a position, or with a field. */
const OTHERS = [
  /^[\p{Script=Han}·]{2,5}(?:[,，]|是|为|為)?(?:本报|本報|本刊|本网|本網|本台)?.{0,12}(?:记者|記者|撰稿人|专栏作家|負責報導|负责报道|主要报道|主要報導|专注报道|关注)[^“”「」]{0,60}[。.]?$/u,
  /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}・]{2,12}(?:[はが、]|記者|編集委員).{0,50}(?:担当(?:記者|している|する|。|$)|取材(?:している|を続ける|。|$)|(?:の|専門)記者)/u,
  /^\p{Script=Hangul}{2,4} ?(?:기자|특파원|칼럼니스트|[은는이가])[^“”]{0,80}(?:담당|취재|보도|쓰고|쓴다|기자)/u,
  /^(?:\p{Script=Arabic}+ ){1,3}(?:صحفي|صحفية|صحافي|صحافية|مراسل|مراسلة|كاتب|كاتبة|يغطي|تغطي|يكتب عن|تكتب عن|روزنامه‌?نگار|خبرنگار)/u,
];

/** The beginning of a further sentence about the same person: `She joined the paper in 2019`. */
const LIFE =
  /[.!。]\s*(?:(?:S?he|They|Sie|Er|Il|Elle|Ella|Él|Ela|Ele|Lei|Lui|Ha|Vive|Zij|Ze|Hij|Hon|Han|Hun|Hän|Ona|On|Она|Он|Вона|Він|彼女?は|他|她|그는|그녀는|هي|هو|وهي|وهو)(?!\p{L})|(?:Previously|Before|Zuvor|Vorher|Auparavant|Anteriormente|Previamente|In precedenza|Eerder|Tidigare|Tidligere|Wcześniej|Dříve|Ранее|Раніше))/u;
/** Words for fields of reporting, by their beginnings. */
const FIELD =
  /(?<!\p{L})(?:technolog|tech(?!\p{L})|trade|handel|commerc|comercio|comércio|commercio|politi|business|econom|wirtschaft|économ|semicond|halbleiter|chips?(?!\p{L})|industr|energ|science|wissenschaft|financ|finanz|markets|märkte|digital|security|sicherheit|policy|companies|unternehmen|teknolog|teknik|технолог|эконом|политик|торгов|економ|політик|торгів|ekonom|teknoloji|ticaret|gospodar|obchod|průmysl|kauppa|talous)/iu;
/** Where the journalist works or since when: `from Brussels`, `since 2019`. */
const POST =
  /(?<!\p{L})(?:from|for|at|based in|since|aus|seit|für|bei|depuis|pour|à|au|desde|para|en|em|da|dal|per|vanuit|sinds|voor|från|sedan|fra|siden|for|z|od|dla|pro|ve|из|с|для|з|із|iz)\s+(?:the |der |die |das |la |le |el |il |o |a )?(?:\p{Lu}|\d{4})/u;

/** How to reach a person: an e-mail address, a handle, the name of a messenger. */
const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}\.\w|(?<![\w.])@\w{2,}/;
const MESSENGER = /\b(?:Signal|Telegram|WhatsApp|Threema|Bluesky|Mastodon|WeChat)\b/i;
const WRITE =
  /^\W{0,3}(?:(?:you can |please )?(?:reach|contact|e-?mail|write to|message|follow|get in touch|tips? (?:for|to))|schreiben sie|schreib|kontakt|erreichen sie|folgen sie|contacte[rz]?|écri(?:re|vez)|suivez|pour (?:contacter|écrire)|escri(?:ba|be)|contact[ae]|s[ií]g[au]e?|puede (?:escribir|contactar)|escreva|fale com|scriv|contatta|segui|mail|neem contact|stuur|volg|kontakta|mejla|följ|skriv|send|følg|ota yhteyttä|napisz|napište|pište|контакт|связаться|пишите|написать|свяжитесь|зв[’']язатися|пишіть|написати|iletişim|e-?posta|bana ulaş|للتواصل|راسل|تواصل|联系|聯絡|邮箱|郵箱|连系|連絡先|お問い合わせ|メール|연락|메일|이메일)/iu;

/** Whether the first letter is of a script without capitals, or a point before a name in Chinese. */
export function beginsOutsideLatin(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 0x600 || first === 0xb7;
}

/** Whether a text at the end of an article says what field somebody reports on. */
export function isFieldNote(text: string): boolean {
  if (text.length > MAX_NOTE) return false;
  if (beginsOutsideLatin(text) && OTHERS.some((other) => other.test(text))) return true;
  if (!WESTERN.test(text) && !(TURKISH_VERB.test(text) && TURKISH.test(text))) return false;
  if (LIFE.test(text)) return true;
  const begun = WESTERN.exec(text)?.[0].length;
  // Only the first words after the verb are searched for the field. Later words may be what a company covers or
  // pays for.
  const field = begun === undefined ? text : text.slice(begun).split(/\s/, 4).join(' ');
  return FIELD.test(field.replace(/\s(?:from|of)\s.*/, '')) && (POST.test(text) || text.length < SHORT);
}

/** Whether a text tells readers how to reach the author: `Reach Ann at ann@paper.example`. */
export function isContactLine(text: string): boolean {
  if (text.length > MAX_CONTACT) return false;
  // Each letter may begin an address, so the mark is looked for first.
  return ((text.includes('@') && ADDRESS.test(text)) || MESSENGER.test(text)) && WRITE.test(text);
}
