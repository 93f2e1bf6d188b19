import { sql } from 'kysely';
import type { StoryReason } from '../../core/stories/story.ts';
import type {
  AlertTrace,
  ArticleTrace,
  DeliveryTrace,
  DeliveryTry,
  FeedTrace,
  LedgerLine,
  Sighting,
} from '../../core/why/trace.ts';
import type { MatchRow } from './articles/articles.ts';
import { COURSE_OF_DELIVERY } from './deliveries/listed-deliveries.ts';
import type { Database } from './database.ts';
import type { FeedRow } from './feeds/feeds.ts';

/** An article as `why` needs it: what is shown, and what the explanations are made from. */
export interface ArticleFacts {
  readonly trace: ArticleTrace;
  readonly storyId: string | null;
  readonly storyScore: number | null;
  readonly storyReasons: readonly StoryReason[];
  readonly text: { readonly title: string; readonly lead: string | undefined; readonly text: string };
}

export interface LedgerRow extends LedgerLine {
  readonly articleId: string | null;
}

/** The items with one of these addresses, by their feed's link or by their page's canonical URL. */
export async function findSightings(
  db: Database,
  addresses: readonly string[],
): Promise<(Sighting & { readonly articleId: string | null })[]> {
  const wanted = sql`${addresses as string[]}::text[]`;
  const direct = await db
    .selectFrom('items')
    .select(['id', 'article_id'])
    .where(sql<boolean>`url_key = ANY (${wanted})`)
    .execute();
  const named = await db
    .selectFrom('articles')
    .select('id')
    .where(sql<boolean>`canonical_url = ANY (${wanted})`)
    .execute();
  const items = direct.map((row) => row.id);
  // The same article may have come through other feeds, under other addresses.
  const articles = [...direct.flatMap((row) => row.article_id ?? []), ...named.map((row) => row.id)];
  const rows = await db
    .selectFrom('items')
    .selectAll()
    .where(
      sql<boolean>`(items.id = ANY (${items}::bigint[]) OR items.article_id = ANY (${articles}::bigint[]))`,
    )
    .orderBy('first_seen_at')
    .orderBy('id')
    .execute();
  if (rows.length === 0) return [];
  const feeds = await db
    .selectFrom('feeds')
    .selectAll()
    .where('id', 'in', [...new Set(rows.map((row) => row.feed_id))])
    .execute();
  return rows.map((row) => ({
    itemId: row.id,
    feed: feedTrace(feeds.find((feed) => feed.id === row.feed_id) as FeedRow),
    url: row.url,
    title: row.title,
    published: row.published_at,
    arrivedBy: row.arrived_by,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    backlog: row.backlog,
    state: row.state,
    outcome: row.outcome,
    attempts: row.attempts,
    dueAt: row.due_at,
    doneAt: row.done_at,
    articleId: row.article_id,
  }));
}

function feedTrace(row: FeedRow): FeedTrace {
  return {
    url: row.url,
    outlet: row.outlet,
    status: row.status,
    polledAt: row.polled_at,
    succeededAt: row.succeeded_at,
    nextPollAt: row.next_poll_at,
    failures: row.failures,
    lastError: row.last_error,
    gaps: row.gaps,
    lastGapAt: row.last_gap_at,
  };
}

/** All feeds that were ever watched, with the site that each names. */
export async function feedsEverWatched(
  db: Database,
): Promise<(FeedTrace & { readonly listedUrl: string; readonly siteUrl: string | null })[]> {
  const rows = await db.selectFrom('feeds').selectAll().orderBy('url').execute();
  return rows.map((row) => ({ ...feedTrace(row), listedUrl: row.listed_url, siteUrl: row.site_url }));
}

/** The facts of a stored article. Throws for an unknown id. */
export async function articleFacts(db: Database, id: string): Promise<ArticleFacts> {
  const row = await db.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return {
    trace: {
      id: row.id,
      title: row.title,
      url: row.canonical_url,
      outlet: row.outlet,
      sample: row.sample,
      fetchedAt: row.fetched_at,
      via: row.via,
      viaReason: row.via_reason,
      characters: row.text.length,
      confidence: row.confidence,
      language: row.language,
      languageTag: row.language_tag,
      languageConfidence: row.language_confidence,
    },
    storyId: row.story_id,
    storyScore: row.story_score,
    storyReasons: row.story_reasons,
    text: { title: row.title, lead: row.lead ?? undefined, text: row.text },
  };
}

