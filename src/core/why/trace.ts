import type { StoryReason } from '../stories/story.ts';
import type { Level } from '../topics/match.ts';

/** The facts about a feed that explain its items. */
export interface FeedTrace {
  readonly url: string;
  readonly outlet: string;
  readonly status: 'active' | 'paused' | 'gone' | 'removed';
  readonly polledAt: Date | null;
  readonly succeededAt: Date | null;
  readonly nextPollAt: Date;
  readonly failures: number;
  readonly lastError: string | null;
  /** How often items may have been lost between two polls, and when that last happened. */
  readonly gaps: number;
  readonly lastGapAt: Date | null;
}

/** One entry in one feed. */
export interface Sighting {
  readonly itemId: string;
  readonly feed: FeedTrace;
  readonly url: string;
  readonly title: string;
  readonly published: Date | null;
  /** How it was first found: at a poll, from the hub, or in the site's news sitemap after a gap. */
  readonly arrivedBy: 'feed' | 'push' | 'sitemap';
  /** When it was stored. */
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  /** It was too old for an alert when it was first seen. */
  readonly backlog: boolean;
  readonly state: 'new' | 'done' | 'failed';
  /** The result of reading it, in words. */
  readonly outcome: string | null;
  readonly attempts: number;
  readonly dueAt: Date;
  readonly doneAt: Date | null;
}

export interface ArticleTrace {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly outlet: string;
  readonly sample: boolean;
  readonly fetchedAt: Date;
  /** The extraction stage that found the text. */
  readonly via: string;
  /** Why the feed's words are used although a page answered. */
  readonly viaReason: string | null;
  /** UTF-16 units of text. */
  readonly characters: number;
  readonly confidence: number;
  /** ISO 639-3. */
  readonly language: string;
  readonly languageTag: string;
  readonly languageConfidence: number;
}

/** The result for one topic. */
export interface TopicTrace {
  readonly topic: string;
  /** As stored when the article was read; undefined where it did not match. */
  readonly matched:
    | {
        readonly level: Level;
        readonly confidence: number;
        readonly stance: string | null;
        readonly rules: readonly string[];
        /** The same in words, or what the weights found where no rule fired. */
        readonly by: string;
        readonly sentence: string | undefined;
      }
    | undefined;
  /** The result of today's rules on the stored text; undefined for a topic that is no longer configured. */
  readonly today:
    | {
        /** Undefined where it would not match. */
        readonly level: Level | undefined;
        readonly confidence: number;
        /** The confidence from which the topic is possible. */
        readonly needs: number;
        /** What it lacked, closest first. */
        readonly misses: readonly string[];
      }
    | undefined;
}

export interface StoryTrace {
  readonly id: string;
  readonly title: string;
  readonly reports: number;
  /** How the article came into the story. */
  readonly how: 'opened' | 'joined' | 'placed by a person' | 'moved by later knowledge';
  readonly score: number | null;
  readonly reasons: readonly StoryReason[];
  /** For an article that opened a story: the existing story with the best score. */
  readonly nearest:
    | { readonly storyId: string; readonly score: number; readonly reasons: readonly StoryReason[] }
    | undefined;
}

/** The routes' decisions on one report at one time. */
export interface Routing {
  readonly at: Date;
  readonly articleId: string;
  readonly verdicts: readonly { readonly route: string; readonly sends: boolean; readonly why: string }[];
}

export interface AlertTrace {
  readonly id: string;
  readonly articleId: string;
  readonly at: Date;
  readonly route: string;
  readonly kind: 'alert' | 'update';
  readonly reason: string | null;
  readonly hiddenBy: { readonly id: string; readonly reason: string; readonly until: Date } | undefined;
  readonly deliveries: readonly DeliveryTrace[];
}

export interface DeliveryTrace {
  readonly id: string;
  readonly channel: string;
  readonly kind: string;
  readonly state: 'pending' | 'delivered' | 'dead';
  readonly dueAt: Date;
  readonly heldFor: string | null;
  readonly attempts: number;
  readonly lastAttemptAt: Date | null;
  readonly answer: string | null;
  /** The recipients that were refused for good when others got it. */
  readonly refused: string | null;
  readonly deliveredAt: Date | null;
  /** Every attempt in the ledger, oldest first. */
  readonly tries: readonly DeliveryTry[];
}

export interface DeliveryTry {
  readonly at: Date;
  readonly outcome: string;
  readonly answer: string;
  readonly ms: number;
}

/** An entry of the ledger. */
export interface LedgerLine {
  readonly at: Date;
  readonly event: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Everything known about one item, from poll to delivery. */
export interface ItemTrace {
  readonly sightings: readonly Sighting[];
  readonly article: ArticleTrace | undefined;
  readonly topics: readonly TopicTrace[];
  readonly story: StoryTrace | undefined;
  readonly routings: readonly Routing[];
  /** Alerts that this article caused. */
  readonly alerts: readonly AlertTrace[];
  readonly history: readonly LedgerLine[];
}
