import type { Feed } from './feed.ts';

/** An element of a feed, from any reader. */
export interface FeedNode {
  /**
   * The name by meaning, whatever prefix was used: `title` in the feed's own vocabulary, `dc:creator`, `atom:link`,
   * `xhtml:body` in others. Lower case.
   */
  readonly name: string;
  /** Names in lower case, otherwise as written; the object has no prototype. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Text with its references decoded, and child elements, in document order. */
  readonly parts: (string | FeedNode)[];
  /** The applicable `xml:base`, absolute; undefined where none is. */
  readonly base: string | undefined;
  /** The applicable `xml:lang`. */
  readonly language: string | undefined;
}

/** What the XML readers pass to `assembleFeed`: elements that are not interpreted yet. */
export interface FeedDocument {
  readonly format: Exclude<Feed['format'], 'json' | 'h-feed'>;
  /** The children of channel and feed that are not entries. */
  readonly channel: FeedNode;
  /** In file order. */
  readonly entries: readonly FeedNode[];
  /** How many entries in the middle of the file were not kept, because there are too many. */
  readonly leftOut?: number;
  readonly problems: readonly string[];
}

const NO_NODES: readonly FeedNode[] = [];

/** The child elements of a node by name, in document order. */
export class Children {
  readonly #byName = new Map<string, FeedNode[]>();

  constructor(node: FeedNode) {
    for (const part of node.parts) {
      if (typeof part === 'string') continue;
      const same = this.#byName.get(part.name);
      if (same === undefined) this.#byName.set(part.name, [part]);
      else same.push(part);
    }
  }

  named(name: string): readonly FeedNode[] {
    return this.#byName.get(name) ?? NO_NODES;
  }

  /** The first value that the elements give, in the order of `names`. Empty strings do not count. */
  first<T>(names: readonly string[], read: (child: FeedNode) => T | undefined): T | undefined {
    for (const name of names) {
      for (const child of this.named(name)) {
        const value = read(child);
        if (value !== undefined && value !== '') return value;
      }
    }
    return undefined;
  }
}

/** All text below an element without tags, trimmed. */
export function textOf(node: FeedNode): string {
  const { parts } = node;
  if (parts.length === 1 && typeof parts[0] === 'string') return parts[0].trim();
  const pieces: string[] = [];
  collectText(node, pieces);
  return pieces.join('').trim();
}

// Recursion is bounded by the reader's limit on depth.
function collectText(node: FeedNode, pieces: string[]): void {
  for (const part of node.parts) {
    if (typeof part === 'string') pieces.push(part);
    else collectText(part, pieces);
  }
}
