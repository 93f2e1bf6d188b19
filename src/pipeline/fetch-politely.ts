import type { PageRequest, PageResponse } from '../io/http/page-source.ts';
import { claimSlot, releaseSlot } from '../io/store/hosts.ts';
import type { Pipeline } from './context.ts';

export type PoliteOutcome =
  | { readonly status: 'answered'; readonly response: PageResponse }
  /** The host is busy with others of our requests: come back then. */
  | { readonly status: 'later'; readonly at: Date };

/**
 * Fetches within the limits that hold for one host over all workers.
 * @throws FetchError
 */
export async function fetchPolitely(pipeline: Pipeline, request: PageRequest): Promise<PoliteOutcome> {
  const { host } = new URL(request.url);
  const { perHost, lease } = pipeline.settings;
  const slot = await claimSlot(pipeline.db, host, { ...perHost, lease });
  if (slot.status === 'later') return slot;
  try {
    const wait = slot.at.getTime() - Date.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    return { status: 'answered', response: await pipeline.source.get(request) };
  } finally {
    await releaseSlot(pipeline.db, host, slot.lease);
  }
}
