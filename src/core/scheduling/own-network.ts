/** How the latest poll of a feed ended. */
export interface RecentPoll {
  readonly host: string;
  /** The code of the FetchError; null where any answer came. */
  readonly error: string | null;
}

/** What a dead line, a broken resolver or a firewall look like from inside. */
const NETWORK_ERRORS: ReadonlySet<string> = new Set(['dns', 'connection', 'timeout']);
/** With fewer hosts than this it cannot be decided. */
const FEWEST_HOSTS = 8;

/**
 * Whether our own network is down rather than the feeds: more than half of the hosts that were lately polled could
 * not be reached. A host counts once, however many feeds it has, and is down only when none of its feeds answered.
 *
 * @param recent the polls of the last minutes, all feeds
 */
export function isOwnNetworkDown(recent: readonly RecentPoll[]): boolean {
  const reached = new Map<string, boolean>();
  for (const { host, error } of recent) {
    const isReached = error === null || !NETWORK_ERRORS.has(error);
    reached.set(host, isReached || reached.get(host) === true);
  }
  const lost = [...reached.values()].filter((isReached) => !isReached).length;
  return reached.size >= FEWEST_HOSTS && lost > reached.size / 2;
}
