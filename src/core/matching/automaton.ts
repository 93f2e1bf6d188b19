import { buildTrie, type Trie } from './trie.ts';
import { codeOf, packUnitCodes, type UnitCodes } from './unit-codes.ts';

/**
 * Aho–Corasick over UTF-16 units (Aho and Corasick, 1975), with the goto function in a double array (Aoe, 1989): from
 * state `s` unit `c` leads to `t = base[s] + code[c]` if `check[t] === s`. Reading takes one step for each unit, for
 * any number of patterns.
 */
export interface Automaton {
  /** The code of each unit; 0 for units in no pattern. */
  readonly codes: UnitCodes;
  /** `CELL` numbers for each state, adjacent because they are read together. See `pack`. */
  readonly cells: Int32Array;
  /** The state that each code leads to from the root. */
  readonly rootNext: Int32Array;
  /** Lists of pattern numbers. A list ends with `END`, or goes on in the list of a shorter suffix. */
  readonly outputs: Int32Array;
}

const BASE = 0;
const CHECK = 1;
const FAIL = 2;
const CELL = 3;
/** The upper bits of a number in a cell are a state. The others are a third of the index in `outputs`. */
const SHIFT = 8;
const LOW = 0xff;
/** States, and indices in `outputs`, are below this: states are read with their sign, because of `FREE`. */
const LIMIT = 2 ** 23;

/** Ends the list of a state's patterns. A lower number in its place says where the list goes on; see `goOnAt`. */
const END = -1;
/** The list of the states in which no pattern ends. */
const NO_OUTPUT = 0;

/**
 * Builds the automaton for non-empty patterns; pattern numbers are indices into `patterns`.
 *
 * @param extend gives the same code to units that a text may have in place of those of the patterns
 * @throws RangeError for more than eight million states
 */
export function buildAutomaton(
  patterns: readonly Uint16Array[],
  extend: (codes: Uint16Array) => void = () => {},
): Automaton {
  const codes = new Uint16Array(0x10000);
  let alphabet = 0;
  for (const pattern of patterns) {
    for (const unit of pattern) if (codes[unit] === 0) codes[unit] = ++alphabet;
  }
  const trie = buildTrie(patterns, codes);
  const placed = place(trie, alphabet);
  const { fail, firstOutput, outputs } = link(trie, placed);
  const { base, check } = placed;
  const cells = pack({ base, check, fail, firstOutput, outputs });
  const rootNext = new Int32Array(alphabet + 1);
  for (let code = 1; code <= alphabet; code++) {
    const next = base[0]! + code;
    rootNext[code] = check[next] === 0 ? next : 0;
  }
  extend(codes);
  return { codes: packUnitCodes(codes), cells, rootNext, outputs };
}

/** Three numbers for each state instead of four; in a large lexicon that saves a quarter of the automaton. */
function pack({ base, check, fail, firstOutput, outputs }: Placed & Links): Int32Array {
  if (Math.max(base.length, outputs.length) > LIMIT)
    throw new RangeError('too many patterns for one automaton');
  const cells = new Int32Array(base.length * CELL);
  for (let state = 0; state < base.length; state++) {
    const at = state * CELL;
    const output = firstOutput[state]!;
    cells[at + BASE] = (base[state]! << SHIFT) | (output & LOW);
    cells[at + CHECK] = (check[state]! << SHIFT) | ((output >> SHIFT) & LOW);
    cells[at + FAIL] = (fail[state]! << SHIFT) | (output >> (2 * SHIFT));
  }
  return cells;
}

/** Where the patterns that end in the state begin in `outputs`. */
function outputOf(cells: Int32Array, state: number): number {
  const at = state * CELL;
  return (
    (cells[at + BASE]! & LOW) |
    ((cells[at + CHECK]! & LOW) << SHIFT) |
    ((cells[at + FAIL]! & LOW) << (2 * SHIFT))
  );
}

interface Placed {
  readonly base: Int32Array;
  readonly check: Int32Array;
}

const FREE = -1;
/** Cells tried for a node with several children before the start of the search moves on. */
const PATIENCE = 16;

/**
 * Finds cells for each node's children. A node with one child takes the first free cell. The others search only where
 * the array is still sparse; otherwise building would take quadratic time.
 */
