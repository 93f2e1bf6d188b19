import { retryAfter } from '../core/politeness/retry-after.ts';
import type { PageResponse } from '../io/http/page-source.ts';
import { restHost } from '../io/store/hosts.ts';
import type { Pipeline } from './context.ts';

/** A host that asks for a longer rest is asked again after this: a story does not wait for hours. Milliseconds. */
const LONGEST_REST = 30 * 60_000;

/**
 * Lets the whole host rest, for all feeds, pages and workers, where an answer has asked for it.
 * @returns until when
 */
export async function leaveAlone(
  pipeline: Pipeline,
  asked: string,
  { status, headers, url }: PageResponse,
): Promise<Date | undefined> {
  if (status !== 429 && status !== 503) return undefined;
  const now = pipeline.now();
  const until = retryAfter(headers['retry-after'], now);
  if (until === undefined) return undefined;
  const restMs = Math.min(until.getTime() - now.getTime(), LONGEST_REST);
  // A redirect may have led to another host, and it is that one which asks.
  for (const host of new Set([new URL(asked).host, new URL(url).host]))
    await restHost(pipeline.db, host, restMs);
  return new Date(now.getTime() + restMs);
}
