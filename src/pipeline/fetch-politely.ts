import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PageRequest, PageResponse } from '../io/http/page-source.ts';
import { claimSlot, releaseSlot } from '../io/store/hosts.ts';
import type { Pipeline } from './context.ts';

export type PoliteOutcome =
  | { readonly status: 'answered'; readonly response: PageResponse }
  /** The host is busy with others of our requests: come back then. */
  | { readonly status: 'later'; readonly at: Date };

/** A slot that is further away is not waited for: the job gives way to those for other hosts. Seconds. */
const PATIENCE = 2;

/**
 * Fetches within the limits that hold for one host over all workers, its robots.txt's crawl delay among them.
 * @param patience seconds that a free slot is waited for
 * @throws FetchError, or the signal's reason
 */
export async function fetchPolitely(
  pipeline: Pipeline,
  request: PageRequest,
  patience = PATIENCE,
): Promise<PoliteOutcome> {
  return askPolitely(pipeline, request, () => pipeline.source.get(request), patience);
}

/**
 * The same for a request that is no page's.
 * @param ask sends it
 */
export async function askPolitely(
  pipeline: Pipeline,
  { url, signal }: { readonly url: string; readonly signal?: AbortSignal | undefined },
  ask: () => Promise<PageResponse>,
  patience = PATIENCE,
): Promise<PoliteOutcome> {
  const { perHost, lease: leaseSeconds } = pipeline.settings;
  if (perHost === undefined) return { status: 'answered', response: await ask() };
  const { host } = new URL(url);
  const lease = randomUUID();
  const claim = await claimSlot(pipeline.db, host, lease, {
    concurrency: perHost.concurrency,
    spacingMs: perHost.spacing * 1_000,
    leaseMs: leaseSeconds * 1_000,
    patienceMs: patience * 1_000,
  });
  if (!claim.granted) return { status: 'later', at: new Date(pipeline.now().getTime() + claim.waitMs) };
  try {
    if (claim.waitMs > 0) await sleep(claim.waitMs, undefined, { signal });
    return { status: 'answered', response: await ask() };
  } finally {
    await releaseSlot(pipeline.db, host, lease);
  }
}
