/** One hop, as a `PageResponse` reports it. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
  readonly status: number;
}

/** A permanent redirect of a feed, and for how many polls in a row it was seen. */
export interface MoveState {
  readonly to: string;
  readonly polls: number;
}

export type MoveVerdict =
  | { readonly status: 'stays' }
  | { readonly status: 'holding'; readonly move: MoveState }
  /** The feed's URL must be changed. */
  | { readonly status: 'moved'; readonly to: string };

/** Captive portals, expired domains and mistakes also answer 301, but seldom for three polls. */
const POLLS_TO_HOLD = 3;

/**
 * Whether a feed has moved permanently: a chain of 301 and 308 led to the same place in three consecutive polls, and
 * each time to a feed. A chain counts up to its first temporary redirect. A move from https to http is never
 * recorded, though the redirect is followed.
 *
 * @param feedUrl the stored URL
 * @param isFeed whether this poll's answer was a readable feed (or a 304)
 */
export function feedMove(
  feedUrl: string,
  redirects: readonly Redirect[],
  isFeed: boolean,
  previous: MoveState | undefined,
): MoveVerdict {
  const to = permanentTarget(redirects);
  if (!isFeed || to === undefined || to === feedUrl || isDowngrade(feedUrl, to)) return { status: 'stays' };
  const polls = previous?.to === to ? previous.polls + 1 : 1;
  return polls >= POLLS_TO_HOLD ? { status: 'moved', to } : { status: 'holding', move: { to, polls } };
}

/** The target of the permanent beginning of a chain. */
function permanentTarget(redirects: readonly Redirect[]): string | undefined {
  let to: string | undefined;
  for (const hop of redirects) {
    if (hop.status !== 301 && hop.status !== 308) break;
    to = hop.to;
  }
  return to;
}

/** Whether a chain went from https to http, which an operator should know. */
export function hasDowngrade(redirects: readonly Redirect[]): boolean {
  return redirects.some(({ from, to }) => isDowngrade(from, to));
}

function isDowngrade(from: string, to: string): boolean {
  return from.startsWith('https:') && to.startsWith('http:');
}