function place(trie: Trie, alphabet: number): Placed & { readonly stateOf: Int32Array } {
  const { code, firstChild, nextSibling } = trie;
  const stateOf = new Int32Array(trie.nodes);
  let base = new Int32Array(2 * (trie.nodes + alphabet) + 2);
  let check = new Int32Array(base.length).fill(FREE);
  // All cells are above this, so that no base is negative.
  const lowest = alphabet + 1;
  let firstFree = lowest;
  let sparseFrom = lowest;
  let highest = 0;
  const fits = (candidate: number, node: number) => {
    for (let child = firstChild[node]!; child !== 0; child = nextSibling[child]!) {
      if (check[candidate + code[child]!] !== FREE) return false;
    }
    return true;
  };
  for (const node of trie.order) {
    const first = firstChild[node]!;
    if (first === 0) continue;
    const isSingle = nextSibling[first] === 0;
    let cell = isSingle ? firstFree : sparseFrom;
    for (let tries = 0; ; cell++) {
      if (cell + alphabet + 1 > check.length) {
        base = resized(base, 2 * (cell + alphabet), 0);
        check = resized(check, 2 * (cell + alphabet), FREE);
      }
      if (check[cell] === FREE && fits(cell - code[first]!, node)) break;
      if (!isSingle && ++tries > PATIENCE) sparseFrom = cell;
    }
    if (isSingle) firstFree = cell + 1;
    const state = stateOf[node]!;
    base[state] = cell - code[first]!;
    for (let child = first; child !== 0; child = nextSibling[child]!) {
      const target = base[state]! + code[child]!;
      check[target] = state;
      stateOf[child] = target;
      highest = Math.max(highest, target);
    }
  }
  // Half of the cells are never used. No code leads from any state beyond the last of these.
  const size = highest + alphabet + 1;
  return { base: resized(base, size, 0), check: resized(check, size, FREE), stateOf };
}

function resized(array: Int32Array, size: number, filler: number): Int32Array<ArrayBuffer> {
  const resized = new Int32Array(size).fill(filler, array.length);
  resized.set(array.subarray(0, size));
  return resized;
}

interface Links {
  readonly fail: Int32Array;
  readonly firstOutput: Int32Array;
  readonly outputs: Int32Array;
}

/** Failure links and the patterns of each state, parents before children. */
function link(trie: Trie, { base, check, stateOf }: ReturnType<typeof place>): Links {
  const fail = new Int32Array(base.length);
  const firstOutput = new Int32Array(base.length).fill(NO_OUTPUT);
  const ending = new Map<number, number[]>();
  for (const [number, node] of trie.endOf.entries()) {
    const own = ending.get(node);
    if (own === undefined) ending.set(node, [number]);
    else own.push(number);
  }
  const outputs: number[] = [END];
  for (const node of trie.order) {
    const state = stateOf[node]!;
    const failure = fail[state]!;
    const own = ending.get(node);
    if (own === undefined) {
      firstOutput[state] = firstOutput[failure]!;
    } else {
      firstOutput[state] = outputs.length;
      outputs.push(...own, goOnAt(firstOutput[failure]!));
    }
    if (node === 0) continue;
    for (let child = trie.firstChild[node]!; child !== 0; child = trie.nextSibling[child]!) {
      const code = trie.code[child]!;
      let back = failure;
      while (back !== 0 && check[base[back]! + code] !== back) back = fail[back]!;
      const next = base[back]! + code;
      fail[stateOf[child]!] = check[next] === back ? next : 0;
    }
  }
  return { fail, firstOutput, outputs: Int32Array.from(outputs) };
}

/** The number that ends a list of patterns and says that the list goes on at `index` of `outputs`. */
function goOnAt(index: number): number {
  return index === NO_OUTPUT ? END : END - index;
}

/** Calls `found(pattern, end)` for every occurrence in order of `end`, which is exclusive. */
export function scan(
  automaton: Automaton,
  units: Uint16Array,
  length: number,
  found: (pattern: number, end: number) => void,
): void {
  const { codes, cells, rootNext, outputs } = automaton;
  let state = 0;
  for (let at = 0; at < length; at++) {
    const code = codeOf(codes, units[at]!);
    if (code === 0) {
      state = 0;
      continue;
    }
    while (state !== 0) {
      const next = (cells[state * CELL + BASE]! >> SHIFT) + code;
      if (cells[next * CELL + CHECK]! >> SHIFT === state) {
        state = next;
        break;
      }
      state = cells[state * CELL + FAIL]! >> SHIFT;
    }
    // The root was reached by failure, or the previous state was not the root.
    if (state === 0) state = rootNext[code]!;
    let entry = outputOf(cells, state);
    while (entry !== NO_OUTPUT) {
      let pattern = outputs[entry]!;
      for (; pattern >= 0; pattern = outputs[++entry]!) found(pattern, at + 1);
      entry = END - pattern;
    }
  }
}

/** How many states there are, unused ones among them. */
export function stateCount({ cells }: Automaton): number {
  return cells.length / CELL;
}

/** The state that a code leads to from a state; -1 where it leads nowhere. */
export function childOf({ cells }: Automaton, state: number, code: number): number {
  const next = (cells[state * CELL + BASE]! >> SHIFT) + code;
  return cells[next * CELL + CHECK]! >> SHIFT === state ? next : -1;
}

/** The state of the longest proper suffix of what led to a state. */
export function failureOf({ cells }: Automaton, state: number): number {
  return cells[state * CELL + FAIL]! >> SHIFT;
}

/** The patterns that end in a state. */
export function* patternsAt({ cells, outputs }: Automaton, state: number): Generator<number> {
  let entry = outputOf(cells, state);
  while (entry !== NO_OUTPUT) {
    let pattern = outputs[entry]!;
    for (; pattern >= 0; pattern = outputs[++entry]!) yield pattern;
    entry = END - pattern;
  }
}
