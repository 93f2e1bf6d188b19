import { retryAfter } from '../../core/politeness/retry-after.ts';
import type { PageResponse } from '../../io/http/page-source.ts';
import { refuseHost } from '../../io/store/hosts/rest-host.ts';
import type { Pipeline } from '../context.ts';

/** The longest rest of a host, whatever it asks for, because a story cannot wait for hours. Milliseconds. */
const LONGEST_REST = 30 * 60_000;

/** Whether an answer says that the host wants fewer requests. */
export function isRefusal({ status }: Pick<PageResponse, 'status'>): boolean {
  return status === 429 || status === 503;
}

/**
 * Lets the whole host rest, for all feeds, pages and workers, when it has refused a request: for as long as it asks, or
 * for longer with each refusal in a row.
 *
 * @param longestMs the longest rest of a host that asks for none, at most half an hour
 * @returns until when the host asked us to wait, where it did
 */
export async function honourRefusal(
  pipeline: Pipeline,
  asked: string,
  response: PageResponse,
  longestMs = LONGEST_REST,
): Promise<Date | undefined> {
  if (!isRefusal(response)) return undefined;
  const now = pipeline.now();
  const until = retryAfter(response.headers['retry-after'], now);
  const askedMs = until === undefined ? undefined : Math.min(until.getTime() - now.getTime(), LONGEST_REST);
  // After a redirect it is the other host that asks.
  for (const host of new Set([new URL(asked).host, new URL(response.url).host]))
    await refuseHost(pipeline.db, host, { askedMs, longestMs: Math.min(longestMs, LONGEST_REST) });
  return askedMs === undefined ? undefined : new Date(now.getTime() + askedMs);
}
