import type { Feed } from './feed.ts';

/** An element of a feed, whichever reader read it. */
export interface FeedNode {
  /**
   * What the element means, not how its prefix was spelled: `title` in the feed's own vocabulary,
   * `dc:creator`, `atom:link`, `xhtml:body` in others. Lower case.
   */
  readonly name: string;
  /** Names in lower case, as written otherwise; no prototype. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Text with its references decoded, and child elements, in document order. */
  readonly parts: (string | FeedNode)[];
  /** The `xml:base` in force, absolute; undefined where none is. */
  readonly base: string | undefined;
  /** The `xml:lang` in force. */
  readonly language: string | undefined;
}

/** What the XML readers hand to `assembleFeed`: elements, not yet interpreted. */
export interface FeedDocument {
  readonly format: Exclude<Feed['format'], 'json'>;
  /** The children of channel and feed that are not entries. */
  readonly channel: FeedNode;
  /** In file order. */
  readonly entries: readonly FeedNode[];
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

  /** The first value that the elements give, taken in the order of the names. Empty strings are no values. */
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

/** All text below an element, tags left out, blanks at both ends removed. */
export function textOf(node: FeedNode): string {
  const { parts } = node;
  if (parts.length === 1 && typeof parts[0] === 'string') return parts[0].trim();
  const pieces: string[] = [];
  collectText(node, pieces);
  return pieces.join('').trim();
}

// The depth of a tree is bounded by the reader, so that recursion is.
function collectText(node: FeedNode, pieces: string[]): void {
  for (const part of node.parts) {
    if (typeof part === 'string') pieces.push(part);
    else collectText(part, pieces);
  }
}
