import { matchedBy } from '../core/messages/topic-facts.ts';
import type { Explanation } from '../core/topics/explain.ts';
import type { ClassifiableArticle } from '../core/topics/match.ts';
import { siteOf } from '../core/urls/site-of.ts';
import { addressForms } from '../core/why/address-forms.ts';
import { conclude, concludeAlert, feedTrouble } from '../core/why/conclude.ts';
import { topicTraces } from '../core/why/topic-traces.ts';
import type {
  AlertTrace,
  FeedTrace,
  ItemTrace,
  LedgerLine,
  Routing,
  StoryTrace,
  TopicTrace,
} from '../core/why/trace.ts';
import type { Database } from '../io/store/database.ts';
import { articlesOf } from '../io/store/stories/story-articles.ts';
import { getStory } from '../io/store/stories/stories.ts';
import {
  alertsOf,
  type ArticleFacts,
  articleFacts,
  feedsEverWatched,
  findSightings,
  type LedgerRow,
  ledgerOf,
  matchTraces,
} from '../io/store/why.ts';

export interface ExplainParts {
  readonly db: Database;
  /** Applies the rules to a text. A process that serves others runs it on a thread. */
  explainText(article: ClassifiableArticle): Promise<Explanation>;
  now(): Date;
}

/** The answer to `why URL`. */
export type AddressExplanation =
  | ({ readonly kind: 'item'; readonly conclusion: string } & ItemTrace)
  | {
      readonly kind: 'unseen';
      readonly conclusion: string;
      /** Feeds of the same site, which should have brought it. */
      readonly feeds: readonly FeedTrace[];
    };

/** Explains the item at an address, given in any form, or why there is none. */
export async function explainAddress(parts: ExplainParts, address: string): Promise<AddressExplanation> {
  const { db } = parts;
  const found = await findSightings(db, addressForms(address));
  if (found.length === 0) return explainUnseen(db, address);
  const articleId = found.find((sighting) => sighting.articleId !== null)?.articleId ?? undefined;
  const sightings = found.map(({ articleId: _articleId, ...sighting }) => sighting);
  const facts = articleId === undefined ? undefined : await articleFacts(db, articleId);
  const alerts = articleId === undefined ? [] : await alertsOf(db, { articleId });
  const ledger = await ledgerOf(db, {
    itemIds: sightings.map((sighting) => sighting.itemId),
    articleIds: articleId === undefined ? [] : [articleId],
    deliveryIds: alerts.flatMap((alert) => alert.deliveries.map((delivery) => delivery.id)),
  });
  const trace: ItemTrace = {
    sightings,
    article: facts?.trace,
    topics: facts === undefined ? [] : await explainTopics(parts, facts),
    story: facts === undefined ? undefined : await explainPlace(db, facts, ledger),
    routings: routingsOf(ledger),
    alerts,
    history: historyOf(ledger),
  };
  return { kind: 'item', conclusion: conclude(trace, parts.now()), ...trace };
}

async function explainTopics(parts: ExplainParts, facts: ArticleFacts): Promise<TopicTrace[]> {
  const { db } = parts;
  const article = { ...facts.text, language: facts.trace.language };
  const matches = await matchTraces(db, facts.trace.id);
  const today = await parts.explainText(article);
  const stored = matches.map(({ topic, level, confidence, stance, rules, passages, grounds }) => ({
    topic,
    level,
    confidence,
    stance,
    rules: rules.map((rule) => rule.id),
    by: matchedBy({ rules, passages, grounds }),
    sentence: passages[0]?.text,
  }));
  return topicTraces(stored, today);
}

async function explainPlace(
  db: Database,
  facts: ArticleFacts,
  ledger: readonly LedgerRow[],
): Promise<StoryTrace | undefined> {
  const story = facts.storyId === null ? undefined : await getStory(db, facts.storyId);
  if (story === undefined) return undefined;
  const placing = ledger.findLast(
    (line) => line.articleId === facts.trace.id && PLACINGS[line.event] !== undefined,
  );
  const byItself = placing?.event === 'story.moved' && (placing.detail['by'] ?? BY_HAND) !== BY_HAND;
  const how = byItself
    ? 'moved by later knowledge'
    : (PLACINGS[placing?.event ?? 'story.joined'] as StoryTrace['how']);
  return {
    id: story.id,
    title: story.title,
    reports: story.article_count,
    how,
    score: facts.storyScore,
    reasons: facts.storyReasons,
    nearest: how === 'opened' ? (placing?.detail['nearest'] as StoryTrace['nearest']) : undefined,
  };
}

/** Who moved an article, as in `story.moved`. Entries from before other movers existed have no value. */
const BY_HAND = 'a person';

const PLACINGS: Readonly<Record<string, StoryTrace['how']>> = {
  'story.opened': 'opened',
  'story.joined': 'joined',
  'story.moved': 'placed by a person',
};

