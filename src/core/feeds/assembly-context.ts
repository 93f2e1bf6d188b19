import type { FeedContext } from '../dates/date-context.ts';
import { Children, type FeedDocument, type FeedNode } from './feed-document.ts';
import type { FeedLimits } from './limits.ts';

/** What the meaning of an element depends on, besides the element. */
export interface AssemblyContext {
  readonly format: FeedDocument['format'];
  readonly limits: FeedLimits;
  /** Base of relative addresses where no `xml:base` is in force. */
  readonly base: string;
  /** What was damaged, one sentence each. */
  readonly problems: Set<string>;
  /** What settles what the feed's dates leave open. */
  readonly dates: FeedContext;
}

/** A channel or an entry, with its children indexed by name. */
export interface AssemblySubject {
  readonly node: FeedNode;
  readonly children: Children;
}

export function assemblySubject(node: FeedNode): AssemblySubject {
  return { node, children: new Children(node) };
}

/** An attribute by its local name, with any prefix: `rdf:about`, `about`. */
export function attributeNamed(node: FeedNode, local: string): string | undefined {
  for (const name in node.attributes) {
    if (name === local || name.endsWith(`:${local}`)) return node.attributes[name];
  }
  return undefined;
}
