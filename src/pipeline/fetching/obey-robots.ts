import { freshSeconds } from '../../core/politeness/freshness.ts';
import { isAllowed } from '../../core/politeness/robots.ts';
import {
  isFresh,
  nextRobotsState,
  type RobotsAnswer,
  type RobotsState,
} from '../../core/politeness/robots-cache.ts';
import { isNetworkError } from '../../core/scheduling/own-network.ts';
import { FetchError } from '../../io/http/page-source.ts';
import type { Pipeline } from '../context.ts';
import { fetchPolitely } from './fetch-politely.ts';
import { knownRobots } from './known-robots.ts';
import { seemsOwnNetworkDown } from './own-network.ts';

export type Permission =
  | { readonly status: 'yes' }
  | { readonly status: 'no'; readonly reason: string }
  | { readonly status: 'later'; readonly at: Date; readonly isRefusing: boolean };

/** The delay of a robots.txt while our own network is down. Milliseconds. */
const NETWORK_DELAY = 30_000;

/** Our product token in robots.txt files. */
export const PRODUCT_TOKEN = 'chipwatch';

/** Whether the host's robots.txt allows the page to be fetched. */
export async function mayFetch(pipeline: Pipeline, url: string, signal: AbortSignal): Promise<Permission> {
  if (!pipeline.settings.robots) return { status: 'yes' };
  const robots = await robotsOf(pipeline, url, signal);
  if ('at' in robots) return robots;
  if (isAllowed(robots.rules, url)) return { status: 'yes' };
  const { origin } = new URL(url);
  const reason =
    robots.unreachableSince === undefined
      ? `${origin}/robots.txt disallows it`
      : `${origin}/robots.txt cannot be had, and until it can nothing is fetched`;
  return { status: 'no', reason };
}

/** The robots.txt of the URL's host: fetched when ours has expired, and stored for all workers. */
export async function robotsOf(
  pipeline: Pipeline,
  url: string,
  signal: AbortSignal,
): Promise<RobotsState | Extract<Permission, { status: 'later' }>> {
  const { host, origin } = new URL(url);
  const known = await knownRobots(pipeline.db).of(host, pipeline.now());
  if (known !== undefined && isFresh(known, pipeline.now())) return known;
  const waiting = UNDER_WAY.get(pipeline.db) ?? new Map<string, Promise<Robots>>();
  UNDER_WAY.set(pipeline.db, waiting);
  const others = waiting.get(origin);
  if (others !== undefined) {
    const theirs = await others.catch(() => undefined);
    // The other caller was cancelled or failed.
    return theirs ?? robotsOf(pipeline, url, signal);
  }
  const ours = fetchRobots(pipeline, url, known, signal).finally(() => waiting.delete(origin));
  waiting.set(origin, ours);
  return ours;
}

type Robots = RobotsState | Extract<Permission, { status: 'later' }>;

/** Running fetches by host, so that concurrent callers in this process share one. */
const UNDER_WAY = new WeakMap<Pipeline['db'], Map<string, Promise<Robots>>>();

async function fetchRobots(
  pipeline: Pipeline,
  url: string,
  known: RobotsState | undefined,
  signal: AbortSignal,
): Promise<Robots> {
  const { host, origin } = new URL(url);
  const now = pipeline.now();
  // Another caller may have fetched it while we read the database.
  const fetched = knownRobots(pipeline.db).inMemory(host, now);
  if (fetched !== undefined) return fetched;
  const answer = await ask(pipeline, `${origin}/robots.txt`, signal);
  if ('at' in answer) return answer;
  const robots = nextRobotsState(known, answer, now, PRODUCT_TOKEN);
  await knownRobots(pipeline.db).store(host, robots);
  return robots;
}

async function ask(
  pipeline: Pipeline,
  url: string,
  signal: AbortSignal,
): Promise<RobotsAnswer | Extract<Permission, { status: 'later' }>> {
  try {
    const outcome = await fetchPolitely(pipeline, { url, kind: 'robots', signal });
    if (outcome.status === 'later') return outcome;
    const { status, body, headers } = outcome.response;
    return {
      status,
      text: new TextDecoder().decode(body),
      freshSeconds: freshSeconds(headers, pipeline.now()),
    };
  } catch (error) {
    if (!(error instanceof FetchError) || error.code === 'aborted') throw error;
    // A site that was never asked would count as one that forbids everything.
    if (isNetworkError(error.code) && (await seemsOwnNetworkDown(pipeline)))
      return { status: 'later', at: new Date(pipeline.now().getTime() + NETWORK_DELAY), isRefusing: false };
    return { none: true, code: error.code };
  }
}
