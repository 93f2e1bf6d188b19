import type { Block, PageTree } from '../page/page-tree.ts';
import { sumProse } from './block-value.ts';
import { looseSignature, nearest, outermost, outermostApart } from './box-relations.ts';
import { A_READER, isLast, isName } from './comment-rows.ts';
import { REPLY } from './comment-section.ts';
import type { BlockRange } from './block-range.ts';

/** Longest line with a name, and the least text under it. Letters. */
const MAX_HEAD = 50;
const LEAST_TEXT = 25;
/** Prose that comes before comments. Letters. */
const MIN_ARTICLE = 100;
/** Fewer rows may be anything. */
const LEAST = 3;
/** Blocks of one row, and those that are looked at in one page. */
const MAX_ROW = 12;
const MAX_LOOKED = 4_000;

const NUMBER = /^#\d{1,5}\s/;
/** What a page prints behind the name of one who comments: a verb, or votes. */
export const MARK =
  /\s(?:says|said|wrote|writes|schreibt|schrieb|sagt|sagte|dit|a écrit|a dit|escribe|escribió|dice|dijo|ha scritto|scrive|disse|escreveu|schreef|zegt|skrev|skriver|säger|siger|sier|napisał\(?a?\)?|mówi|пишет|написал\(?а?\)?|говорит|пише|yazdı|diyor ki|님|さん|说道?|說道?|写道|寫道)\s?[:：]?$|[👍♥❤▲△⬆+]\s?\d{1,5}$|\s\d{1,5} (?:points?|likes?|votes?|upvotes?|Punkte?|punti|puntos|pontos|пункт\S*|балл\S*)$/u;

/**
 * Finds readers' comments without a time: boxes of one kind at the end of the page that each have a name and a text. Half of the
 * names are such as only readers have, or all rows have a link to reply, votes, or a word such as `says`.
 *
 * @param own the index of the headline's block; -1 where the page has none
 */
export function findUndatedReplies(tree: PageTree, own: number): BlockRange | undefined {
  const { blocks } = tree;
  const start = Math.max(0, own + 1);
  const end = Math.min(blocks.length, start + MAX_LOOKED);
  let rows: Row[] = [];
  for (let i = start; i + 1 < end; i++) {
    const row = rowAt(blocks, i);
    if (row === undefined) continue;
    const last = rows.at(-1);
    if (last !== undefined && i - last.at > MAX_ROW) rows = [];
    rows.push(row);
  }
  if (rows.length < LEAST) return undefined;
  const boxes = alike(tree, rows);
  if (boxes === undefined) return undefined;
  const prose = sumProse(tree);
  if (prose({ first: start, end: boxes.first }) < MIN_ARTICLE) return undefined;
  return isLast(tree, { start, range: boxes, prose }) ? boxes : undefined;
}

interface Row {
  readonly at: number;
  readonly name: string;
  readonly isMarked: boolean;
}

/** A name in a line of its own, with a text under it. */
function rowAt(blocks: readonly Block[], at: number): Row | undefined {
  const { text, kind } = blocks[at]!;
  const next = blocks[at + 1]!;
  if (text.length > MAX_HEAD || kind === 'heading' || next.kind === 'heading') return undefined;
  const following = next.weight < LEAST_TEXT ? blocks[at + 2] : next;
  if (following === undefined || following.weight < LEAST_TEXT || following.links > 2) return undefined;
  const line = text.replace(NUMBER, '').trim();
  const name = line.replace(MARK, '').trim();
  if (!isName(name) || !beginsBox(blocks[at]!, at)) return undefined;
  return { at, name, isMarked: name !== line };
}

/** Whether a line is the first of a box that has more. */
function beginsBox({ box }: Block, at: number): boolean {
  return (
    outermost(box, (one) => one.first === at && one.end - at < 2)?.parent?.first === at || box.end - at >= 2
  );
}

/** The range of rows that are boxes of one kind side by side, of different readers. */
function alike({ blocks }: PageTree, rows: readonly Row[]): BlockRange | undefined {
  const [one, other] = [blocks[rows[0]!.at]!, blocks[rows[1]!.at]!];
  const first = outermostApart(one, other);
  const used: Row[] = [];
  let end = 0;
  if (first?.parent === undefined || nearest(first, 'h1') !== undefined) return undefined;
  const signature = looseSignature(first);
  for (const [i, row] of rows.entries()) {
    const neighbour = blocks[rows[i === 0 ? 1 : i - 1]!.at]!;
    const box = outermostApart(blocks[row.at]!, neighbour);
    if (box?.parent !== first.parent || looseSignature(box) !== signature || box.first !== row.at) break;
    if (box.end - box.first < 2) break;
    used.push(row);
    end = box.end;
  }
  const names = new Set(used.map(({ name }) => name.toLowerCase()));
  if (used.length < LEAST || names.size < 2 || names.size < used.length / 2) return undefined;
  const range = { first: first.first, end };
  const replies = blocks
    .slice(range.first, range.end)
    .filter(({ text }) => text.length < 40 && REPLY.test(text));
  const areMarked = used.every(({ isMarked }) => isMarked) || replies.length >= used.length;
  const readers = used.filter(({ name }) => A_READER.test(name) && !/\s\d/.test(name)).length;
  return areMarked || readers >= used.length / 2 ? range : undefined;
}
