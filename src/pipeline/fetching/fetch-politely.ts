import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { FetchError, type PageRequest, type PageResponse } from '../../io/http/page-source.ts';
import type { Claim } from '../../io/store/hosts/slot-request.ts';
import { claimHop, renewSlot, remainingRest } from '../../io/store/hosts/hosts.ts';
import { annotate, traced } from '../../io/tracing.ts';
import type { Pipeline } from '../context.ts';
import { hostSlots } from './host-slots.ts';
import { perDatabase } from '../batch-tasks.ts';
import { isRefusal } from './honour-refusal.ts';
import { HostRateLimiter, type RequestPermit } from './host-rate-limiter.ts';
import { startLeaseRenewal, leaseDuration } from '../renew-lease.ts';

export type PoliteOutcome =
  | { readonly status: 'answered'; readonly response: PageResponse }
  /** The host has no free slot; try again then. `isRefusing`: it refused its last requests, one after the other. */
  | { readonly status: 'later'; readonly at: Date; readonly isRefusing: boolean };

/** The number of refusals in a row from which a host counts as refusing. */
const REFUSING = 2;

/** A slot that is further away is not waited for, so that the worker can do jobs for other hosts. Seconds. */
const PATIENCE = 2;

/**
 * A feed without a slot asks again after this at the latest, unless its host rests for longer. A page waits until its
 * slot is free. Milliseconds.
 */
const LONGEST_FEED_WAIT = 30_000;

/**
 * Fetches within the limits for one host across all workers, including its robots.txt's crawl delay.
 * @param patience how long to wait for a free slot, in seconds
 * @throws FetchError, or the signal's reason
 */
export async function fetchPolitely(
  pipeline: Pipeline,
  request: PageRequest,
  patience = PATIENCE,
): Promise<PoliteOutcome> {
  const ask = async (first: RequestPermit | undefined) => {
    let permit = first;
    let waitedMs = 0;
    const spaced: PageRequest = {
      ...request,
      onSent: () => permit?.sent(),
      beforeHop: async (url) => {
        permit?.end();
        const begun = performance.now();
        permit = await waitForHop(pipeline, url, LONGEST_HOPS - waitedMs, request.signal);
        waitedMs += performance.now() - begun;
      },
    };
    try {
      return await pipeline.source.get(spaced);
    } finally {
      permit?.end();
    }
  };
  const isFeed = request.kind === 'feed';
  try {
    return await askPolitely(pipeline, request, ask, { patience, isFeed });
  } catch (error) {
    // A page is retried for a limited time, so that its alert does not wait for a host that refuses for hours.
    if (!isFeed || !(error instanceof RestingHostError)) throw error;
    return later(pipeline, error.waitMs, { refusals: 0 });
  }
}

/**
 * The same for requests other than pages.
 * @param ask sends the request; it must call `sent` on the permit, or the next request waits for its answer
 */
export async function askPolitely(
  pipeline: Pipeline,
  { url, signal }: { readonly url: string; readonly signal?: AbortSignal | undefined },
  ask: (permit: RequestPermit | undefined) => Promise<PageResponse>,
  { patience = PATIENCE, isFeed = false } = {},
): Promise<PoliteOutcome> {
  const { perHost } = pipeline.settings;
  const leaseSeconds = leaseDuration(pipeline.settings.lease);
  const { host } = new URL(url);
  const askTraced = (permit?: RequestPermit) =>
    traced('fetch', async () => statusNoted(await ask(permit)), { attributes: { 'server.address': host } });
  if (perHost === undefined) return { status: 'answered', response: await askTraced() };
  const lease = randomUUID();
  const slots = hostSlots(pipeline.db);
  const claim = await slots.take({
    host,
    lease,
    reserves: isFeed,
    limits: {
      concurrency: perHost.concurrency,
      spacingMs: perHost.spacing * 1_000,
      leaseMs: leaseSeconds * 1_000,
      patienceMs: patience * 1_000,
    },
  });
  if (!claim.granted) {
    const longestMs = isFeed ? Math.max(claim.restMs, LONGEST_FEED_WAIT) : Infinity;
    const waitMs = claim.reserved ? claim.restMs : Math.min(claim.waitMs, longestMs);
    return later(pipeline, waitMs, claim);
  }
  const letGo = startLeaseRenewal(leaseSeconds, () => renewSlot(pipeline.db, host, lease, leaseSeconds));
  let permit: RequestPermit | undefined;
  let isTaken = false;
  let target = host;
  try {
    if (claim.waitMs > 0) await sleep(claim.waitMs, undefined, { signal });
    if (claim.gapMs > 0) permit = await rateLimiterOf(pipeline.db).take(host, claim.gapMs, signal);
    if (claim.waitMs > 0 || permit?.waited === true) {
      const restMs = await remainingRest(pipeline.db, host, lease);
      if (restMs !== undefined) return later(pipeline, restMs, claim);
    }
    const response = await askTraced(permit);
    isTaken = response.status < 500 && !isRefusal(response);
    target = new URL(response.url).host;
    return { status: 'answered', response };
  } finally {
    permit?.end();
    await letGo();
    slots.giveBack({ host, lease, isTaken });
    // After a redirect it is the other host that took the request.
    if (isTaken && target !== host) slots.giveBack({ host: target, lease, isTaken });
  }
}

function later(
  pipeline: Pipeline,
  waitMs: number,
  { refusals }: Pick<Claim, 'refusals'>,
): Extract<PoliteOutcome, { status: 'later' }> {
  const at = new Date(pipeline.now().getTime() + waitMs);
  return { status: 'later', at, isRefusing: refusals >= REFUSING };
}

function statusNoted(response: PageResponse): PageResponse {
  annotate({ 'http.response.status_code': response.status });
  return response;
}

const rateLimiterOf = perDatabase(() => new HostRateLimiter());

/** A redirect leads to a host that must not be asked now. */
class RestingHostError extends FetchError {
  readonly waitMs: number;

  constructor(url: string, host: string, waitMs: number) {
    super('connection', url, `${host}, where it redirects to, is to be left alone for now.`);
    this.waitMs = waitMs;
  }
}

/** How much longer than its spacing or crawl delay a host that a redirect leads to is waited for. Milliseconds. */
const HOP_PATIENCE = 5_000;
/**
 * The longest that a chain of redirects waits, over all its hops. Otherwise a feed whose pages lead through five hosts with a
 * long crawl delay each would hold its fetches for minutes. The second beyond a minute lets one hop keep the longest delay.
 * Milliseconds.
 */
const LONGEST_HOPS = 61_000;

/** Keeps the spacing, or the crawl delay, between requests to a host that a redirect leads to. */
async function waitForHop(
  pipeline: Pipeline,
  url: string,
  longestMs: number,
  signal: AbortSignal | undefined,
): Promise<RequestPermit | undefined> {
  const { perHost } = pipeline.settings;
  if (perHost === undefined) return undefined;
  const { host } = new URL(url);
  const { granted, waitMs, gapMs } = await claimHop(pipeline.db, host, {
    spacingMs: perHost.spacing * 1_000,
    patienceMs: HOP_PATIENCE,
    longestMs: Math.max(0, longestMs),
  });
  if (!granted) throw new RestingHostError(url, host, waitMs);
  if (waitMs > 0) await sleep(waitMs, undefined, { signal });
  return gapMs > 0 ? rateLimiterOf(pipeline.db).take(host, gapMs, signal) : undefined;
}
