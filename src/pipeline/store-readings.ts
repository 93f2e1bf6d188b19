import { placesOf } from '../io/store/article-addresses.ts';
import {
  type ReadArticle,
  type StoredArticle,
  storeAllMatches,
  storeArticles,
  type StoredReading,
} from '../io/store/articles.ts';
import type { Database } from '../io/store/database.ts';
import { finishItems, type ItemWithFeed } from '../io/store/item-attempts.ts';
import type { PageRecord } from '../io/store/items.ts';
import { record } from '../io/store/ledger.ts';
import { gather, perDatabase } from './gather.ts';
import type { Publishing } from './publication.ts';
import { publishArticles } from './publish-story.ts';
import type { Reader } from './reader.ts';
import type { ReadPage } from './threads/read-article.ts';

/** What one item has come to. */
export interface FinishedReading {
  readonly publishing: Publishing;
  /** Whether more is about to come. */
  readonly reader: Pick<Reader, 'load'>;
  readonly item: ItemWithFeed;
  readonly read: ReadPage;
  readonly article: ReadArticle;
  /** How it ended, for people. */
  readonly outcome: string;
  /** What is kept of the page's claim, by where the article was stored. */
  readonly page: (stored: StoredArticle) => PageRecord | undefined;
  readonly now: Date;
}

/**
 * Stores an item's article, its matches, and that the item is done, together with those of other items that are ready
 * now: one transaction for all. Returns the deliveries that are due; they may be those of the others, too.
 */
export function storeReading(db: Database, reading: FinishedReading): Promise<readonly string[]> {
  return storing(db)(reading);
}

/** A busy service stores so much later what it has read. Milliseconds. */
const COMPANY = 40;
/** All that is stored together becomes one text for the database, and the event loop waits for that. Letters. */
const MOST_TEXT = 500_000;

const storing = perDatabase((db: Database) =>
  gather<FinishedReading, readonly string[]>((readings) => storeAll(db, readings), {
    weight: { of: ({ article }) => article.article.text.length, most: MOST_TEXT },
    apart: (reading) => [`item ${reading.item.id}`, ...placesOf(toStored(reading))],
    // Where others are being read they are soon ready, and a transaction for each would keep the readers waiting.
    linger: ({ reader: { load } }) => (load.waiting + load.running > 0 ? COMPANY : 0),
  }),
);

function toStored({ article, item }: FinishedReading): StoredReading {
  return { read: article, item };
}

async function storeAll(db: Database, readings: readonly FinishedReading[]): Promise<string[][]> {
  const [first] = readings;
  if (first === undefined) return [];
  const { publishing, now } = first;
  const due = await db.transaction().execute(async (tx) => {
    const articles = await storeArticles(tx, readings.map(toStored), now);
    const all = readings.map((reading, at) => ({ ...reading, stored: articles[at]! }));
    await storeAllMatches(
      tx,
      all
        .filter(({ stored, read }) => !stored.isNew || read.matches.length > 0)
        .map(({ stored, read }) => ({ articleId: stored.id, matches: read.matches, isNew: stored.isNew })),
      now,
    );
    await finishItems(
      tx,
      all.map(({ item, outcome, stored, page }) => ({
        id: item.id,
        state: 'done',
        outcome,
        articleId: stored.id,
        page: page(stored),
        now,
      })),
    );
    await record(
      tx,
      now,
      all.map(({ item, stored, outcome, read }) => ({
        event: 'read',
        itemId: item.id,
        articleId: stored.id,
        detail: { outcome, language: read.language, topics: read.matches.map(briefly) },
      })),
    );
    return publishArticles(
      publishing,
      tx,
      all
        .filter(({ read }) => read.matches.length > 0)
        .map(({ stored, read, item, publishing: { log } }) => ({
          article: stored,
          matches: read.matches,
          story: read.story,
          backlog: item.backlog || read.isFromArchive,
          log,
        })),
    );
  });
  // They are announced once; whose they are the queue does not ask.
  return readings.map((_, at) => (at === 0 ? due : []));
}

function briefly({ topic, level, confidence, stance }: ReadPage['matches'][number]) {
  return { topic, level, confidence, stance };
}
