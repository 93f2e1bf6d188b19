import { FetchError, type PageSource } from '../../io/http/page-source.ts';
import type { DocumentReader } from '../threads/document-reader.ts';

export type FeedTest =
  | {
      readonly status: 'ok';
      /** The feed's address after redirects, or the one that the page announced. */
      readonly url: string;
      readonly format: string;
      readonly title: string | undefined;
      readonly entries: number;
      readonly problems: readonly string[];
      /** When its latest entry was published; undefined where the feed has no dates. */
      readonly newest: Date | undefined;
      /** The first entries, in the feed's order. */
      readonly latest: readonly {
        readonly title: string | undefined;
        readonly link: string | undefined;
        readonly published: Date | undefined;
      }[];
    }
  | {
      readonly status: 'failed';
      readonly url: string;
      readonly reason: string;
      readonly announced: readonly string[];
    };

const SHOWN = 5;

/** Fetches and reads one feed. A page that announces a feed (`<link rel=alternate>`) is followed once. */
export async function testFeed(
  parts: { source: PageSource; reader: DocumentReader },
  url: string,
  follow = true,
): Promise<FeedTest> {
  const failed = (reason: string, announced: readonly string[] = []): FeedTest => ({
    status: 'failed',
    url,
    reason,
    announced,
  });
  try {
    const response = await parts.source.get({ url, kind: 'feed' });
    if (response.status !== 200) return failed(`the server answered ${response.status}`);
    const outcome = await parts.reader.readFeed({
      bytes: response.body,
      contentType: response.headers['content-type'],
      url: response.url,
    });
    if (outcome.status === 'not-a-feed') {
      const announced = outcome.announced.map((feed) => feed.url);
      const [first] = announced;
      return follow && first !== undefined
        ? await testFeed(parts, first, false)
        : failed(outcome.message, announced);
    }
    const { feed } = outcome;
    const dates = feed.entries.flatMap(({ published }) => published?.getTime() ?? []);
    return {
      status: 'ok',
      url: response.url,
      format: feed.format,
      title: feed.title,
      entries: feed.entries.length,
      problems: feed.problems,
      newest: dates.length === 0 ? undefined : new Date(Math.max(...dates)),
      latest: feed.entries.slice(0, SHOWN).map(({ title, link, published }) => ({ title, link, published })),
    };
  } catch (error) {
    if (!(error instanceof FetchError)) return failed(`it cannot be read: ${(error as Error).message}`);
    return failed(error.message);
  }
}
