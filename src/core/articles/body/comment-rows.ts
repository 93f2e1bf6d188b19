import { inLatinDigits } from '../../words/latin-digits.ts';
import type { Block, PageTree } from '../page/page-tree.ts';
import { endsSentence, type RangeSum, sumProse } from './block-value.ts';
import { looseSignature, nearest, outermost, outermostApart } from './box-relations.ts';
import { timeOf } from './comment-time.ts';
import type { BlockRange } from './block-range.ts';

/** Longest line with name and time, longest name, and longest line with the time alone. Characters. */
const MAX_HEAD = 90;
const MAX_NAME = 40;
/** Prose that comes before comments, in letters. */
const MIN_ARTICLE = 100;
/** The largest share of the page's prose after its headline that comments may have. */
const MAX_SHARE = 0.75;
/** The largest share of that prose which may follow them: comments are the last of a page. */
const MAX_AFTER = 0.15;
/** Fewer rows may be anything. Where rows have no boxes of their own, one more is needed. */
const LEAST = 2;
const LEAST_WITH_DAYS = 3;
/** A name that only readers have: `walter_h`, `Walter H.`, `user4711`, `网友`. */
export const A_READER =
  /[\d_]|^\p{Ll}|\s\p{Lu}\.?$|^(?:网友|網友|用户|用戶|匿名|名無し|老|小(?!\p{sc=Hiragana})|anon|guest|gast(?!\p{L})|invité|an[oó]nimo|гость|аноним|misafir|ضيف|زائر)/u;
/** Blocks between the heads of two rows. */
const MAX_ROW = 12;
/** Blocks that are looked at in one page. */
const MAX_LOOKED = 4_000;

/** A line, or two, with the name and the time of a comment. */
interface Head {
  /** The index of its first block, and of the block after it. */
  readonly at: number;
  readonly end: number;
  readonly name: string;
  /** Whether the time is a day without an hour. */
  readonly isDay: boolean;
}

/**
 * Finds readers' comments that neither a name, nor a label, nor a link to reply marks: rows at the end of the page that
 * each have a name, an age or a day with its hour, and a text. Three rows in boxes of their own may have a day alone, if half
 * of the names are those of readers.
 *
 * @param own the index of the headline's block; -1 where the page has none
 */
export function findCommentRows(tree: PageTree, own: number): BlockRange[] {
  const { blocks } = tree;
  const start = Math.max(0, own + 1);
  let prose: RangeSum | undefined;
  const heads: Head[] = [];
  for (let i = start; i < Math.min(blocks.length, start + MAX_LOOKED); i++) {
    const head = headAt(blocks, i);
    if (head === undefined) continue;
    i = head.end - 1;
    prose ??= sumProse(tree);
    if (prose({ first: start, end: head.at }) >= MIN_ARTICLE) heads.push(head);
  }
  if (heads.length < LEAST || prose === undefined) return [];
  const ranges: BlockRange[] = [];
  for (let i = 0; i < heads.length; ) {
    const rows = [heads[i]!];
    while (i + rows.length < heads.length && areAlike(tree, rows.at(-1)!, heads[i + rows.length]!))
      rows.push(heads[i + rows.length]!);
    const range = rangeOf(tree, rows);
    if (range !== undefined && isLast(tree, { start, range, prose })) ranges.push(range);
    i += rows.length;
  }
  return ranges;
}

/** The name and time at a block: in one line, or in two. */
function headAt(blocks: readonly Block[], at: number): Head | undefined {
  const block = blocks[at]!;
  if (block.kind === 'heading' || block.text.length > MAX_HEAD || block.weight === 0) return undefined;
  const found = timeOf(block);
  if (found !== undefined) {
    const text = inLatinDigits(block.text);
    const name = `${text.slice(0, found.at)} ${text.slice(found.end)}`;
    return isName(name) ? { at, end: at + 1, name: name.trim(), isDay: found.isDay } : undefined;
  }
  const next = blocks[at + 1];
  if (next === undefined || next.text.length > MAX_NAME) return undefined;
  // The time is looked for first, because few lines have one, and many can be a name.
  const when = timeOf(next);
  if (when === undefined) return undefined;
  const text = inLatinDigits(block.text);
  const time = inLatinDigits(next.text);
  if (!isName(text) || isName(`${time.slice(0, when.at)}${time.slice(when.end)}`)) return undefined;
  return { at, end: at + 2, name: text.trim(), isDay: when.isDay };
}

/** Whether a text can be a reader's name: short, with letters, and no sentence. */
export function isName(text: string): boolean {
  const bare = text.replace(/^[\s·•|,–—()-]+|[\s·•|,–—()-]+$/g, '');
  if (bare.length === 0 || bare.length > MAX_NAME || bare.includes('\n\n')) return false;
  return (
    /[\p{L}\d]/u.test(bare) &&
    (!endsSentence(bare) || /(?<!\p{L})\p{L}\.$/u.test(bare)) &&
    bare.split(/\s+/).length <= 5
  );
}

/** Whether two heads belong to neighbouring rows of one kind, with a text between them. */
function areAlike({ blocks }: PageTree, one: Head, other: Head): boolean {
  if (other.at - one.at > MAX_ROW || one.end - one.at !== other.end - other.at) return false;
  if (one.isDay !== other.isDay) return false;
  const [a, b] = [blocks[one.at]!.box, blocks[other.at]!.box];
  if (looseSignature(a) !== looseSignature(b)) return false;
  let hasText = false;
  for (let i = one.end; i < other.at; i++) {
    if (blocks[i]!.kind === 'heading') return false;
    if (blocks[i]!.weight >= 15) hasText = true;
  }
  return hasText;
}

/** The blocks of all rows; undefined where they are too few, or of too few readers. */
function rangeOf({ blocks, root }: PageTree, heads: readonly Head[]): BlockRange | undefined {
  const hasDays = heads[0]!.isDay;
  if (heads.length < (hasDays ? LEAST_WITH_DAYS : LEAST)) return undefined;
  const names = new Set(heads.map(({ name }) => name.toLowerCase()));
  if (names.size < LEAST || names.size < heads.length / 2) return undefined;
  // A press review has names and days too.
  if (hasDays && heads.filter(({ name }) => A_READER.test(name)).length < heads.length / 2) return undefined;
  const [first, second] = [heads[0]!, heads[1]!];
  const last = heads.at(-1)!;
  const one = outermostApart(blocks[first.at]!, blocks[second.at]!);
  const end = outermostApart(blocks[last.at]!, blocks[heads.at(-2)!.at]!);
  if (
    one !== undefined &&
    end !== undefined &&
    one.parent === end.parent &&
    one.end - one.first > first.end - first.at
  )
    return nearest(one, 'h1') === undefined ? { first: one.first, end: end.end } : undefined;
  if (heads.length <= LEAST || hasDays) return undefined;
  const holder = outermost(blocks[first.at]!.box, (box) => box.first >= first.at)?.parent ?? root;
  return holder.end > last.end ? { first: first.at, end: holder.end } : undefined;
}

interface Place {
  readonly start: number;
  readonly range: BlockRange;
  readonly prose: RangeSum;
}

/** Whether rows are the last of the page's prose, and not most of it. */
export function isLast({ blocks }: PageTree, { start, range, prose }: Place): boolean {
  const before = prose({ first: start, end: range.first });
  const said = prose(range);
  const after = prose({ first: range.end, end: blocks.length });
  return before >= MIN_ARTICLE && said <= MAX_SHARE * (before + said) && after <= MAX_AFTER * (before + said);
}
