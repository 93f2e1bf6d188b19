import type { FeedContext } from '../dates/date-context.ts';
import { Children, type FeedDocument, type FeedNode } from './feed-document.ts';
import type { FeedLimits } from './limits.ts';

/** What is needed to interpret an element. */
export interface AssemblyContext {
  readonly format: FeedDocument['format'];
  readonly limits: FeedLimits;
  /** Base of relative addresses outside the scope of any `xml:base`. */
  readonly base: string;
  /** Faults that were found, one sentence each. */
  readonly problems: Set<string>;
  /** The context for ambiguous dates. */
  readonly dates: FeedContext;
  /** Names of date elements with the same value in all entries. They date the feed and are ignored in its entries. */
  readonly constant?: ReadonlySet<string>;
}

/** A channel or an entry, with its children indexed by name. */
export interface AssemblySubject {
  readonly node: FeedNode;
  readonly children: Children;
}

/** Indexes the children of a channel or an entry by name. */
export function assemblySubject(node: FeedNode): AssemblySubject {
  return { node, children: new Children(node) };
}

/** The attribute with this local name and any prefix: `rdf:about`, `about`. */
export function attributeNamed(node: FeedNode, local: string): string | undefined {
  for (const name in node.attributes) {
    if (name === local || name.endsWith(`:${local}`)) return node.attributes[name];
  }
  return undefined;
}
