/** The longest line that is nothing but a byline. UTF-16 units. */
const MAX_BYLINE = 40;
/** Words before a name in Chinese and Japanese, with a mark or a space between them. */
const HAN_LABELS =
  '(?:取材|採訪|采访|構成|编译|編譯|写真|攝影|摄影|図)?[・/、]?(?:撰?文|文章|执笔|執筆|撰稿|采写|聞き手|著者|ライター|(?:本报|本報|本刊|本网|本網|特约|特約|实习|實習|见习|中央社)?(?:记者|記者)|作者|(?:特约|特約)撰稿人?|編譯|编译|构成|構成)(?:[・/、](?:写真|構成|攝影|摄影|圖|图|絵))?';
/** A name of Han characters, or of Han characters and kana; Chinese ones of foreigners have a point in the middle. */
const HAN_NAME =
  '[\\p{sc=Han}々]{1,4}(?: (?!编辑|編輯|责编|責編|摄影|攝影|写真|撮影|[\\p{sc=Han}]{2,4}(?:报道|報導|报导|電|电)))?[\\p{sc=Han}々\\p{sc=Hiragana}\\p{sc=Katakana}ー]{1,6}|\\p{sc=Han}{1,6}·\\p{sc=Han}{1,6}';
const HAN_END = '(?=$|[ /|,、。(【〔《\\[・@;]|報導|报道|報道|综合|綜合|编辑|編輯)';
const LABELLED_HAN = new RegExp(
  `(?:^[(\\[【〔■●◎▲\\s]*|\\s)(?:${HAN_LABELS})\\s?[:=/|・ ]\\s?(${HAN_NAME}?)${HAN_END}`,
  'u',
);
/** `記者林志玲/台北報導`, `中央社記者陳奕迅台北30日電`: a name of three characters is the usual one. */
const REPORTER =
  /(?:记者|記者|編譯|编译)(?![会會站节節团團证證协協席室问問提招现現节了从從在采採说說表报報等们們获獲])\s?(\p{sc=Han}{3}|\p{sc=Han}{2}|\p{sc=Han}{4})(?=$|[ /|,、(〕\]】)]|\p{sc=Han}{2,3}\d{1,2}日電|報導|报道)/u;
