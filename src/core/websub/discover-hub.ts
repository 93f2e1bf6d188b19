import { parseLinkHeader } from './link-header.ts';

/** Where to subscribe, and to what. */
export interface HubOffer {
  readonly hub: string;
  /** The feed's own name for itself: the hub knows it by no other. */
  readonly topic: string;
}

/**
 * Finds the hub that a feed offers (W3C WebSub §4): Link headers come before what the feed says in itself. The
 * first hub on https is taken, or else the first.
 *
 * @param linkHeader of the response
 * @param feed as read from the body; `self` and `hubs` absolute
 * @param feedUrl where it was found, after redirects; stands in for a missing self
 */
export function discoverHub(
  linkHeader: string | undefined,
  feed: { readonly hubs: readonly string[]; readonly self: string | undefined },
  feedUrl: string,
): HubOffer | undefined {
  const links = parseLinkHeader(linkHeader ?? '');
  const targets = (relation: string) =>
    links
      .filter(({ relations }) => relations.includes(relation))
      .flatMap(({ target }) => webUrl(target, feedUrl));
  const hubs = [...targets('hub'), ...feed.hubs.flatMap((hub) => webUrl(hub, feedUrl))];
  const hub = hubs.find((url) => url.startsWith('https:')) ?? hubs[0];
  if (hub === undefined) return undefined;
  return { hub, topic: targets('self')[0] ?? feed.self ?? feedUrl };
}

function webUrl(text: string, base: string): string[] {
  const url = URL.parse(text, base);
  return url !== null && /^https?:$/.test(url.protocol) ? [url.href] : [];
}
