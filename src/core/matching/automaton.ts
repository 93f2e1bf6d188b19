/**
 * Aho–Corasick over UTF-16 units (Aho and Corasick, 1975), its goto function packed into a double array (Aoe, 1989):
 * from state `s` unit `c` leads to `t = base[s] + code[c]` if `check[t] === s`. Reading costs one step per unit
 * whatever the number of patterns.
 */
export interface Automaton {
  /** 0 for units that no pattern contains. */
  readonly codes: Uint16Array;
  readonly base: Int32Array;
  readonly check: Int32Array;
  readonly fail: Int32Array;
  /** First entry of the state's patterns in `outputs`, or -1. */
  readonly firstOutput: Int32Array;
  /** The next shorter state (by failure) that has patterns, or 0. */
  readonly outputLink: Int32Array;
  /** Pattern numbers, the lists ended by -1. */
  readonly outputs: Int32Array;
}

interface Trie {
  /** Children of each node as (code, node) pairs in order of code. */
  readonly children: [number, number][][];
  readonly patterns: number[][];
}

/** Builds the automaton for non-empty patterns; pattern numbers are indices into `patterns`. */
export function buildAutomaton(patterns: readonly Uint16Array[]): Automaton {
  const codes = new Uint16Array(0x10000);
  let alphabet = 0;
  for (const pattern of patterns) {
    for (const unit of pattern) if (codes[unit] === 0) codes[unit] = ++alphabet;
  }
  const trie = buildTrie(patterns, codes);
  const placed = place(trie, alphabet);
  return { codes, ...placed, ...link(trie, placed.base, placed.check, placed.stateOf) };
}

function buildTrie(patterns: readonly Uint16Array[], codes: Uint16Array): Trie {
  const children: [number, number][][] = [[]];
  const own: number[][] = [[]];
  const edges = new Map<number, number>();
  for (const [number, pattern] of patterns.entries()) {
    let node = 0;
    for (const unit of pattern) {
      const code = codes[unit]!;
      const edge = node * 0x10000 + code;
      let next = edges.get(edge);
      if (next === undefined) {
        next = children.length;
        children.push([]);
        own.push([]);
        edges.set(edge, next);
        children[node]!.push([code, next]);
      }
      node = next;
    }
    own[node]!.push(number);
  }
  for (const list of children) list.sort((a, b) => a[0] - b[0]);
  return { children, patterns: own };
}

const FREE = -1;
/** Cells tried for a node with several children before the search starts further on. */
const PATIENCE = 32;

/**
 * Finds room for each node's children. A node with one child takes the first free cell; the others look only where
 * the array is still sparse, or building would take time quadratic in the number of terms.
 */
function place(trie: Trie, alphabet: number) {
  const stateOf = new Int32Array(trie.children.length);
  let base = new Int32Array(2 * (trie.children.length + alphabet) + 2);
  let check = new Int32Array(base.length).fill(FREE);
  // No cell lies below this, so that no base is negative.
  const lowest = alphabet + 1;
  let firstFree = lowest;
  let sparseFrom = lowest;
  const reserve = (size: number) => {
    if (size <= check.length) return;
    const larger = new Int32Array(2 * size);
    larger.set(base);
    base = larger;
    const largerCheck = new Int32Array(2 * size).fill(FREE);
    largerCheck.set(check);
    check = largerCheck;
  };
  for (const node of breadthFirst(trie)) {
    const list = trie.children[node]!;
    if (list.length === 0) continue;
    const first = list[0]![0];
    let cell = list.length === 1 ? firstFree : sparseFrom;
    for (let tries = 0; ; cell++) {
      reserve(cell + alphabet + 1);
      if (fits(check, cell - first, list)) break;
      if (list.length > 1 && ++tries > PATIENCE) sparseFrom = cell;
    }
    if (list.length === 1) firstFree = cell + 1;
    const state = stateOf[node]!;
    base[state] = cell - first;
    for (const [code, child] of list) {
      check[cell - first + code] = state;
      stateOf[child] = cell - first + code;
    }
  }
  return { base, check, stateOf };
}

function fits(check: Int32Array, base: number, list: readonly [number, number][]): boolean {
  for (const [code] of list) if (check[base + code] !== FREE) return false;
  return true;
}

function breadthFirst(trie: Trie): number[] {
  const order = [0];
  for (let at = 0; at < order.length; at++) {
    for (const [, child] of trie.children[order[at]!]!) order.push(child);
  }
  return order;
}

/** Failure and output links, parents before children. */
function link(trie: Trie, base: Int32Array, check: Int32Array, stateOf: Int32Array) {
  const fail = new Int32Array(base.length);
  const outputLink = new Int32Array(base.length);
  const firstOutput = new Int32Array(base.length).fill(-1);
  const outputs: number[] = [];
  for (const node of breadthFirst(trie)) {
    const state = stateOf[node]!;
    const own = trie.patterns[node]!;
    if (own.length > 0) {
      firstOutput[state] = outputs.length;
      outputs.push(...own, -1);
    }
    outputLink[state] = firstOutput[fail[state]!] === -1 ? outputLink[fail[state]!]! : fail[state]!;
    for (const [code, child] of trie.children[node]!) {
      const target = stateOf[child]!;
      if (node === 0) continue;
      let back = fail[state]!;
      while (back !== 0 && check[base[back]! + code] !== back) back = fail[back]!;
      const next = base[back]! + code;
      fail[target] = check[next] === back ? next : 0;
    }
  }
  return { fail, outputLink, firstOutput, outputs: Int32Array.from(outputs) };
}

/** Calls `found(pattern, end)` for every occurrence, `end` exclusive, in order of end. */
export function scan(
  automaton: Automaton,
  units: Uint16Array,
  length: number,
  found: (pattern: number, end: number) => void,
): void {
  const { codes, base, check, fail, firstOutput, outputLink, outputs } = automaton;
  let state = 0;
  for (let at = 0; at < length; at++) {
    const code = codes[units[at]!]!;
    if (code === 0) {
      state = 0;
      continue;
    }
    let next = base[state]! + code;
    while (check[next] !== state) {
      if (state === 0) {
        next = 0;
        break;
      }
      state = fail[state]!;
      next = base[state]! + code;
    }
    state = next;
    for (let output = state; output !== 0; output = outputLink[output]!) {
      let entry = firstOutput[output]!;
      if (entry < 0) continue;
      for (let pattern = outputs[entry]!; pattern >= 0; pattern = outputs[++entry]!) found(pattern, at + 1);
    }
  }
}
