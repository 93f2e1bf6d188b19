/** How the latest poll of a feed ended. */
export interface RecentPoll {
  readonly host: string;
  /** The code of the FetchError; null where an answer came. */
  readonly error: string | null;
}

/** Errors that a broken line, resolver or firewall on our side causes. */
const NETWORK_ERRORS: ReadonlySet<string> = new Set(['dns', 'connection', 'timeout']);

/** Whether a FetchError of that code may come from our side of the network. */
export function isNetworkError(code: string): boolean {
  return NETWORK_ERRORS.has(code);
}

/** The minimum number of hosts for a decision. */
const FEWEST_HOSTS = 8;

/**
 * Whether our own network is down rather than the feeds: more than half of the recently polled hosts could not be
 * reached. A host counts once, and as down only when none of its feeds answered.
 *
 * @param recent the polls of the last minutes, of all feeds
 */
export function isOwnNetworkDown(recent: readonly RecentPoll[]): boolean {
  const reached = new Map<string, boolean>();
  for (const { host, error } of recent) {
    const isReached = error === null || !isNetworkError(error);
    reached.set(host, isReached || reached.get(host) === true);
  }
  const lost = [...reached.values()].filter((isReached) => !isReached).length;
  return reached.size >= FEWEST_HOSTS && lost > reached.size / 2;
}
