/** A tree of patterns, in arrays. Node 0 is the root. */
export interface Trie {
  readonly nodes: number;
  /** The code on the edge that leads to each node. */
  readonly code: Uint16Array;
  /** The children of a node are linked in order of code. 0 ends a list; the root is never a child. */
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  /** Every node, parents before children. */
  readonly order: Int32Array;
  /** The node at which each pattern ends. */
  readonly endOf: Int32Array;
}

/** In sorted order each pattern shares its beginning with the previous one, so no node has to be searched. */
export function buildTrie(patterns: readonly Uint16Array[], codes: Uint16Array): Trie {
  const order = patterns
    .map((_, number) => number)
    .sort((a, b) => compare(patterns[a]!, patterns[b]!, codes));
  const capacity = patterns.reduce((sum, pattern) => sum + pattern.length, 1);
  const code = new Uint16Array(capacity);
  const firstChild = new Int32Array(capacity);
  const lastChild = new Int32Array(capacity);
  const nextSibling = new Int32Array(capacity);
  const endOf = new Int32Array(patterns.length);
  const path = [0];
  let nodes = 1;
  for (const number of order) {
    const pattern = patterns[number]!;
    let depth = 0;
    while (
      depth < pattern.length &&
      depth + 1 < path.length &&
      code[path[depth + 1]!] === codes[pattern[depth]!]
    ) {
      depth++;
    }
    path.length = depth + 1;
    for (; depth < pattern.length; depth++) {
      const parent = path[depth]!;
      const node = nodes++;
      code[node] = codes[pattern[depth]!]!;
      if (firstChild[parent] === 0) firstChild[parent] = node;
      else nextSibling[lastChild[parent]!] = node;
      lastChild[parent] = node;
      path.push(node);
    }
    endOf[number] = path[depth]!;
  }
  return { nodes, code, firstChild, nextSibling, order: breadthFirst(nodes, firstChild, nextSibling), endOf };
}

function compare(a: Uint16Array, b: Uint16Array, codes: Uint16Array): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    if (a[at] !== b[at]) return codes[a[at]!]! - codes[b[at]!]!;
  }
  return a.length - b.length;
}

function breadthFirst(nodes: number, firstChild: Int32Array, nextSibling: Int32Array): Int32Array {
  const order = new Int32Array(nodes);
  let size = 1;
  for (let at = 0; at < size; at++) {
    for (let child = firstChild[order[at]!]!; child !== 0; child = nextSibling[child]!) order[size++] = child;
  }
  return order;
}
