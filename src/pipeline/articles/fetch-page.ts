import { isNetworkError } from '../../core/scheduling/own-network.ts';
import { FetchError } from '../../io/http/page-source.ts';
import { NO_ANSWER } from '../../io/store/backup/recall-after-outage.ts';
import type { Pipeline } from '../context.ts';
import { fetchPolitely } from '../fetching/fetch-politely.ts';
import { mayFetch } from '../fetching/obey-robots.ts';
import { honourRefusal } from '../fetching/honour-refusal.ts';
import type { ReadArticleTask } from '../threads/read-article.ts';

/** Statuses that another attempt would not change. */
const FINAL_STATUSES = new Set([400, 401, 402, 403, 404, 405, 406, 410, 414, 421, 451]);
/** Of them, the ones that may be over later: a new page is not on all servers yet, or a guard has mistaken us. */
const PASSING_STATUSES = new Set([403, 404]);

export type PageOutcome =
  | {
      readonly status: 'page';
      readonly page: NonNullable<ReadArticleTask['page']>;
      /** The header Content-Language. */
      readonly language: string | undefined;
    }
  /** There is no page now, nor soon; much later where `isPassing`. The reason is shown to people. */
  | { readonly status: 'none'; readonly reason: string; readonly isPassing?: boolean }
  /** The host has no free slot before then. */
  | { readonly status: 'busy'; readonly at: Date; readonly isRefusing: boolean }
  /** Another attempt may succeed, not before `at` where the host gave a time. */
  | { readonly status: 'failed'; readonly reason: string; readonly at?: Date | undefined };

/**
 * Fetches an article's page within the rules of robots.txt and the host's limits.
 * @param patience how long to wait for a free slot, in seconds, where not the usual time
 * @throws the signal's reason
 */
export async function fetchPage(
  pipeline: Pipeline,
  url: string,
  signal: AbortSignal,
  patience?: number,
): Promise<PageOutcome> {
  try {
    const allowed = await mayFetch(pipeline, url, signal);
    if (allowed.status === 'later') return { status: 'busy', at: allowed.at, isRefusing: allowed.isRefusing };
    if (allowed.status === 'no') return { status: 'none', reason: allowed.reason };
    const outcome = await fetchPolitely(pipeline, { url, kind: 'page', signal }, patience);
    if (outcome.status === 'later') return { status: 'busy', at: outcome.at, isRefusing: outcome.isRefusing };
    const { response } = outcome;
    if (response.status >= 200 && response.status < 300) {
      const contentType = response.headers['content-type'];
      if (contentType !== undefined && !/html|xml|text\/plain/i.test(contentType))
        return { status: 'none', reason: `the page is ${contentType}, not HTML` };
      return {
        status: 'page',
        page: {
          bytes: response.body,
          contentType,
          requested: url,
          url: response.url,
          refresh: response.headers.refresh,
          fetched: pipeline.now(),
        },
        language: response.headers['content-language'],
      };
    }
    const reason = `the page answered ${response.status}`;
    if (FINAL_STATUSES.has(response.status))
      return { status: 'none', reason, isPassing: PASSING_STATUSES.has(response.status) };
    return { status: 'failed', reason, at: await honourRefusal(pipeline, url, response) };
  } catch (error) {
    if (!(error instanceof FetchError) || error.code === 'aborted') throw error;
    const isWorthATry = error.transient && error.code !== 'too-large';
    const reason = isNetworkError(error.code) ? `${NO_ANSWER}${error.message}` : error.message;
    return { status: isWorthATry ? 'failed' : 'none', reason };
  }
}
