import { placesOf } from '../../io/store/articles/article-addresses.ts';
import { type StoredArticle, storeAllMatches, storeArticles } from '../../io/store/articles/articles.ts';
import type { ReadArticle, StoredReading } from '../../io/store/articles/stored-reading.ts';
import type { Database } from '../../io/store/database.ts';
import { finishItems, type ItemWithFeed } from '../../io/store/items/item-attempts.ts';
import type { PageRecord } from '../../io/store/items/items.ts';
import { record } from '../../io/store/ledger.ts';
import { batchTasks, perDatabase } from '../batch-tasks.ts';
import type { Publishing } from '../stories/publication.ts';
import { publishArticles } from '../stories/publish-story.ts';
import type { DocumentReader } from '../threads/document-reader.ts';
import type { ReadPage } from '../threads/read-article.ts';

/** The result of reading one item. */
export interface FinishedReading {
  readonly publishing: Publishing;
  /** It knows whether more readings are about to come. */
  readonly reader: Pick<DocumentReader, 'unread'>;
  readonly item: ItemWithFeed;
  readonly read: ReadPage;
  readonly article: ReadArticle;
  /** How it ended, in words. */
  readonly outcome: string;
  /** When its page is read again, because it gave no article. */
  readonly again?: Date | undefined;
  /** What is stored of the page, depending on where the article was stored. */
  readonly page: (stored: StoredArticle) => PageRecord | undefined;
  readonly now: Date;
}

/**
 * Stores an item's article and matches and marks the item done, together with other items that are ready now, in one
 * transaction. Returns deliveries that are due, possibly of the other items.
 */
export function storeReading(db: Database, reading: FinishedReading): Promise<readonly string[]> {
  return storing(db)(reading);
}

/** The longest wait of a reading for others while a few or many articles are being read or wait for that. Milliseconds. */
const LINGER_MS = { few: 40, many: 150 };
/** So many unread articles are many. */
const MANY = 4;
/** The maximum text in one group. All of it becomes one JSON text, which blocks the event loop. Characters. */
const MOST_TEXT = 500_000;

const storing = perDatabase((db: Database) =>
  batchTasks<FinishedReading, readonly string[]>((readings) => storeAll(db, readings), {
    weight: { of: ({ article }) => article.article.text.length, most: MOST_TEXT },
    apart: (reading) => [`item ${reading.item.id}`, ...placesOf(toStored(reading))],
    // While other articles are being read more readings come soon, and a transaction for each would slow the readers.
    // Feeds that are being read do not count, because a single article of a quiet service would wait for them.
    linger: ({ reader: { unread } }) => {
      if (unread >= MANY) return LINGER_MS.many;
      return unread > 0 ? LINGER_MS.few : 0;
    },
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
      all.map(({ item, outcome, stored, page, again }) => ({
        id: item.id,
        state: 'done',
        outcome,
        again,
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
      all.flatMap(({ stored, read: { matches, story, isFromArchive }, item, publishing: { log } }) =>
        matches.length === 0 || story === undefined
          ? []
          : [{ article: stored, matches, story, backlog: item.backlog || isFromArchive, log }],
      ),
    );
  });
  // Due deliveries are returned with the first reading only, so that they are queued once.
  return readings.map((_, at) => (at === 0 ? due : []));
}

function briefly({ topic, level, confidence, stance }: ReadPage['matches'][number]) {
  return { topic, level, confidence, stance };
}
