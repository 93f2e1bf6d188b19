import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { openZoo, reply } from '../../test/io/http/zoo/zoo.ts';
import { allReports } from '../../test/support/story-outlets.ts';
import { closedPort } from '../../test/support/listening.ts';
import { scriptedServer } from '../../test/support/scripted-server.ts';
import { seconds } from '../chaos/night.ts';
import { residentMb } from '../support/resident-memory.ts';
import type { PastFault } from './past-fault.ts';
import { INTERVAL, openTrial } from './trial.ts';

const MIB = 2 ** 20;
const HTML = 'Content-Type: text/html; charset=utf-8';
/** Pages that come byte by byte. */
const PAGES = 24;

const feedOf = (entries: readonly { readonly title: string; readonly link: string }[]) =>
  `<rss version="2.0"><channel><title>Feed</title>${entries
    .map(
      ({ title, link }) =>
        `<item><title>${title}</title><link>${link}</link><guid>${link}</guid><pubDate>${new Date().toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`;
const RSS = ['Content-Type: application/rss+xml'];

/** What servers of outlets may do. */
export const outletFaults: readonly PastFault[] = [
  {
    name: `${PAGES} pages come in chunks of one byte, to a service with a heap of 512 MB`,
    async run(subject) {
      let port = 0;
      const page = Buffer.from(
        `HTTP/1.1 200 OK\r\n${HTML}\r\nTransfer-Encoding: chunked\r\n\r\n${'1\r\nx\r\n'.repeat(6 * MIB)}0\r\n\r\n`,
      );
      const zoo = await openZoo(
        {
          '/feed.xml': (socket, request) =>
            reply(
              feedOf(
                Array.from({ length: PAGES }, (_, n) => ({
                  title: `Notice ${n}`,
                  // A host each, so that many are read at a time.
                  link: `http://127.0.1.${n + 1}:${port}/page`,
                })),
              ),
              RSS,
            )(socket, request),
          '/robots.txt': reply('', [], '404 Not Found'),
          '*': (socket) => void socket.end(page),
        },
        '0.0.0.0',
      );
      ({ port } = zoo);
      try {
        await using trial = await openTrial({ ...subject, otherFeeds: [zoo.url('/feed.xml')] });
        const { child } = await trial.start({ NODE_OPTIONS: '--max-old-space-size=512' });
        const most = await watchMemory(child.pid!, 90);
        trial.outlet.publish(4);
        const told = await trial.allTold(60);
        const state = child.exitCode ?? child.signalCode;
        return {
          isWell: told === 4 && most < 1_000,
          seen: `at most ${most} MB; ${state === null ? 'the process lives' : `the process ended (${state})`}; ${told} of 4 alerts afterwards`,
        };
      } finally {
        await zoo.close();
      }
    },
  },
  {
    name: 'a page contains NUL, the JSON-LD of another does, and a link has 3,000 bytes',
    async run(subject) {
      const [report, other] = allReports().filter(({ topics }) => topics.length > 0) as [
        ReturnType<typeof allReports>[number],
        ReturnType<typeof allReports>[number],
      ];
      // The same letter again and again would be compressed in an index.
      const long = randomBytes(1_500).toString('hex');
      await using outlet = await scriptedServer(({ path }, base) => {
        if (path === '/feed.xml')
          return {
            headers: { 'content-type': 'application/rss+xml' },
            body: feedOf([
              { title: 'Long', link: `${base}/${long}` },
              { title: report.title, link: `${base}/nul` },
              { title: other.title, link: `${base}/json` },
            ]),
          };
        const of = path === '/nul' ? report : path === '/json' ? other : undefined;
        const nul = path === '/nul' ? '\0' : '';
        const author = path === '/json' ? 'A\\u0000B' : 'A';
        return of === undefined
          ? undefined
          : {
              headers: { 'content-type': 'text/html; charset=utf-8' },
              body: `<title>${of.title}</title><script type="application/ld+json">{"@type":"NewsArticle","author":"${author}"}</script><article><h1>${of.title}</h1><p>${of.text}${nul}</p></article>`,
            };
      });
      await using trial = await openTrial({ ...subject, otherFeeds: [`${outlet.url}/feed.xml`] });
      await trial.start();
      await seconds(90);
      const rows = await trial.query<{ state: string; url: string; articles: number }>(
        'SELECT state, url, (article_id IS NOT NULL)::int AS articles FROM items',
      );
      const read = rows.filter(({ url, articles }) => /\/(?:nul|json)$/.test(url) && articles === 1).length;
      return {
        isWell: read === 2 && rows.length === 3,
        seen: `${rows.length} of 3 entries became items; ${read} of 2 pages were read`,
      };
    },
  },
  {
    name: 'all feeds are out of reach, and then the service is stopped: what does `doctor` say?',
    async run(subject) {
      const otherFeeds = [`http://127.0.0.1:${await closedPort()}/feed.xml`];
      await using trial = await openTrial({ ...subject, otherFeeds });
      await trial.start();
      trial.outlet.setOnAir(false);
      await seconds(40);
      const running = await trial.command('doctor');
      await trial.service.stop('SIGTERM');
      await seconds(70);
      const stopped = await trial.command('doctor');
      return {
        isWell: running.code === 1 && stopped.code === 1,
        seen: `it exits with ${running.code} while nothing can be reached, and with ${stopped.code} after the stop`,
      };
    },
  },
  {
    name: 'one poll is answered with 503',
    async run(subject) {
      const polls: number[] = [];
      await using outlet = await scriptedServer(({ path }) => {
        if (path !== '/feed.xml') return undefined;
        polls.push(performance.now());
        return polls.length === 2
          ? { status: 503 }
          : { headers: { 'content-type': 'application/rss+xml' }, body: feedOf([]) };
      });
      await using trial = await openTrial({ ...subject, otherFeeds: [`${outlet.url}/feed.xml`] });
      await trial.start();
      const until = performance.now() + 400_000;
      while (polls.length < 3 && performance.now() < until) await pause(100);
      const rest = Math.round(((polls[2] ?? Infinity) - polls[1]!) / 1_000);
      return {
        isWell: rest < 6 * INTERVAL,
        seen: `the feed, due every ${INTERVAL} s, was polled again after ${rest} s`,
      };
    },
  },
  {
    name: 'one private address is allowed by name',
    async run(subject) {
      await using forbidden = await scriptedServer(() => undefined);
      const otherFeeds = [forbidden.url.replace('127.0.0.1', '127.0.0.2').concat('/feed.xml')];
      await using trial = await openTrial({
        ...subject,
        http: 'allowPrivateNetworks: [127.0.0.1/32], perHost: { spacing: 0 }',
        otherFeeds,
      });
      const hasStarted = await trial.start().then(
        () => true,
        () => false,
      );
      if (!hasStarted) return { isWell: false, seen: 'the configuration is refused: all addresses or none' };
      trial.outlet.publish(4);
      const told = await trial.allTold(60);
      const [{ error } = { error: null }] = await trial.query<{ error: string | null }>(
        `SELECT last_error AS error FROM feeds WHERE url LIKE '%127.0.0.2%'`,
      );
      return {
        isWell: told === 4 && error !== null,
        seen: `${told} of 4 alerts from the allowed one; the other: ${error}`,
      };
    },
  },
];

/** The most memory that a process has within so many seconds, in MB. */
async function watchMemory(pid: number, forSeconds: number): Promise<number> {
  let most = 0;
  for (let waited = 0; waited < forSeconds * 4; waited += 1) {
    most = Math.max(most, residentMb(pid));
    await seconds(0.25);
  }
  return most;
}
