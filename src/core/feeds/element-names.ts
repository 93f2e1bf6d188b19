import { CUSTOMARY_PREFIXES, knownPrefix } from './namespaces.ts';

/** Prefix to namespace, for elements that declare some. The empty prefix is the default namespace. */
export type Scope = ReadonlyMap<string, string>;

/** The root element of a document. */
export interface FeedRoot {
  readonly format: 'rss' | 'rdf' | 'atom';
  readonly prefix: string;
  /** The namespace of the root element, and the default namespace declared on it. */
  readonly uris: ReadonlySet<string>;
}

const ROOTS: Readonly<Record<string, FeedRoot['format']>> = {
  rss: 'rss',
  rdf: 'rdf',
  feed: 'atom',
  channel: 'rss',
};

/** The prefix and the local name of a tag; the prefix is empty where there is none. */
export function splitTag(tag: string): { prefix: string; local: string } {
  const colon = tag.indexOf(':');
  return colon < 0
    ? { prefix: '', local: tag }
    : { prefix: tag.slice(0, colon), local: tag.slice(colon + 1) };
}

/** Whether a tag begins a feed. The namespace is ignored because feeds so often have a wrong one. */
export function feedRoot(tag: string, scope: Scope): FeedRoot | undefined {
  const { prefix, local } = splitTag(tag);
  const format = Object.hasOwn(ROOTS, local) ? ROOTS[local] : undefined;
  if (format === undefined) return undefined;
  const uris = new Set([scope.get(prefix), scope.get('')].filter((uri) => uri !== undefined));
  return { format, prefix, uris };
}

/**
 * The name of an element by its meaning: the local name alone in the feed's own vocabulary (any namespace),
 * `dc:creator` with our prefix in known vocabularies, the name as written in others.
 */
export function elementName(
  tag: string,
  root: FeedRoot,
  lookUp: (prefix: string) => string | undefined,
): string {
  const { prefix, local } = splitTag(tag);
  const uri = lookUp(prefix);
  if (uri === undefined || uri === '') {
    return prefix === '' || prefix === root.prefix ? local : tag;
  }
  const known = knownPrefix(uri);
  if (known === 'core' || (known === 'atom' && root.format === 'atom')) return local;
  if (known !== undefined && !(known === 'rdf' && prefix === '')) return `${known}:${local}`;
  if (root.uris.has(uri)) return local;
  // A well-known prefix with an unknown namespace is a typing error in the namespace.
  return CUSTOMARY_PREFIXES.has(prefix) ? tag : `${prefix === '' ? 'unknown' : prefix}:${local}`;
}
