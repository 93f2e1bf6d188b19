import { createHash } from 'node:crypto';
import type { FeedEntry } from './feed.ts';

/**
 * Gives every entry an id and drops repetitions.
 *
 * An entry without an id (the empty string) is identified by its link. If several such entries with different titles
 * share a link (tickers, live pages), they are identified by their content. Entries with the same id and link are
 * one, and the first is kept. The same id with another link is another entry, because publishers copy guids.
 */
export function identifyEntries(entries: readonly FeedEntry[]): FeedEntry[] {
  const titlesByLink = new Map<string, Set<string>>();
  for (const { id, link, title } of entries) {
    if (id !== '' || link === undefined) continue;
    const titles = titlesByLink.get(link) ?? new Set();
    titlesByLink.set(link, titles.add(title ?? ''));
  }
  const seen = new Set<string>();
  const kept: FeedEntry[] = [];
  for (const entry of entries) {
    const ownLink = entry.link !== undefined && (titlesByLink.get(entry.link)?.size ?? 0) <= 1;
    const id = entry.id || (ownLink ? entry.link : undefined) || fingerprint(entry);
    const key = `${id}\n${entry.link ?? ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(id === entry.id ? entry : { ...entry, id });
  }
  return kept;
}

/** A stable id for an entry that has none, from what it says. */
function fingerprint({ title, published, byAge, link, content, summary }: FeedEntry): string {
  const said = JSON.stringify([
    title ?? '',
    link ?? '',
    (byAge ? undefined : published)?.getTime() ?? 0,
    content ?? summary ?? '',
  ]);
  return `sha256:${createHash('sha256').update(said).digest('hex').slice(0, 32)}`;
}
