import { setTimeout as sleep } from 'node:timers/promises';
import { itemsFromEntries } from '../../core/items/item-from-entry.ts';
import { isAllowed } from '../../core/politeness/robots.ts';
import { nextRobotsState, type RobotsAnswer, type RobotsState } from '../../core/politeness/robots-cache.ts';
import {
  FetchError,
  type PageRequest,
  type PageResponse,
  type PageSource,
} from '../../io/http/page-source.ts';
import { PRODUCT_TOKEN } from '../fetching/obey-robots.ts';
import type { DocumentReader } from '../threads/document-reader.ts';

/** The result of recording one URL. */
export type RecordedUrl =
  | {
      readonly status: 'feed';
      readonly url: string;
      readonly entries: number;
      /** Pages of articles that answered. */
      readonly pages: number;
      /** Pages that did not answer, and why; recorded too, so that a replay behaves the same. */
      readonly failed: readonly { readonly url: string; readonly reason: string }[];
      /** Pages that robots.txt disallows. */
      readonly disallowed: number;
    }
  | { readonly status: 'page'; readonly url: string; readonly announced: readonly string[] }
  | { readonly status: 'failed'; readonly url: string; readonly reason: string };

export interface RecordParts {
  /** The recorder. */
  readonly source: PageSource;
  readonly reader: Pick<DocumentReader, 'readFeed'>;
  /** The maximum number of articles' pages for each feed. */
  readonly pages: number;
  /** Seconds between two requests to one host. */
  readonly spacing: number;
  readonly robots: boolean;
  readonly now: Date;
  /** Called before each page is fetched, with the number of pages. */
  onPage(url: string, of: number): void;
}

/**
 * Fetches URLs one after the other as the pipeline would: a feed with its articles' pages and their robots.txt, or a
 * single page. Everything a replay needs passes through the source.
 */
export function createUrlRecorder(parts: RecordParts): (url: string) => Promise<RecordedUrl> {
  const robots = new Map<string, RobotsState>();
  const lastAsked = new Map<string, number>();

  async function get(request: PageRequest): Promise<PageResponse> {
    const { host } = new URL(request.url);
    const wait = (lastAsked.get(host) ?? 0) + parts.spacing * 1_000 - Date.now();
    if (wait > 0) await sleep(wait);
    lastAsked.set(host, Date.now());
    return parts.source.get(request);
  }

  async function mayFetch(url: string): Promise<boolean> {
    if (!parts.robots) return true;
    const { origin } = new URL(url);
    let state = robots.get(origin);
    if (state === undefined) {
      const answer = await askRobots(`${origin}/robots.txt`);
      state = nextRobotsState(undefined, answer, parts.now, PRODUCT_TOKEN);
      robots.set(origin, state);
    }
    return isAllowed(state.rules, url);
  }

  async function askRobots(url: string): Promise<RobotsAnswer> {
    try {
      const { status, body } = await get({ url, kind: 'robots' });
      return { status, text: new TextDecoder().decode(body) };
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      return { none: true, code: error.code };
    }
  }

  async function recordPages(urls: readonly string[]) {
    const failed: { url: string; reason: string }[] = [];
    let disallowed = 0;
    for (const url of urls) {
      parts.onPage(url, urls.length);
      if (!(await mayFetch(url))) {
        disallowed += 1;
        continue;
      }
      const reason = await get({ url, kind: 'page' }).then(
        ({ status }) => (status === 200 ? undefined : `answered ${status}`),
        reasonOf,
      );
      if (reason !== undefined) failed.push({ url, reason });
    }
    return { pages: urls.length - failed.length - disallowed, failed, disallowed };
  }

  return async (url) => {
    let response: PageResponse;
    try {
      response = await get({ url, kind: 'feed' });
    } catch (error) {
      return { status: 'failed', url, reason: reasonOf(error) };
    }
    if (response.status !== 200) return { status: 'failed', url, reason: `answered ${response.status}` };
    const parsed = await parts.reader
      .readFeed({ bytes: response.body, contentType: response.headers['content-type'], url: response.url })
      .catch((error: Error) => error);
    if (parsed instanceof Error) return { status: 'failed', url, reason: parsed.message };
    if (parsed.status === 'not-a-feed') {
      // A replay of the page asks its robots.txt first.
      await mayFetch(response.url);
      return { status: 'page', url, announced: parsed.announced.map((feed) => feed.url) };
    }
    const { entries } = parsed.feed;
    const items = itemsFromEntries(entries, url, { now: parts.now, firstPoll: true, backfillAge: 0 });
    const pages = items.filter(({ linkUse }) => linkUse === 'page').slice(0, parts.pages);
    return {
      status: 'feed',
      url,
      entries: items.length,
      ...(await recordPages(pages.map((item) => item.url))),
    };
  };
}

/** The reason of a failed fetch. @throws any other error */
function reasonOf(error: unknown): string {
  if (!(error instanceof FetchError)) throw error;
  return error.message;
}
