import { randomBytes } from 'node:crypto';
import type { HubOffer } from '../../core/websub/discover-hub.ts';
import { plausibleUntil } from '../../core/scheduling/plausible-instant.ts';
import { judgeIntent, LONGEST_LEASE, renewAt, subscriptionForm } from '../../core/websub/subscription.ts';
import { FetchError } from '../../io/http/page-source.ts';
import type { PolledFeed } from '../../io/store/feeds/feed-polls.ts';
import { changeFeed } from '../../io/store/feeds/feeds.ts';
import type { Pipeline } from '../context.ts';
import { askPolitely } from '../fetching/fetch-politely.ts';
import { isPushed } from './schedule-feed.ts';

/** When a hub that has not confirmed is asked again. Seconds. */
const ASK_AGAIN = 6 * 3_600;
/** When a hub that refused is asked again. Seconds. */
const ASK_DENIED_AGAIN = 7 * 86_400;

/** The changes to a feed's row after its hub appeared, changed or disappeared. */
export function hubPatch(pipeline: Pipeline, feed: PolledFeed, offer: HubOffer | undefined): HubRow {
  const { hub_url, topic_url, hub_token, hub_secret, hub_since, hub_lease_until, hub_due_at } = feed;
  const kept = { hub_url, topic_url, hub_token, hub_secret, hub_since, hub_lease_until, hub_due_at };
  if (pipeline.settings.publicUrl === undefined || pipeline.post === undefined) return kept;
  if (offer?.hub === hub_url && offer?.topic === topic_url) return kept;
  if (offer === undefined) return { ...kept, hub_url: null, hub_since: null, hub_lease_until: null };
  return {
    hub_url: offer.hub,
    topic_url: offer.topic,
    hub_token: randomBytes(16).toString('hex'),
    hub_secret: randomBytes(32).toString('hex'),
    hub_since: null,
    hub_lease_until: null,
    hub_due_at: pipeline.now(),
  };
}

type HubRow = Pick<
  PolledFeed,
  'hub_url' | 'topic_url' | 'hub_token' | 'hub_secret' | 'hub_since' | 'hub_lease_until' | 'hub_due_at'
>;

/** Asks the feed's hub for a subscription or a new lease where one is due. The hub answers at our callback. */
export async function keepSubscribed(
  pipeline: Pipeline,
  feed: PolledFeed,
  signal: AbortSignal,
): Promise<void> {
  const { publicUrl } = pipeline.settings;
  const { post, db } = pipeline;
  const { hub_url: hub, topic_url: topic, hub_token: token, hub_secret: secret, hub_due_at: due } = feed;
  if (publicUrl === undefined || post === undefined) return;
  if (hub === null || topic === null || token === null || secret === null) return;
  const now = pipeline.now();
  if (due === null || (plausibleUntil(due, now, LONGEST_LEASE * 1_000) ?? now) > now) return;
  // Some hubs call back before they answer, so this is written first.
  await changeFeed(db, feed.id, { hub_due_at: after(pipeline.now(), ASK_AGAIN) });
  const form = subscriptionForm('subscribe', {
    topic,
    callback: callbackUrl(publicUrl, feed.id, token),
    secret,
  });
  const request = { url: hub, form, signal };
  try {
    const outcome = await askPolitely(pipeline, request, () => post(request));
    if (outcome.status === 'later') return await changeFeed(db, feed.id, { hub_due_at: outcome.at });
    const { status } = outcome.response;
    if (status >= 200 && status < 300)
      pipeline.log.debug({ event: 'websub.asked', feed: feed.url, hub }, 'asked a hub for a subscription');
    else refused(pipeline, feed, `it answered ${status}`);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof FetchError)) throw error;
    refused(pipeline, feed, error.message);
  }
}

function refused({ log }: Pipeline, feed: PolledFeed, reason: string): void {
  log.warn(
    { event: 'websub.failed', feed: feed.url, hub: feed.hub_url, reason },
    'the hub took no subscription; the feed is polled as usual',
  );
}

/** `undefined`: answer 404. */
export type HubReply = { readonly text: string } | undefined;

/** Answers a hub that verifies a subscription. */
export async function answerHub(
  pipeline: Pipeline,
  feed: PolledFeed,
  query: URLSearchParams,
): Promise<HubReply> {
  const now = pipeline.now();
  const wanted = feed.status === 'active' && feed.hub_url !== null;
  const verdict = judgeIntent(query, feed.topic_url ?? undefined, wanted);
  const about = { feed: feed.url, hub: feed.hub_url };
  switch (verdict.status) {
    case 'refused':
      return undefined;
    case 'denied':
      await changeFeed(pipeline.db, feed.id, {
        hub_since: null,
        hub_lease_until: null,
        hub_due_at: after(now, ASK_DENIED_AGAIN),
      });
      pipeline.log.warn(
        { event: 'websub.denied', ...about, reason: verdict.reason },
        'the hub denies the subscription; the feed is polled as usual',
      );
      return { text: '' };
    case 'confirmed': {
      if (!wanted) {
        await changeFeed(pipeline.db, feed.id, { hub_since: null, hub_lease_until: null });
        return { text: verdict.challenge };
      }
      const lease = Math.min(verdict.leaseSeconds, LONGEST_LEASE);
      const lapsed = !isPushed(feed, now);
      await changeFeed(pipeline.db, feed.id, {
        hub_lease_until: after(now, lease),
        hub_due_at: renewAt(now, lease, pipeline.random()),
        ...(lapsed || feed.hub_since === null ? { hub_since: now } : {}),
      });
      pipeline.log.info(
        { event: 'websub.subscribed', ...about, leaseSeconds: lease },
        'the hub pushes this feed now',
      );
      return { text: verdict.challenge };
    }
  }
}

/** Relative, because the service may be below a path. */
function callbackUrl(publicUrl: string, feedId: string, token: string): string {
  const base = publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`;
  return new URL(`websub/${feedId}/${token}`, base).href;
}

function after(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1_000);
}
