import { parseLinkHeader } from './link-header.ts';

/** A feed's hub, and the feed's name there. */
export interface HubOffer {
  readonly hub: string;
  /** The feed's own URL for itself; the hub knows it by no other. */
  readonly topic: string;
}

/**
 * Finds the hub of a feed (W3C WebSub §4). Link headers come before elements in the feed. The first hub with https is
 * chosen, or else the first.
 *
 * @param linkHeader of the response
 * @param feed parsed from the body; `self` and `hubs` absolute
 * @param feedUrl where the feed was found, after redirects; used where it gives no self
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
