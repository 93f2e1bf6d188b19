/** A subscription that we request from a hub. */
export interface Subscription {
  readonly topic: string;
  /** Our callback URL; it contains a secret. */
  readonly callback: string;
  /** The secret with which the hub signs; under 200 bytes. Over plain http others can read it. */
  readonly secret: string;
}

/** Ten days, which most hubs grant. */
const LEASE_SECONDS = 864_000;

/** The form to post to the hub (W3C WebSub §5.1). */
export function subscriptionForm(
  mode: 'subscribe' | 'unsubscribe',
  subscription: Subscription,
): URLSearchParams {
  return new URLSearchParams({
    'hub.mode': mode,
    'hub.topic': subscription.topic,
    'hub.callback': subscription.callback,
    ...(mode === 'subscribe'
      ? { 'hub.secret': subscription.secret, 'hub.lease_seconds': String(LEASE_SECONDS) }
      : {}),
  });
}

export type IntentVerdict =
  /** Answer 200 with the challenge as the whole body. */
  | { readonly status: 'confirmed'; readonly challenge: string; readonly leaseSeconds: number }
  /** The hub refuses; poll as usual. Answer 200. */
  | { readonly status: 'denied'; readonly reason: string }
  /** We did not ask for this. Answer 404. */
  | { readonly status: 'refused'; readonly reason: string };

/**
 * Judges a hub's request to our callback (W3C WebSub §5.2, §5.3).
 *
 * @param query of the GET request
 * @param topic of the subscription of this callback; undefined where there is none
 * @param wanted whether we want to be subscribed
 */
export function judgeIntent(
  query: URLSearchParams,
  topic: string | undefined,
  wanted: boolean,
): IntentVerdict {
  const mode = query.get('hub.mode');
  if (topic === undefined || query.get('hub.topic') !== topic) {
    return { status: 'refused', reason: 'no such topic under this callback' };
  }
  if (mode === 'denied') return { status: 'denied', reason: query.get('hub.reason') ?? 'no reason given' };
  if (mode !== (wanted ? 'subscribe' : 'unsubscribe'))
    return { status: 'refused', reason: `nobody asked to ${mode}` };
  const challenge = query.get('hub.challenge');
  if (challenge === null || challenge === '') return { status: 'refused', reason: 'no challenge' };
  const lease = Number(query.get('hub.lease_seconds'));
  return {
    status: 'confirmed',
    challenge,
    leaseSeconds: Number.isInteger(lease) && lease > 0 ? lease : LEASE_SECONDS,
  };
}

/** The longest lease that is trusted. Seconds. */
export const LONGEST_LEASE = 30 * 86_400;

/**
 * When to subscribe again so that the new lease begins before the old one ends: after about four fifths of it, with
 * jitter, because hundreds of subscriptions are made in the same minute.
 *
 * @param random from 0 to 1
 */
export function renewAt(confirmed: Date, leaseSeconds: number, random: number): Date {
  return new Date(confirmed.getTime() + Math.round(leaseSeconds * 1000 * (0.75 + 0.1 * random)));
}
