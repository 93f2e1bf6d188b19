import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { SilenceMatchers } from '../../core/alerts/route-config.ts';
import type { FeedHabits } from '../../core/items/feed-habits.ts';
import type { Kept } from '../../core/plausibility/page-habit.ts';
import type { Refusal } from '../../core/plausibility/refusal.ts';
import type { MoveState } from '../../core/politeness/redirects.ts';
import type { RobotsState } from '../../core/politeness/robots-cache.ts';
import type { ScheduleState } from '../../core/scheduling/next-poll.ts';
import type { StoryFeatures, StoryMember, StoryReason, StoryState } from '../../core/stories/story.ts';
import type { EntityMention, Level, Match } from '../../core/topics/match.ts';
import type { ConsoleTables } from './console-schema.ts';

/** The tables as Kysely sees them; `migrations/` is where they are made. Ids are bigints read as strings of digits. */
export interface Tables extends ConsoleTables {
  feeds: FeedsTable;
  items: ItemsTable;
  item_traces: { item_id: string; traceparent: string };
  articles: ArticlesTable;
  matches: MatchesTable;
  stories: StoriesTable;
  alerts: AlertsTable;
  alert_topics: { alert_id: string; story_id: string; route: string; topic: string };
  deliveries: DeliveriesTable;
  delivery_alerts: { delivery_id: string; alert_id: string };
  channels: ChannelsTable;
  silences: SilencesTable;
  hosts: HostsTable;
  ledger: LedgerTable;
}

type Json<T extends object> = JSONColumnType<T, T | string, T | string>;
type Instant = ColumnType<Date, Date, Date>;
type MaybeInstant = ColumnType<Date | null, Date | null | undefined, Date | null>;

/** Instants in ISO 8601; null where the feed's dates did not tell. */
export interface OpenGap {
  readonly from: string | null;
  readonly to: string | null;
  readonly tries: number;
}

export interface FeedsTable {
  id: GeneratedAlways<string>;
  /** Where it is polled; follows permanent redirects. */
  url: string;
  /** As a person wrote it: what the configuration and the command line know it by. */
  listed_url: string;
  outlet: string;
  title: string | null;
  site_url: string | null;
  language: string | null;
  category: string | null;
  origin: 'config' | 'cli' | 'import' | 'sample';
  status: Generated<'active' | 'paused' | 'gone' | 'removed'>;
  /** Items older than this at the first poll are stored without an alert; 0 alerts on all, null takes the default. */
  backfill_age_seconds: number | null;
  etag: string | null;
  last_modified: string | null;
  content_hash: string | null;
  next_poll_at: ColumnType<Date, Date | undefined, Date>;
  /** It is in the queue; until then no sweep puts it there again. */
  leased_until: MaybeInstant;
  polled_at: MaybeInstant;
  succeeded_at: MaybeInstant;
  unconditional_at: MaybeInstant;
  failures: Generated<number>;
  /** Polls that have not come to an end, as with items. */
  started: Generated<number>;
  last_status: number | null;
  last_error: string | null;
  /** The code of what kept the last poll's answer from coming; null when one came. */
  fetch_error: string | null;
  schedule: ColumnType<ScheduleState | null, string | null | undefined, string | null>;
  /** Why the next poll is when it is, in a few words. */
  schedule_reason: string | null;
  /** A permanent redirect that has not held long enough yet. */
  move: ColumnType<MoveState | null, string | null | undefined, string | null>;
  gaps: Generated<number>;
  last_gap_at: MaybeInstant;
  /** What the feed has shown of how it names and dates its entries. */
  habits: ColumnType<FeedHabits, string | undefined, string>;
  /** A gap that is still to be filled from the site's sitemap. */
  gap: ColumnType<OpenGap | null, string | null | undefined, string | null>;
  /** The WebSub hub that the feed names, and the feed's name there. */
  hub_url: string | null;
  topic_url: string | null;
  /** The unguessable part of our callback. */
  hub_token: string | null;
  hub_secret: string | null;
  /** Since when the hub has been pushing without a break. */
  hub_since: MaybeInstant;
  hub_lease_until: MaybeInstant;
  /** When to ask the hub next: for a first subscription, or for the next lease. */
  hub_due_at: MaybeInstant;
  created_at: Generated<Date>;
}

