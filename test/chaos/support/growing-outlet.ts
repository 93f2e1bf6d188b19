import { createServer } from 'node:http';
import { allReports, type StoryReport } from '../../support/story-outlets.ts';
import { escape } from '../../world/habit.ts';
import { listening } from '../../support/listening.ts';

/** An outlet that publishes when a test asks it to, and that can be disconnected. */
export interface GrowingOutlet extends AsyncDisposable {
  readonly feeds: readonly string[];
  readonly published: readonly string[];
  /** The headlines of what is published, as they were written. */
  readonly titles: readonly string[];
  /** Adds so many new reports to the feeds, to one after the other. */
  publish(count: number): void;
  /** While it is off the air, the connection of every request is closed. */
  setOnAir(isOnAir: boolean): void;
}

/** The number of entries in a feed. */
const WINDOW = 60;

/** The first report on a topic of each labelled event; none of them belongs to the story of another. */
export const FIRST_REPORTS: readonly StoryReport[] = [
  ...Map.groupBy(allReports(), ({ event }) => event).values(),
].flatMap(([first]) => (first!.topics.length > 0 ? [first!] : []));

/** The number of reports that it can publish. */
export const PUBLISHABLE = FIRST_REPORTS.length;

/**
 * @param before is awaited before the path of each request is answered
 * @param stock what can be published, in this order
 */
export async function growingOutlet(
  feeds: number,
  before: (path: string) => Promise<void> | undefined = () => undefined,
  stock: readonly StoryReport[] = FIRST_REPORTS,
): Promise<GrowingOutlet> {
  const reportOf = (n: number) => {
    const report = stock[n];
    if (report === undefined) throw new Error(`there are ${stock.length} reports only`);
    return { id: `r${n}`, title: escape(report.title), text: escape(report.text) };
  };
  const reports: { n: number; at: Date }[] = [];
  let isOnAir = true;
  let base = '';
  const server = createServer(async (request, response) => {
    await before(request.url ?? '/');
    if (!isOnAir) {
      request.socket.destroy();
      return;
    }
    const path = request.url ?? '/';
    const feed = /^\/feed-(\d+)\.xml$/.exec(path);
    const page = /^\/r(\d+)\.html$/.exec(path);
    if (feed !== null) {
      const items = reports
        .filter(({ n }) => n % feeds === Number(feed[1]))
        .slice(-WINDOW)
        .map(({ n, at }) => {
          const { id, title } = reportOf(n);
          return `<item><title>${title}</title><link>${base}/${id}.html</link><guid isPermaLink="false">${id}</guid><pubDate>${at.toUTCString()}</pubDate></item>`;
        });
      response.setHeader('content-type', 'application/rss+xml');
      response.end(
        `<rss version="2.0"><channel><title>Feed</title>${items.toReversed().join('')}</channel></rss>`,
      );
    } else if (page !== null) {
      const { title, text } = reportOf(Number(page[1]));
      response.setHeader('content-type', 'text/html');
      response.end(`<title>${title}</title><article><h1>${title}</h1><p>${text}</p></article>`);
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  const own = await listening(server);
  base = own.url;
  return {
    feeds: Array.from({ length: feeds }, (_, n) => `${base}/feed-${n}.xml`),
    get published() {
      return reports.map(({ n }) => `r${n}`);
    },
    get titles() {
      return reports.map(({ n }) => stock[n]!.title);
    },
    publish(count) {
      for (let i = 0; i < count; i += 1) reports.push({ n: reports.length, at: new Date() });
    },
    setOnAir(next) {
      isOnAir = next;
      if (!next) server.closeAllConnections();
    },
    [Symbol.asyncDispose]: () => own[Symbol.asyncDispose](),
  };
}
