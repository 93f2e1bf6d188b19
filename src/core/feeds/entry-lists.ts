import { webAddress } from './addresses.ts';
import { type AssemblyContext, attributeNamed, type AssemblySubject } from './assembly-context.ts';
import type { FeedEntry } from './feed.ts';
import { Children, type FeedNode } from './feed-document.ts';
import { oneLine } from './plain-text.ts';
import { titleOf } from './text-constructs.ts';

/** Files that come with an entry, from RSS, Atom and Media RSS, each address once. */
export function enclosuresOf(
  { children }: AssemblySubject,
  { base, limits }: AssemblyContext,
): FeedEntry['enclosures'] {
  const links = [...children.named('link'), ...children.named('atom:link')].filter(
    (link) => link.attributes['rel']?.trim().toLowerCase() === 'enclosure',
  );
  const groups = children.named('media:group').flatMap((group) => new Children(group).named('media:content'));
  const candidates = [
    ...children.named('enclosure'),
    ...links,
    ...children.named('media:content'),
    ...groups,
  ];
  const found = new Map<string, FeedEntry['enclosures'][number]>();
  for (const candidate of candidates) {
    if (found.size >= limits.maxListLength) break;
    const url = webAddress(addressOf(candidate), candidate.base ?? base, limits.maxAttributeLength);
    if (url === undefined || found.has(url)) continue;
    const length = Number(candidate.attributes['length'] ?? candidate.attributes['filesize']);
    found.set(url, {
      url,
      type: candidate.attributes['type']?.trim() || undefined,
      length: Number.isSafeInteger(length) && length > 0 ? length : undefined,
    });
  }
  return [...found.values()];
}

function addressOf(enclosure: FeedNode): string | undefined {
  return enclosure.attributes['url'] ?? enclosure.attributes['href'] ?? attributeNamed(enclosure, 'resource');
}

/** Categories as people read them, each once: the label or term of Atom, the text of RSS and Dublin Core. */
export function categoriesOf({ children }: AssemblySubject, { format, limits }: AssemblyContext): string[] {
  const found = new Set<string>();
  for (const name of ['category', 'atom:category', 'dc:subject']) {
    for (const child of children.named(name)) {
      if (found.size >= limits.maxListLength) break;
      const written = child.attributes['label']?.trim() || child.attributes['term']?.trim();
      const text = written
        ? oneLine(written, limits.maxTitleLength)
        : titleOf(child, format, limits.maxTitleLength);
      if (text) found.add(text);
    }
  }
  return [...found];
}