export type PageVerdict = 'named' | 'taken' | Kept | Refusal;

export interface ItemsTable {
  id: GeneratedAlways<string>;
  feed_id: string;
  guid: string;
  url: string;
  /** The URL without tracking parameters: what people look an item up by. */
  url_key: string;
  /** Unlike that of any other item of the feed. */
  key: Generated<string>;
  /** The names under which its entry may come again, see `core/items`: hashes, and the title as it is compared. */
  guid_key: string | null;
  link_key: string | null;
  title_key: Generated<string>;
  link_use: Generated<'page' | 'shared' | 'none'>;
  /** How often it was opened again because its entry had changed. */
  rereads: Generated<number>;
  title: string;
  author: string | null;
  summary: string | null;
  content: string | null;
  language: string | null;
  published_at: MaybeInstant;
  updated_at: MaybeInstant;
  entry_hash: string;
  /** How it came to be known first. */
  arrived_by: Generated<'feed' | 'push' | 'sitemap'>;
  backlog: Generated<boolean>;
  state: Generated<'new' | 'done' | 'failed'>;
  outcome: string | null;
  attempts: Generated<number>;
  /** Starts that have not ended: one may be running, the others ended with their process. */
  started: Generated<number>;
  /** It is in the queue or being worked on; until then no sweep puts it there again. */
  leased_until: MaybeInstant;
  due_at: ColumnType<Date, Date | undefined, Date>;
  article_id: string | null;
  /** What became of its page: `named` bears its headline, and what `Kept` names does too; `taken` stands for it; else refused. */
  page_verdict: PageVerdict | null;
  /** By these, entries that got the same page are found. */
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
  /** Why the feed's words stand though a page answered, for people. */
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
  /** What candidates are found by: the union of its articles' keys, bounded. */
  keys: number[];
  members: ColumnType<readonly StoryMember[], string, string>;
  state: ColumnType<StoryState, string, string>;
  first_report_at: Instant;
  last_report_at: Instant;
  merged_into: string | null;
  created_at: Generated<Date>;
}

export interface AlertsTable {
  id: GeneratedAlways<string>;
  story_id: string;
  article_id: string;
  route: string;
  /** `first`, or what developed (`topic:customs_check`, `stance:in force`, `official`). */
  development: string;
  kind: 'alert' | 'update';
  /** In words, for an update. */
  reason: string | null;
  /** The silence that hid it, if one did. */
  hidden_by: string | null;
  created_at: Instant;
}

export interface DeliveriesTable {
  /** Also the idempotency key that the receiver sees. */
  id: string;
  route: string;
  channel: string;
  kind: 'alert' | 'update' | 'digest' | 'overflow';
  /** What the delivery is about: `alert-17`, `digest-2026-11-22T07:00:00Z`. */
  subject: string;
  state: Generated<'pending' | 'delivered' | 'dead'>;
  /** When it was to go out at first. */
  planned_at: Instant;
  /** When it is to be tried next. */
  due_at: Instant;
  /** Why it waits, and with what others; null for an alert that goes out alone. */
  held_for: 'digest' | 'quiet hours' | 'hourly cap' | null;
  /** Of a bundle too long for one message: how many of its parts are out. */
  parts_sent: Generated<number>;
  attempts: Generated<number>;
  /** Sends that have not come to an end, as with items. */
  started: Generated<number>;
  first_attempt_at: MaybeInstant;
  last_attempt_at: MaybeInstant;
  leased_until: MaybeInstant;
  /** It waits in the queue; until then no sweep puts it there again. */
  queued_until: MaybeInstant;
  answer: string | null;
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

interface HostsTable {
  host: string;
  /** No request may begin before. */
  next_slot_at: ColumnType<Date, Date | undefined, Date>;
  /** The last time handed out to a request that was sent away. */
  tail_at: ColumnType<Date, Date | undefined, Date>;
  /** Requests under way, each with the epoch second at which its lease runs out. */
  leases: ColumnType<Record<string, number>, string | undefined, string>;
  robots: ColumnType<RobotsState | null, string | undefined, string>;
  robots_expires_at: MaybeInstant;
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
