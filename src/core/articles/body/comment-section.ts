import type { Block, Box, PageTree } from '../page/page-tree.ts';
import { endsSentence, type RangeSum, sumProse } from './block-value.ts';
import { looseSignature, nearest, outermost, outermostApart } from './box-relations.ts';
import type { BlockRange } from './block-range.ts';

/** Longest label of comments, and longest line with the name and date of one. Characters. */
const MAX_LABEL = 40;
const MAX_HEAD = 90;
/** Prose that comes before comments, in letters. */
const MIN_ARTICLE = 100;
/** The largest share of the page's prose after its headline that comments may have. */
const MAX_SHARE = 0.75;
/** Lines after the label among which the first comment begins. */
const FIRST_LINES = 6;
/** Labels and replies that are looked at in one page. */
const MAX_FOUND = 200;

const COMMENTS =
  "(?:(?:readers?[’']? |user )?comments?|replies|responses|discussion|join the (?:conversation|discussion)|(?:leser)?kommentare?|diskussion|(?:vos )?commentaires?|vos réactions|réactions|comentarios?|comentários?|opiniones|commenti|commento|(?:lezers)?reacties?|opmerkingen|komentarz[ey]?|komentářů?|komentáře|komentarii|comentarii|diskuse|diskuze|kommentarer|kommentit|keskustelu|hozzászólások|σχόλια|коментарі|коментарів|комментари(?:и|ев|й|я)|обсуждение|обговорення|yorum(?:lar)?|(?:các )?bình luận|ý kiến bạn đọc|komentar|टिप्पणियां|टिप्पणियाँ|टिप्पणी|प्रतिक्रियाएं|प्रतिक्रियाएँ|التعليقات|تعليقات|تعليق(?:ات القراء)?|(?:みんなの|読者の)?コメント(?:一覧)?|(?:网友|網友|读者|讀者|全部|热门)?(?:评论|評論|留言)[区區]?|跟贴|跟帖|(?:전체 |네티즌 )?댓글)";
const COUNT = '[(\\[（【]?\\d[\\d.,]{0,6}\\s?(?:件|条|條|则|則|개|tane)?[)\\]）】]?';
/** A label that is nothing but the word for comments and their number. */
const LABEL = new RegExp(`^(?:${COUNT}\\s?)?${COMMENTS}\\s?[:：]?\\s?(?:${COUNT})?$`, 'iu');

export const REPLY =
  /^[↩↪>\s]*(?:reply|antworten|répondre|responder|rispondi|reageer|beantwoorden|odpowiedz|odpovědět|odpovedať|svara|svar|besvar|vastaa|válasz|απάντηση|ответить|відповісти|yanıtla|cevapla|trả lời|balas|जवाब दें|उत्तर दें|رد|الرد|返信(?:する)?|回复|回復|回覆|답글(?:달기| 달기| 쓰기)?)(?:\s?[(（]?\d+[)）]?)?$/iu;

/** The time of a comment: with its hour, its day in digits, or its age. */
const WHEN =
  /\d{1,2}[:.h]\d\d(?!\d)|(?<![\p{L}\d])\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d(?!\d)|(?<![\p{L}\d])(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}(?!\d)|(?<![\p{L}\d])\d{1,2}\.? [^\s\d]{1,15}\.? (?:19|20)\d\d(?!\d)|(?<!\p{L})[^\s\d]{3,12} \d{1,2}, (?:19|20)\d\d(?!\d)|月\s?\d{1,2}日|월 \d{1,2}일|(?:\d+|an?|ein[^\s\d]{0,9}|une?|un[ao]?)\s?[^\s\d]{1,15} (?:ago|önce|fa|назад|тому|temu|trước|पहले|lalu|sitten|sedan|siden|geleden|atrás)(?!\p{L})|(?<![\p{L}\d])(?:vor|il y a|hace|há|před|för|for|قبل|منذ) (?:\d+|ein[^\s\d]{0,9}|une?|un[ao]?)\s?[^\s\d]{1,15}|\d+\s?(?:分|时间|時間|小时|小時|天|日|か月|시간|일|분)\s?(?:钟|鐘)?[前전]/iu;

