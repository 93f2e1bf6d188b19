import { writeOpml } from '../core/opml/write-opml.ts';
import type { Database } from '../io/store/database.ts';
import { listFeeds } from '../io/store/feeds/feeds.ts';
import { importFeeds } from '../service/import-feeds.ts';
import type { Service } from '../service/open-service.ts';
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

/** Adds the feeds of a list, or says why it cannot be used. It is read on a thread: a long one takes most of a second. */
export async function importOpml(
  { store, pipeline }: Pick<Service, 'store' | 'pipeline'>,
  source: string,
): Promise<Imported | { readonly refused: string }> {
  const whole = await pipeline.reader.readOpml(source);
  if (whole.status === 'refused') return { refused: whole.message };
  const { feeds, problems } = whole.list;
  const { added, known } = await importFeeds(store.db, feeds);
  return {
    added: added.length,
    known,
    problems: problems.map(({ line, message }) => `line ${line}: ${message}`),
  };
}
