import type { Logger } from 'pino';
import type { Pace } from '../core/alerts/pacing.ts';
import type { RouteConfig } from '../core/alerts/route-config.ts';
import type { ReaderLanguage } from '../core/messages/gist-labels.ts';
import type { Channel } from '../io/channels/channel.ts';
import type { LiveSource } from '../io/http/live-source.ts';
import type { PageSource } from '../io/http/page-source.ts';
import type { Queues } from '../io/queue/queues.ts';
import type { SentNotes } from '../io/sent-notes.ts';
import type { Database } from '../io/store/database.ts';
import type { DocumentReader } from './threads/document-reader.ts';

/** The context of every step of the pipeline. Time and randomness are functions, so that a replay can fix them. */
export interface Pipeline {
  readonly db: Database;
  readonly queues: Pick<Queues, 'enqueue'>;
  readonly source: PageSource;
  /** Posts to WebSub hubs; undefined for a recording. */
  readonly post?: LiveSource['post'] | undefined;
  readonly reader: DocumentReader;
  readonly channels: ReadonlyMap<string, PacedChannel>;
  /** Where answers of receivers are noted until the database has them; undefined where there is no directory for it. */
  readonly sentNotes?: SentNotes | undefined;
  readonly settings: PipelineSettings;
  readonly log: Logger;
  /** Called when a poll or an item has only to be stored, so that another can begin. */
  readonly giveWay?: (() => void) | undefined;
  /** Whether the item comes before others: its feed has few that wait or are in hand. */
  readonly isFirst?: boolean | undefined;
  /** Called before a delivery is sent; waits until it may be. */
  readonly takeTurn?: (() => Promise<void>) | undefined;
  now(): Date;
  /** From 0 to 1. */
  random(): number;
}

/** A channel with its rate limit; undefined where it has none. */
export interface PacedChannel {
  readonly channel: Channel;
  readonly pace: Pace | undefined;
}

export interface PipelineSettings {
  readonly routes: readonly RouteConfig[];
  /** Seconds. */
  readonly backfillAge: number;
  readonly minInterval: number;
  readonly maxInterval: number;
  readonly ignoreTitles: readonly RegExp[];
  /**
   * The longest that one worker works on a request or a delivery, in seconds. A killed worker blocks it only until
   * its lease runs out, see `renew-lease.ts`.
   */
  readonly lease: number;
  readonly robots: boolean;
  /** Seconds between two requests; undefined for a recording, which needs no limits. */
  readonly perHost: { readonly concurrency: number; readonly spacing: number } | undefined;
  /** Where people reach the web pages, for links in alerts. */
  readonly publicUrl: string | undefined;
  /** The readers' language where a route names none; English if undefined. */
  readonly language?: ReaderLanguage | undefined;
}