/** `山田太郎記者`, `山本真由美(経済部)`, `(編集委員・加藤進)`. */
const JAPANESE = [
  /^[(【[]?([\p{sc=Han}々\p{sc=Hiragana}\p{sc=Katakana}]{2,8}) ?(?:記者|編集委員|論説委員|特派員)[)】\]]?$/u,
  /^[(【[]?(?:編集委員|論説委員|専門記者|特派員|(?:経済|社会|政治|国際|外信|科学|文化|運動|地方|生活|報道|論説|学芸|産業|企業|証券)部)[・/ ]([\p{sc=Han}々\p{sc=Hiragana}\p{sc=Katakana}]{2,8})[)】\]]?$/u,
  /^([\p{sc=Han}々\p{sc=Hiragana}\p{sc=Katakana}]{3,8}) ?[(【[][\p{sc=Han}]{1,8}(?:部|支局|総局|支社|担当)[)】\]]$/u,
];
const KOREAN =
  /(?:^글(?:[·・/]?사진)?\s?[:=/]?\s+(\p{sc=Hangul}{2,4})(?=$|[\s,·(])|(\p{sc=Hangul}{2,4})\s*(?:객원|수습|선임|전문|인턴)?\s?(?:기자|특파원|칼럼니스트|논설위원))/u;

/** Words before a name in other scripts: with a colon or a dash, or those that mean `by` with a space. */
const LABELS =
  'लेखक|लेखिका|रिपोर्ट(?:र)?|संवाददाता|प्रस्तुति|written by|reported by|लेखन|প্রতিবেদক|প্রতিবেদন|লিখেছেন|লেখক|எழுதியவர்|கட்டுரை|రచయిత|రచన|ಲೇಖಕರು|ലേഖകൻ|തയ്യാറാക്കിയത്|લેખક|ਲੇਖਕ|تحریر|رپورٹ|نامہ نگار|مصنف|نویسنده|گزارش(?:گر)?|خبرنگار|نگارنده|ผู้เขียน|เรื่อง|เขียนโดย|รายงานโดย|tác giả|bài(?: và ảnh)?|bài viết|thực hiện|phóng viên|penulis|reporter|laporan|ditulis oleh|teks|pewarta';
const BY = 'द्वारा|โดย|oleh';
const LABELLED = new RegExp(`^\\W{0,3}(?:(?:${LABELS})\\s?[:|-]\\s?|(?:${BY})\\s?[:]?\\s)`, 'iu');
/** What may follow the name. */
const AFTER_NAME = /\s?[,|(/–—]/u;
/** A word of a name begins with a letter or a mark, and has nothing else than these. */
const NO_WORD = /^[^\p{L}\p{M}]|[^\p{L}\p{M}.'’-]/u;
const MAX_WORD = 25;
const MAX_WORDS = 5;
/** Newsrooms and desks, which are no persons. */
const NEWSROOM =
  /編集|编辑|編輯|本紙|本刊|本报|本報|通信|通讯|通訊|新聞|新闻|ニュース|デジタル|写真|綜合|综合|本社|편집|본지|온라인|취재|뉴스|डेस्क|ब्यूरो|टीम|ডেস্ক|নিজস্ব|ব্যুরো|ڈیسک|تحریریه|กองบรรณาธิการ|ทีมข่าว|ban biên tập|redaksi|tim |team|desk|staff|editor/iu;

/** Other names after the first, in Chinese: `记者 王小明 李明`, `记者王小明、李明`. A name of one character belongs to the one before. */
const FURTHER = /^(?:[、,]| (?=\p{sc=Han}{2,3}(?:$|[ 、,])))\s?(\p{sc=Han}{2,4})(?=$|[ 、,/(])/u;
const PLACE_OR_DUTY =
  /(?:报道|報導|报导|摄影|攝影|编辑|編輯|实习|實習|通讯员|通訊員|综合|綜合|发自|發自|電|电|[市省县縣])$/u;

/** All authors in such a line. Chinese lines list them after one word for the author. */
export function asianAuthors(line: string): string[] {
  const first = asianAuthor(line);
  if (first === undefined) return [];
  if (!/记者|記者|作者|撰文|编译|編譯/u.test(line) || /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(line))
    return [first];
  const parts = first.split(' ');
  // `王 明` is one name, `王小明 李明` are two.
  const names = parts.length === 2 && parts[0]!.length >= 2 && /记者|本[报報]/u.test(line) ? parts : [first];
  const text = line.normalize('NFKC').replace(/\s+/g, ' ');
  let rest = text.slice(text.indexOf(first) + first.length);
  for (let found = FURTHER.exec(rest); found !== null && names.length < 6; found = FURTHER.exec(rest)) {
    if (PLACE_OR_DUTY.test(found[1]!) || NEWSROOM.test(found[1]!)) break;
    names.push(found[1]!);
    rest = rest.slice(found[0].length);
  }
  return names;
}

/** A cheap test: most lines have no letters of these scripts, and no such label. Quotes and dashes are no letters. */
const MAY_BE =
  /[\u0600-\u1fff\u2e80-\uffff]|oleh|penulis|reporter|laporan|tác giả|bài|pewarta|teks|phóng viên|(?:written|reported) by/iu;

/**
 * The author in a line that is a byline in Chinese, Japanese, Korean, or a language of South or Southeast Asia:
 * `取材・文／田中美咲`, `記者林志玲／台北報導`, `글 박영희`, `लेखक: रमेश कुमार`, `โดย สมชาย ใจดี`.
 */
export function asianAuthor(line: string): string | undefined {
  if (line.length > 120 || !MAY_BE.test(line)) return undefined;
  const text = line.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const korean = KOREAN.exec(text);
  const name =
    LABELLED_HAN.exec(text)?.[1] ??
    JAPANESE.map((form) => form.exec(text)?.[1]).find((found) => found !== undefined) ??
    REPORTER.exec(text)?.[1] ??
    korean?.[1] ??
    korean?.[2] ??
    personIn(labelledName(text));
  return name === undefined || NEWSROOM.test(name) ? undefined : name.trim();
}

/** The name after such a label. A pattern for it would take a tenth of a second to compile. */
function labelledName(text: string): string | undefined {
  const label = LABELLED.exec(text)?.[0];
  if (label === undefined) return undefined;
  const rest = text.slice(label.length);
  const end = AFTER_NAME.exec(rest)?.index ?? rest.length;
  // A hyphen is part of a name, or follows it.
  for (let to = end; to > 0; to = rest.lastIndexOf('-', to - 1)) {
    const name = rest.slice(0, to).replace(/\s$/, '');
    if (isPersonsName(name)) return name;
  }
  return undefined;
}

function isPersonsName(name: string): boolean {
  const words = name.split(' ');
  if (words.length > MAX_WORDS || words[0]!.length < 2) return false;
  return words.every((word) => word !== '' && word.length <= MAX_WORD && !NO_WORD.test(word));
}

/** Whether a name is that of a newsroom or a desk, and of no person. */
export function isNewsroom(name: string): boolean {
  return NEWSROOM.test(name);
}

/** Whether a whole line is such a byline, and nothing of the text. */
export function isAsianByline(text: string): boolean {
  return text.length <= MAX_BYLINE && !/[。！？।!?，]/u.test(text) && asianAuthor(text) !== undefined;
}

/** A name after a label: where there are capitals, each of its words has one. */
function personIn(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const isCased = /[\p{Lu}\p{Ll}]/u.test(name);
  if (isCased && !/^\p{Lu}\S*(?: \p{Lu}\S*){0,4}$/u.test(name)) return undefined;
  return isCased && !name.includes(' ') ? undefined : name;
}