/** The matches of an article, the highest confidence first. */
export async function matchTraces(db: Database, articleId: string): Promise<MatchRow[]> {
  return db
    .selectFrom('matches')
    .selectAll()
    .where('article_id', '=', articleId)
    .orderBy('confidence', 'desc')
    .execute();
}

/** The alerts of an article, or of all of a story, with their deliveries, oldest first. */
export async function alertsOf(
  db: Database,
  of: { readonly articleId: string } | { readonly storyId: string },
): Promise<AlertTrace[]> {
  const alerts = await db
    .selectFrom('alerts')
    .leftJoin('silences', 'silences.id', 'alerts.hidden_by')
    .$if('articleId' in of, (query) =>
      query.where('alerts.article_id', '=', (of as { articleId: string }).articleId),
    )
    .$if('storyId' in of, (query) => query.where('alerts.story_id', '=', (of as { storyId: string }).storyId))
    .select([
      'alerts.id',
      'alerts.article_id',
      'alerts.created_at',
      'alerts.route',
      'alerts.kind',
      'alerts.reason',
      'silences.id as silence_id',
      'silences.reason as silence_reason',
      'silences.until as silence_until',
    ])
    .orderBy('alerts.id')
    .execute();
  const deliveries = await deliveriesOf(
    db,
    alerts.map((alert) => alert.id),
  );
  return alerts.map((alert) => ({
    id: alert.id,
    articleId: alert.article_id,
    at: alert.created_at,
    route: alert.route,
    kind: alert.kind,
    reason: alert.reason,
    hiddenBy:
      alert.silence_id === null || alert.silence_reason === null || alert.silence_until === null
        ? undefined
        : { id: alert.silence_id, reason: alert.silence_reason, until: alert.silence_until },
    deliveries: deliveries.get(alert.id) ?? [],
  }));
}

async function deliveriesOf(
  db: Database,
  alertIds: readonly string[],
): Promise<Map<string, DeliveryTrace[]>> {
  const rows = await db
    .selectFrom('delivery_alerts')
    .innerJoin('deliveries', 'deliveries.id', 'delivery_alerts.delivery_id')
    .where(sql<boolean>`alert_id = ANY (${alertIds as string[]}::bigint[])`)
    .select(['alert_id', 'deliveries.id', 'channel', 'kind', 'state', ...COURSE_OF_DELIVERY])
    .orderBy('channel')
    .execute();
  const tries = await triesOf(
    db,
    rows.map((row) => row.id),
  );
  const byAlert = new Map<string, DeliveryTrace[]>();
  for (const { alert_id: alert, ...row } of rows) {
    const delivery = { ...row, tries: tries.get(row.id) ?? [] };
    byAlert.set(alert, [...(byAlert.get(alert) ?? []), delivery]);
  }
  return byAlert;
}

async function triesOf(db: Database, deliveryIds: readonly string[]): Promise<Map<string, DeliveryTry[]>> {
  const rows = await db
    .selectFrom('ledger')
    .select(['at', 'delivery_id', 'detail'])
    .where('event', '=', 'attempt')
    .where(sql<boolean>`delivery_id = ANY (${deliveryIds as string[]}::uuid[])`)
    .orderBy('id')
    .execute();
  const byDelivery = new Map<string, DeliveryTry[]>();
  for (const { at, delivery_id: id, detail } of rows) {
    const { outcome, answer, ms } = detail as unknown as Omit<DeliveryTry, 'at'>;
    byDelivery.set(id as string, [...(byDelivery.get(id as string) ?? []), { at, outcome, answer, ms }]);
  }
  return byDelivery;
}

/** The ledger's entries about any of these, in the order in which they happened. */
export async function ledgerOf(
  db: Database,
  of: {
    readonly itemIds?: readonly string[];
    readonly articleIds?: readonly string[];
    readonly storyId?: string;
    readonly deliveryIds?: readonly string[];
  },
): Promise<LedgerRow[]> {
  const { itemIds = [], articleIds = [], storyId, deliveryIds = [] } = of;
  const rows = await db
    .selectFrom('ledger')
    .select(['id', 'at', 'event', 'detail', 'article_id as articleId'])
    .where((eb) =>
      eb.or([
        sql<boolean>`item_id = ANY (${itemIds as string[]}::bigint[])`,
        sql<boolean>`article_id = ANY (${articleIds as string[]}::bigint[])`,
        sql<boolean>`delivery_id = ANY (${deliveryIds as string[]}::uuid[])`,
        ...(storyId === undefined ? [] : [eb('story_id', '=', storyId)]),
      ]),
    )
    .orderBy('id')
    .execute();
  return rows.map(({ id: _id, ...row }) => row);
}
