import type { PageTree } from '../page/page-tree.ts';
import { sumValues, valueOf } from './block-value.ts';
import { isLast, isName } from './comment-rows.ts';
import { timeIn } from './comment-time.ts';
import type { BlockRange } from './block-range.ts';
import { MARK } from './undated-replies.ts';

/** Comments of one page, fewer of which may be anything, and different names among them. */
const LEAST = 3;
const LEAST_NAMES = 2;
/** Longest name with its time, and the least text of a comment. Characters. */
const MAX_HEAD = 70;
const LEAST_TEXT = 15;
/** Blocks that are looked at in one page, and those between two comments. */
const MAX_LOOKED = 4_000;
const MAX_APART = 2;

/** A name as one logs in with: `nina77`, `walter_h`. Terms of a list, which have colons too, begin small or have digits. */
const LOG_IN = /^(?=\D*\p{L})(?=.*[\d_])[\p{L}\d_.-]{4,24}$/u;

interface Head {
  readonly block: number;
  readonly name: string;
  readonly isTimed: boolean;
  readonly isMarked: boolean;
}

/**
 * Finds readers' comments that have no elements of their own: lines at the end of the page that each begin with a name and a colon, or
 * with a name and a time. All have a time with its hour or a word such as `says`, or half of the names are such as only readers have.
 * The answers of an interview have names of persons.
 *
 * @param own the index of the headline's block; -1 where the page has none
 */
export function findInlineReplies(tree: PageTree, own: number): BlockRange | undefined {
  const { blocks } = tree;
  const start = Math.max(0, own + 1);
  const heads: Head[] = [];
  for (let i = Math.min(blocks.length, start + MAX_LOOKED) - 1; i >= start; i--) {
    const { text, kind, dropped } = blocks[i]!;
    if (dropped !== undefined) continue;
    const found = kind === 'heading' ? [] : headsIn(text, i);
    // What a block begins with decides, because a block is dropped as a whole.
    if (found.length > 0 && found[0]!.block === i && beginsWithHead(text)) heads.unshift(...found);
    else if (heads.length > 0 && heads[0]!.block - i > MAX_APART) break;
  }
  if (heads.length < LEAST || !areReplies(heads)) return undefined;
  const range = { first: heads[0]!.block, end: blocks.length };
  const prose = sumValues(tree, (block) => Math.max(0, valueOf(block)));
  return isLast(tree, { start, range, prose }) ? range : undefined;
}

function areReplies(heads: readonly Head[]): boolean {
  const names = new Set(heads.map(({ name }) => name.toLowerCase()));
  if (names.size < LEAST_NAMES || names.size < heads.length / 2) return false;
  if (heads.every(({ isTimed }) => isTimed) || heads.every(({ isMarked }) => isMarked)) return true;
  return heads.filter(({ name }) => LOG_IN.test(name)).length >= heads.length / 2;
}

function headsIn(text: string, block: number): Head[] {
  if (!text.includes(':') && !text.includes('：')) return [];
  return text.split('\n').flatMap((line) => headOf(line, block) ?? []);
}

function beginsWithHead(text: string): boolean {
  return headOf(text.split('\n', 1)[0]!, 0) !== undefined;
}

/** The name with which a comment begins. */
function headOf(line: string, block: number): Head | undefined {
  const colon = COLON.exec(line.slice(0, MAX_HEAD + 1));
  // `walter_h, 12.03.2026 14:05`, and the text in the next line.
  const said = colon === null ? line : line.slice(0, colon.index);
  if (said.length > MAX_HEAD) return undefined;
  if (colon !== null && line.length - colon.index < LEAST_TEXT) return undefined;
  const time = timeIn(said);
  const when = time?.isDay === true ? undefined : time;
  if (colon === null && when === undefined) return undefined;
  const bare = when === undefined ? said : `${said.slice(0, when.at)} ${said.slice(when.end)}`;
  const words = bare.replace(EDGES, '').trim();
  const name = words.replace(MARK, '').replace(EDGES, '').trim();
  if (!isName(name)) return undefined;
  return {
    block,
    name,
    isTimed: when !== undefined,
    isMarked: name !== words && !QUOTED.test(line.slice(said.length)),
  };
}

/** Not that of an hour. */
const COLON = /(?<!\d):(?=\s|$)|:(?=\s)|：/u;
/** What a person said to a newsroom is in quotes, what a reader wrote is not. */
const QUOTED = /^[:：]?\s*["“”„«»‘'「『]/u;
const EDGES = /^[\s·•|,–—()[\]#-]+|[\s·•|,–—()[\]-]+$/g;
