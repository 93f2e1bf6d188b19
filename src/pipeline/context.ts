import type { Logger } from 'pino';
import type { RouteConfig } from '../core/alerts/route-config.ts';
import type { Channel } from '../io/channels/channel.ts';
import type { PageSource } from '../io/http/page-source.ts';
import type { Queues } from '../io/queue/queues.ts';
import type { Database } from '../io/store/database.ts';
import type { Reader } from './reader.ts';

/** What every step of the pipeline is given. Time and chance are functions, so that a replay can hold them still. */
export interface Pipeline {
  readonly db: Database;
  readonly queues: Pick<Queues, 'enqueue'>;
  readonly source: PageSource;
  readonly reader: Reader;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly settings: PipelineSettings;
  readonly log: Logger;
  now(): Date;
  /** From 0 to 1. */
  random(): number;
}

export interface PipelineSettings {
  readonly routes: readonly RouteConfig[];
  /** Seconds. */
  readonly backfillAge: number;
  readonly minInterval: number;
  readonly maxInterval: number;
  readonly ignoreTitles: readonly RegExp[];
  readonly robots: boolean;
  readonly perHost: { readonly concurrency: number; readonly spacing: number };
  /** Where people reach the web pages, for links in alerts. */
  readonly publicUrl: string | undefined;
}