function routingsOf(ledger: readonly LedgerRow[]): Routing[] {
  return ledger
    .filter((line) => line.event === 'routed')
    .map(({ at, articleId, detail }) => ({
      at,
      articleId: articleId ?? '',
      verdicts: detail['verdicts'] as Routing['verdicts'],
    }));
}

function historyOf(ledger: readonly LedgerRow[]): LedgerLine[] {
  return ledger.map(({ at, event, detail }) => ({ at, event, detail }));
}

async function explainUnseen(db: Database, address: string): Promise<AddressExplanation> {
  const unseen = (conclusion: string, feeds: readonly FeedTrace[] = []) => ({
    kind: 'unseen' as const,
    conclusion,
    feeds,
  });
  if (!URL.canParse(address)) return unseen('That is neither an address nor the number of a story.');
  const forms = new Set(addressForms(address));
  const site = siteOf(new URL(address).hostname);
  const isOfSite = (url: string | null) =>
    url !== null && URL.canParse(url) && siteOf(new URL(url).hostname) === site;
  const all = await feedsEverWatched(db);
  const itself = all.find((feed) => forms.has(feed.url) || forms.has(feed.listedUrl));
  const feeds = all
    .filter((feed) => isOfSite(feed.url) || isOfSite(feed.siteUrl))
    .map(({ listedUrl: _listedUrl, siteUrl: _siteUrl, ...feed }) => feed);
  if (itself !== undefined) return unseen('That is the address of a feed, not of an article.', feeds);
  const watched = feeds.filter((feed) => feed.status !== 'removed');
  if (watched.length === 0)
    return unseen(
      `Never seen, and no feed of ${site} is watched. To watch one: npx chipwatch feeds add ${new URL(address).origin}/`,
      feeds,
    );
  if (watched.every((feed) => feedTrouble(feed) !== undefined))
    return unseen(`Never seen: no feed of ${site} is being read at the moment.`, feeds);
  if (watched.some((feed) => feed.gaps > 0))
    return unseen(
      `Never seen. Items of a feed of ${site} may have been lost between two polls, and this may have been one.`,
      feeds,
    );
  return unseen(
    `Never seen: the feeds of ${site} that are watched did not list it, at any poll up to the last.`,
    feeds,
  );
}

/** The answer to `why STORY`. */
export interface StoryExplanation {
  readonly kind: 'story';
  readonly conclusion: string;
  readonly id: string;
  readonly title: string;
  readonly sample: boolean;
  /** The id that was asked for, where that story was merged into this one. */
  readonly mergedFrom: string | undefined;
  readonly outlets: readonly string[];
  readonly languages: readonly string[];
  readonly articles: readonly {
    readonly id: string;
    readonly title: string;
    readonly url: string;
    readonly outlet: string;
    readonly place: StoryTrace | undefined;
  }[];
  readonly routings: readonly Routing[];
  readonly alerts: readonly AlertTrace[];
  readonly history: readonly LedgerLine[];
}

/** Explains how a story came about, with its alerts; undefined when the id is unknown. */
export async function explainStory(
  { db, now }: Pick<ExplainParts, 'db' | 'now'>,
  storyId: string,
): Promise<StoryExplanation | undefined> {
  const named = await getStory(db, storyId);
  if (named === undefined) return undefined;
  const story = named.merged_into === null ? named : await getStory(db, named.merged_into);
  if (story === undefined) return undefined;
  const articles = await articlesOf(db, story.id);
  const alerts = await alertsOf(db, { storyId: story.id });
  const ledger = await ledgerOf(db, {
    storyId: story.id,
    articleIds: articles.map((article) => article.id),
    deliveryIds: alerts.flatMap((alert) => alert.deliveries.map((delivery) => delivery.id)),
  });
  const routings = routingsOf(ledger);
  const last = routings.at(-1)?.verdicts.map(({ route, why }) => `route ${route}: ${why}`) ?? [];
  return {
    kind: 'story',
    conclusion:
      alerts.length > 0
        ? alerts.map((alert) => concludeAlert(alert, now())).join(' ')
        : `No route was alerted. ${last.length > 0 ? `Of the last report, ${last.join('; ')}.` : 'None was asked: all reports were too old when they were first seen.'}`,
    id: story.id,
    title: story.title,
    sample: story.sample,
    mergedFrom: story.id === named.id ? undefined : named.id,
    outlets: story.outlets,
    languages: story.languages,
    articles: await Promise.all(
      articles.map(async ({ id, title, canonical_url: url, outlet }) => ({
        id,
        title,
        url,
        outlet,
        place: await explainPlace(db, await articleFacts(db, id), ledger),
      })),
    ),
    routings,
    alerts,
    history: historyOf(ledger),
  };
}
