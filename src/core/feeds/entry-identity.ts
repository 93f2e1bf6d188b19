import { createHash } from 'node:crypto';
import type { FeedEntry } from './feed.ts';

/**
 * Entries without repetition: the same id and link are one entry, the first in the file; the same id with
 * another link is another entry, since publishers copy guids.
 */
export function distinctEntries(entries: readonly FeedEntry[]): FeedEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ id, link }) => {
    const key = `${id}\n${link ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A stable id for an entry that has neither id nor link, from what it says. */
export function fallbackId(
  title: string | undefined,
  date: Date | undefined,
  text: string | undefined,
): string {
  const said = JSON.stringify([title ?? '', date?.getTime() ?? 0, text ?? '']);
  return `sha256:${createHash('sha256').update(said).digest('hex').slice(0, 32)}`;
}
