import { readWholeOpml } from '../core/opml/whole-opml.ts';
import { writeOpml } from '../core/opml/write-opml.ts';
import type { Database } from '../io/store/database.ts';
import { addFeeds, listFeeds } from '../io/store/feeds.ts';
import { opmlOfFeed } from '../service/opml-of-feed.ts';

/** The largest list that is accepted, in bytes: some ten thousand feeds. */
export const OPML_BYTES = 4 * 2 ** 20;

/** The watched feeds as OPML 2.0. */
export async function exportOpml(db: Database, now: Date): Promise<string> {
  const feeds = (await listFeeds(db)).filter(({ origin }) => origin !== 'sample');
  return writeOpml('chipwatch', feeds.map(opmlOfFeed), now);
}

interface Imported {
  readonly added: number;
  /** Feeds that were watched already. */
  readonly known: number;
  /** Entries that were left out, and why. */
  readonly problems: readonly string[];
}

/** Adds the feeds of a list, or says why it cannot be used. */
export async function importOpml(
  db: Database,
  source: string,
): Promise<Imported | { readonly refused: string }> {
  const whole = readWholeOpml(source);
  if (whole.status === 'refused') return { refused: whole.message };
  const { list } = whole;
  const known = new Set((await listFeeds(db)).flatMap((row) => [row.url, row.listed_url]));
  const added = await addFeeds(
    db,
    list.feeds
      .filter(({ url }) => !known.has(url))
      .map((feed) => ({
        origin: 'import' as const,
        url: feed.url,
        outlet: feed.title ?? new URL(feed.url).hostname.replace(/^www\./, ''),
        language: feed.language,
        category: feed.folders.at(-1),
      })),
  );
  return {
    added: added.length,
    known: list.feeds.length - added.length,
    problems: list.problems.map(({ line, message }) => `line ${line}: ${message}`),
  };
}
