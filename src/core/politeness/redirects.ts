/** One hop, as a `PageResponse` reports it. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
  readonly status: number;
}

/** A permanent move that a feed has announced, and for how many polls in a row. */
export interface MoveState {
  readonly to: string;
  readonly polls: number;
}

export type MoveVerdict =
  | { readonly status: 'stays' }
  | { readonly status: 'holding'; readonly move: MoveState }
  /** The feed's URL is to be rewritten. */
  | { readonly status: 'moved'; readonly to: string };

/** Captive portals, expired domains and mistakes also answer 301; they seldom last three polls. */
const POLLS_TO_HOLD = 3;

/**
 * Whether a feed has moved for good: a chain of 301 and 308 that has led to the same place for three polls running,
 * and each time to a feed. A chain is followed as far as it is permanent; a move from https to http is never taken
 * over, though the redirect itself is followed.
 *
 * @param feedUrl the URL on record
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

/** Where the permanent beginning of a chain leads. */
function permanentTarget(redirects: readonly Redirect[]): string | undefined {
  let to: string | undefined;
  for (const hop of redirects) {
    if (hop.status !== 301 && hop.status !== 308) break;
    to = hop.to;
  }
  return to;
}

/** Whether a chain left https for http on its way, which an operator should see. */
export function hasDowngrade(redirects: readonly Redirect[]): boolean {
  return redirects.some(({ from, to }) => isDowngrade(from, to));
}

function isDowngrade(from: string, to: string): boolean {
  return from.startsWith('https:') && to.startsWith('http:');
}
