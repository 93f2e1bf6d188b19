import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { SilenceMatchers } from '../../core/alerts/route-config.ts';
import type { FeedHabits } from '../../core/items/feed-habits.ts';
import type { PageRemark } from '../../core/plausibility/page-habits.ts';
import type { Refusal } from '../../core/plausibility/refusal.ts';
import type { MoveState } from '../../core/politeness/redirects.ts';
import type { ScheduleState } from '../../core/scheduling/next-poll.ts';
import type { StoryFeatures, StoryReason, StoryState } from '../../core/stories/story.ts';
import type { EntityMention, Ground, Level, Match } from '../../core/topics/match.ts';
import type { ConsoleTables } from './people/console-schema.ts';
import type { HostsTable } from './hosts/host-schema.ts';

/** The tables as Kysely sees them; `migrations/` is where they are made. Ids are bigints read as strings of digits. */
export interface Tables extends ConsoleTables {
  feeds: FeedsTable;
  items: ItemsTable;
  item_traces: { item_id: string; traceparent: string };
  articles: ArticlesTable;
  matches: MatchesTable;
  stories: StoriesTable;
  story_keys: StoryKeysTable;
  alerts: AlertsTable;
  alert_topics: { alert_id: string; story_id: string; route: string; topic: string };
  deliveries: DeliveriesTable;
  /** `part`: of a bundle in several messages, the one that has the alert; from 1, set before the first is sent. */
  delivery_alerts: { delivery_id: string; alert_id: string; part: number | null };
  channels: ChannelsTable;
  silences: SilencesTable;
  hosts: HostsTable;
  ledger: LedgerTable;
}

type Json<T extends object> = JSONColumnType<T, T | string, T | string>;
type Instant = ColumnType<Date, Date, Date>;
type MaybeInstant = ColumnType<Date | null, Date | null | undefined, Date | null>;

/** Instants in ISO 8601; null where the feed's dates did not say. */
export interface OpenGap {
  readonly from: string | null;
  readonly to: string | null;
  readonly tries: number;
}

export interface FeedsTable {
  id: GeneratedAlways<string>;
  /** The address that is polled; it follows permanent redirects. */
  url: string;
  /** The address as configured or entered. */
  listed_url: string;
  outlet: string;
  title: string | null;
  site_url: string | null;
  language: string | null;
  category: string | null;
  origin: 'config' | 'cli' | 'import' | 'sample';
  status: Generated<'active' | 'paused' | 'gone' | 'removed'>;
  /** Items older than this at the first poll are stored without an alert. 0 alerts on all, null uses the default. */
  backfill_age_seconds: number | null;
  etag: string | null;
  last_modified: string | null;
  content_hash: string | null;
  next_poll_at: ColumnType<Date, Date | undefined, Date>;
  /** It is in the queue until then, and no sweep puts it there again. */
  leased_until: MaybeInstant;
  polled_at: MaybeInstant;
  succeeded_at: MaybeInstant;
  unconditional_at: MaybeInstant;
  failures: Generated<number>;
  /** Starts of polls that have not ended; several mean that processes died. */
  started: Generated<number>;
  last_status: number | null;
  last_error: string | null;
  /** The code of the last poll's fetch error; null when an answer came. */
  fetch_error: string | null;
  schedule: ColumnType<ScheduleState | null, string | null | undefined, string | null>;
  /** Why the next poll is at that time, in a few words. */
  schedule_reason: string | null;
  /** A permanent redirect that is not old enough to be trusted. */
  move: ColumnType<MoveState | null, string | null | undefined, string | null>;
  gaps: Generated<number>;
  last_gap_at: MaybeInstant;
  /** How the feed names and dates its entries. */
  habits: ColumnType<FeedHabits, string | undefined, string>;
  /** A gap that is to be filled from the site's sitemap. */
  gap: ColumnType<OpenGap | null, string | null | undefined, string | null>;
  /** The WebSub hub that the feed names, and the topic URL there. */
  hub_url: string | null;
  topic_url: string | null;
  /** The unguessable part of our callback. */
  hub_token: string | null;
  hub_secret: string | null;
  /** Since when the hub has pushed without interruption. */
  hub_since: MaybeInstant;
  hub_lease_until: MaybeInstant;
  /** When to ask the hub next: for a first subscription, or for the next lease. */
  hub_due_at: MaybeInstant;
  created_at: Generated<Date>;
}

export type PageVerdict = 'named' | 'taken' | PageRemark | Refusal;

export interface ItemsTable {
  id: GeneratedAlways<string>;
  feed_id: string;
  guid: string;
  url: string;
  /** The URL without tracking parameters; people look items up by it. */
  url_key: string;
  /** Unique among the items of the feed. */
  key: Generated<string>;
  /** What its entry may be recognised by (`core/items`): hashes of guid and link, and the title as compared. */
  guid_key: string | null;
  link_key: string | null;
  title_key: Generated<string>;
  link_use: Generated<'page' | 'shared' | 'none'>;
  /** How often it was read again because its entry had changed. */
  rereads: Generated<number>;
  title: string;
  author: string | null;
  summary: string | null;
  content: string | null;
  language: string | null;
  published_at: MaybeInstant;
  updated_at: MaybeInstant;
  entry_hash: string;
  /** How it was first found. */
  arrived_by: Generated<'feed' | 'push' | 'sitemap'>;
  backlog: Generated<boolean>;
  state: Generated<'new' | 'done' | 'failed'>;
  outcome: string | null;
  attempts: Generated<number>;
  /** Starts that have not ended: at most one is running, the others ended with their process. */
  started: Generated<number>;
  /** It is in the queue or being read until then, and no sweep puts it there again. */
  leased_until: MaybeInstant;
  due_at: ColumnType<Date, Date | undefined, Date>;
  article_id: string | null;
  /** `named` and the values of `PageRemark` accept the page as the article, `taken` without the headline; others refuse it. */
  page_verdict: PageVerdict | null;
  /** Signs by which other entries are found that got the same page. */
  page_signs: ColumnType<string[] | null, string[] | null | undefined, string[] | null>;
  first_seen_at: Instant;
  last_seen_at: Instant;
  done_at: MaybeInstant;
}

