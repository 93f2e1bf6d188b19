import { retryAfter } from '../core/politeness/retry-after.ts';
import type { PageResponse } from '../io/http/page-source.ts';
import { restHost } from '../io/store/hosts.ts';
import type { Pipeline } from './context.ts';

/** The longest rest of a host, whatever it asks for, because a story cannot wait for hours. Milliseconds. */
const LONGEST_REST = 30 * 60_000;

/**
 * Lets the whole host rest, for all feeds, pages and workers, when an answer has asked for it.
 * @returns until when
 */
export async function honourRetryAfter(
  pipeline: Pipeline,
  asked: string,
  { status, headers, url }: PageResponse,
): Promise<Date | undefined> {
  if (status !== 429 && status !== 503) return undefined;
  const now = pipeline.now();
  const until = retryAfter(headers['retry-after'], now);
  if (until === undefined) return undefined;
  const restMs = Math.min(until.getTime() - now.getTime(), LONGEST_REST);
  // After a redirect it is the other host that asks.
  for (const host of new Set([new URL(asked).host, new URL(url).host]))
    await restHost(pipeline.db, host, restMs);
  return new Date(now.getTime() + restMs);
}