/**
 * Finds readers' comments that no name marks: under a label such as `17 comments`, or in boxes of one kind that each
 * have a date and a link to reply.
 *
 * @param own the index of the headline's block; -1 where the page has none
 */
export function findComments(tree: PageTree, own: number): BlockRange[] {
  const { blocks } = tree;
  let prose: RangeSum | undefined;
  const replies: Block[] = [];
  for (let i = Math.max(0, own); i < blocks.length && replies.length < MAX_FOUND; i++) {
    // The label may be the link of a tab, which is dropped already.
    const { text } = blocks[i]!;
    if (text.length > MAX_LABEL) continue;
    if (REPLY.test(text)) replies.push(blocks[i]!);
    if (!LABEL.test(text)) continue;
    prose ??= sumProse(tree);
    const range = rangeUnder(tree, { own, at: i, prose });
    if (range !== undefined) return [range];
  }
  if (replies.length === 1) return onlyComment(tree, { own, reply: replies[0]! });
  return repliedTo(tree, replies);
}

/** The largest share of a page's prose that one comment may have, and that may follow it. */
const MAX_OF_ONE = 0.4;
const MAX_AFTER = 0.1;

/** A page's only comment: a box at the end that begins with a name and a date and contains a link to reply. */
function onlyComment(tree: PageTree, { own, reply }: { own: number; reply: Block }): BlockRange[] {
  const { blocks } = tree;
  const box = outermost(reply.box, (one) => !blocks.slice(one.first, one.end).some(isHead))?.parent;
  const from = box ?? reply.box;
  const head = blocks.slice(from.first, from.end).findIndex(isHead);
  if (head < 0 || head > 2 || from.first <= own || nearest(from, 'h1') !== undefined) return [];
  const prose = sumProse(tree);
  const before = prose({ first: Math.max(0, own), end: from.first });
  const [said, after] = [prose(from), prose({ first: from.end, end: blocks.length })];
  if (before < MIN_ARTICLE || said > MAX_OF_ONE * before || after > MAX_AFTER * before) return [];
  return [{ first: from.first, end: from.end }];
}

interface Place {
  readonly own: number;
  readonly at: number;
  readonly prose: RangeSum;
}

/** What follows a label of comments, in the label's box or after it, if comments begin there. */
function rangeUnder({ blocks, root }: PageTree, { own, at, prose }: Place): BlockRange | undefined {
  const start = Math.max(0, own);
  const before = prose({ first: start, end: at });
  if (before < MIN_ARTICLE) return undefined;
  if (!blocks.slice(at + 1, at + 1 + FIRST_LINES).some(isHead)) return undefined;
  const box = outermost(
    blocks[at]!.box,
    (one) => one.first > start && prose({ first: one.first, end: at }) === 0,
  );
  const holder = box !== undefined && prose(box) > 0 ? box : (box?.parent ?? root);
  const range = { first: at, end: holder.end };
  const said = prose(range);
  return said > 0 && said <= MAX_SHARE * (before + said) ? range : undefined;
}

/** A short line with the time of a comment. */
function isHead({ text, kind }: Block): boolean {
  return kind !== 'heading' && text.length <= MAX_HEAD && !endsSentence(text) && WHEN.test(text);
}

/** The boxes of comments that can be replied to. Each has a date; neighbours are of one kind. */
function repliedTo({ blocks }: PageTree, replies: readonly Block[]): BlockRange[] {
  const found = new Set<Box>();
  for (let i = 1; i < replies.length; i++) {
    const [one, other] = [
      outermostApart(replies[i - 1]!, replies[i]!),
      outermostApart(replies[i]!, replies[i - 1]!),
    ];
    if (one === undefined || other === undefined || one.parent !== other.parent) continue;
    if (looseSignature(one) !== looseSignature(other) || nearest(one, 'h1') !== undefined) continue;
    if ([one, other].every(({ first, end }) => blocks.slice(first, end).some(isHead)))
      found.add(one).add(other);
  }
  return [...found];
}
