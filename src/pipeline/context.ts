import type { Logger } from 'pino';
import type { Pace } from '../core/alerts/pacing.ts';
import type { RouteConfig } from '../core/alerts/route-config.ts';
import type { ReaderLanguage } from '../core/messages/gist-labels.ts';
import type { Channel } from '../io/channels/channel.ts';
import type { LiveSource } from '../io/http/live-source.ts';
import type { PageSource } from '../io/http/page-source.ts';
import type { Queues } from '../io/queue/queues.ts';
import type { Database } from '../io/store/database.ts';
import type { Reader } from './reader.ts';

/** What every step of the pipeline is given. Time and chance are functions, so that a replay can hold them still. */
export interface Pipeline {
  readonly db: Database;
  readonly queues: Pick<Queues, 'enqueue'>;
  readonly source: PageSource;
  /** Posts to WebSub hubs; there is none beside a recording. */
  readonly post?: LiveSource['post'] | undefined;
  readonly reader: Reader;
  readonly channels: ReadonlyMap<string, PacedChannel>;
  readonly settings: PipelineSettings;
  readonly log: Logger;
  now(): Date;
  /** From 0 to 1. */
  random(): number;
}

/** A channel and how fast it may go; undefined where there is no limit. */
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
   * The longest for which a request or a delivery is in one worker's hands, in seconds. A killed worker holds it up for
   * the time of a sign of life only, see `keep-hold.ts`.
   */
  readonly lease: number;
  readonly robots: boolean;
  /** Seconds of spacing; undefined for a recording, whose hosts need no sparing. */
  readonly perHost: { readonly concurrency: number; readonly spacing: number } | undefined;
  /** Where people reach the web pages, for links in alerts. */
  readonly publicUrl: string | undefined;
  /** Of readers, where their route names none; English if undefined. */
  readonly language?: ReaderLanguage | undefined;
}
