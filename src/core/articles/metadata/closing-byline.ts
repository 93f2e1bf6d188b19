import { asianAuthor, isNewsroom } from './asian-bylines.ts';

/** How much of a text's end is searched. UTF-16 units. */
const END = 80;
/** The longest last line that may be nothing but a byline. */
const MAX_LINE = 40;
/** Brackets at the end of a text, after its last sentence or on a line of their own. */
const BRACKETS =
  /(?:^|[。」』！？!?\n])\s*(?:【([^【】]{2,24})】|[（(〔[［]([^（()）〔〕[\]［］]{2,24})[）)〕\]］])\s*$/u;
/** A place, a desk or an agency before a name: `ワシントン＝佐藤健一`, `経済部・佐藤健一`. */
const BEFORE_NAME = /^[^=＝・:：]{1,12}[=＝・:：]\s*/u;
const NAME = /^[\p{sc=Han}々]{1,4} ?[\p{sc=Han}々]{0,3}\p{sc=Hiragana}{0,4}$/u;
/** A name has this many characters at least. */
const LEAST = 3;
/** What stands in such brackets and is no person: `完`, `敬称略`, `時事通信`, `写真も`. */
const NO_PERSON =
  /[完終略続社版面号報报图圖]$|^(?:写真|図|図表|表|関連|詳報|速報|独自|来源|來源|資料|资料|出典|随時|毎週|不定期|この)|敬称|時事|共同|連載|特集|訂正|おわり|つづく|責任|责任|编辑|編輯|校对|校對|撮影|翻訳|翻译|文中|完结|未完/u;

/**
 * The authors that a text names at its end, as newspapers in Japan, China and Korea print them: `…した。【佐藤健一】`,
 * `（ソウル＝桜井紀雄）`, `（记者 张伟）`, `홍길동 기자 hong@…`.
 */
export function closingAuthors(text: string): string[] {
  const end = text.slice(-END).trimEnd();
  if (!/[\u3040-\u9fff\uac00-\ud7af]/.test(end)) return [];
  const found = BRACKETS.exec(end);
  const inside = (found?.[1] ?? found?.[2])?.normalize('NFKC').trim();
  if (inside !== undefined) {
    const labelled = asianAuthor(inside);
    if (labelled !== undefined) return [labelled];
    const isBare = found?.[1] !== undefined;
    if (!isBare && !/[=・]/.test(inside)) return [];
    return namesIn(inside);
  }
  const last = end.slice(end.lastIndexOf('\n') + 1);
  if (last.length > MAX_LINE || !/\p{sc=Hangul}/u.test(last)) return [];
  const name = asianAuthor(last.replace(/\S+@\S+/, '').trim());
  return name === undefined ? [] : [name];
}

/** Several names are separated by commas, or belong to places. */
function namesIn(inside: string): string[] {
  const names = inside.split(/[、,，]/u).map((part) => part.trim().replace(BEFORE_NAME, '').trim());
  const isName = (name: string) =>
    NAME.test(name) && name.replace(' ', '').length >= LEAST && !NO_PERSON.test(name) && !isNewsroom(name);
  return names.every(isName) ? names : [];
}