export interface ArticlesTable {
  id: GeneratedAlways<string>;
  canonical_url: string;
  url: string;
  outlet: string;
  sample: Generated<boolean>;
  title: string;
  lead: string | null;
  text: string;
  content_hash: string;
  authors: string[];
  site_name: string | null;
  section: string | null;
  image: string | null;
  keywords: string[];
  free: boolean | null;
  published_at: MaybeInstant;
  modified_at: MaybeInstant;
  language: string;
  language_tag: string;
  language_confidence: number;
  confidence: number;
  via: string;
  /** Why the feed's words are used although a page answered, in words. */
  via_reason: string | null;
  entities: Json<readonly EntityMention[]>;
  features: ColumnType<StoryFeatures | null, string | null, string | null>;
  /** When the event was reported: the publication instant where plausible, else when we first saw it. */
  reported_at: Instant;
  fetched_at: Instant;
  story_id: string | null;
  story_score: number | null;
  story_reasons: ColumnType<readonly StoryReason[], string | undefined, string>;
  story_pinned: Generated<boolean>;
}

export interface MatchesTable {
  article_id: string;
  topic: string;
  label: string;
  level: Level;
  /** Per cent, 0 to 100. */
  confidence: number;
  stance: string | null;
  rules: Json<Match['rules']>;
  passages: Json<Match['passages']>;
  grounds: ColumnType<readonly Ground[], string | undefined, string>;
  version: string;
  matched_at: Instant;
}

export interface StoriesTable {
  id: GeneratedAlways<string>;
  title: string;
  link: string;
  sample: Generated<boolean>;
  outlets: string[];
  languages: string[];
  article_count: Generated<number>;
  /** The union of its articles' keys, bounded, newest first. */
  keys: number[];
  /** The ids of the articles that it is compared by. */
  members: string[];
  state: ColumnType<StoryState, string, string>;
  first_report_at: Instant;
  last_report_at: Instant;
  merged_into: string | null;
  created_at: Generated<Date>;
}

interface StoryKeysTable {
  story_id: string;
  /** The keys by which a story is found, from `keysOfFortnight`; none for one that was merged into another. */
  keys: number[];
}

export interface AlertsTable {
  id: GeneratedAlways<string>;
  story_id: string;
  article_id: string;
  route: string;
  /** `first`, or what developed (`topic:customs_check`, `stance:in force`, `official`). */
  development: string;
  kind: 'alert' | 'update';
  /** Why an update was sent, in words. */
  reason: string | null;
  /** The silence that hid it, if one did. */
  hidden_by: string | null;
  created_at: Instant;
}

export interface DeliveriesTable {
  /** Also the idempotency key that the receiver gets. */
  id: string;
  route: string;
  channel: string;
  kind: 'alert' | 'update' | 'digest' | 'overflow';
  /** What the delivery carries: `alert-17`, `digest-2026-11-22T07:00:00Z`. */
  subject: string;
  state: Generated<'pending' | 'delivered' | 'dead'>;
  /** The instant at which it was first planned. */
  planned_at: Instant;
  /** The instant of the next attempt. */
  due_at: Instant;
  /** Why it waits, and is bundled with others; null for an alert that is sent alone. */
  held_for: 'digest' | 'quiet hours' | 'hourly cap' | null;
  /** How many parts of a bundle too long for one message were sent. */
  parts_sent: Generated<number>;
  attempts: Generated<number>;
  /** Starts of sends that have not ended, as for items. */
  started: Generated<number>;
  first_attempt_at: MaybeInstant;
  last_attempt_at: MaybeInstant;
  leased_until: MaybeInstant;
  /** It is in the queue until then, and no sweep puts it there again. */
  queued_until: MaybeInstant;
  answer: string | null;
  /** The recipients that were refused for good when others got it, each with the answer; null where none was. */
  refused: Generated<string | null>;
  delivered_at: MaybeInstant;
  created_at: Instant;
}

interface ChannelsTable {
  name: string;
  breaker: ColumnType<unknown, string | undefined, string>;
  pacing: ColumnType<unknown, string | undefined, string>;
  last_error: string | null;
  last_error_at: MaybeInstant;
}

interface SilencesTable {
  id: GeneratedAlways<string>;
  matchers: ColumnType<SilenceMatchers, string, string>;
  reason: string;
  until: Instant;
  created_at: Generated<Date>;
}

export interface LedgerTable {
  id: GeneratedAlways<string>;
  at: Instant;
  event: string;
  feed_id: string | null;
  item_id: string | null;
  article_id: string | null;
  story_id: string | null;
  delivery_id: string | null;
  detail: ColumnType<Record<string, unknown>, string, string>;
}
