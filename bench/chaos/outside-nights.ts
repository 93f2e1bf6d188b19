import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, request as ask, type ServerResponse } from 'node:http';
import path from 'node:path';
import { listening } from '../../test/support/listening.ts';
import { dnsAnswer } from './dns-answer.ts';
import { type Night, needsRoot, seconds } from './night.ts';
import { marked } from './surrounding-nights.ts';

/** A feed with so many entries; their numbers begin at `first`. */
export function bigFeed(first: number, count: number, base: string): string {
  const items = Array.from({ length: count }, (_, n) => {
    const id = first + n;
    return `<item><title>Harbour notice number ${id} on berths and tides</title><link>${base}/${id}.html</link><guid isPermaLink="false">g${id}</guid><pubDate>${new Date().toUTCString()}</pubDate><description>Berth ${id} is closed for repairs until the tide turns.</description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title><link>${base}/</link>${items.join('')}</channel></rss>`;
}

export interface NamedFeed {
  readonly url: string;
  readonly state: string;
  readonly lastError: string | null;
}

const SERVED = '127.8.0.1';
const NAMED = 10;

/** A resolver that does not know some names for a while; `isUnknown` is given the letters with which a name begins. */
function forgetfulResolver(what: string, isUnknown: (name: string) => boolean): Night {
  return {
    name: `the resolver knows ${what} for 90 seconds`,
    skip: needsRoot,
    async prepare(home, resources) {
      let isSound = true;
      const resolver = createSocket('udp4');
      resolver.on('message', (question, { port, address }) =>
        resolver.send(
          dnsAnswer(
            question,
            isSound || !isUnknown(question.toString('latin1', 13, 16)) ? { address: SERVED } : 'no such name',
          ),
          port,
          address,
        ),
      );
      resolver.bind(53, '127.0.0.8');
      await once(resolver, 'listening');
      const server = createServer((_, response) =>
        response.setHeader('content-type', 'application/rss+xml').end(bigFeed(0, 3, 'http://named.example')),
      );
      const own = await listening(server, SERVED);
      resources.use(own);
      resources.defer(() => void resolver.close());
      const file = path.join(home, 'resolv.conf');
      await writeFile(file, 'nameserver 127.0.0.8\n');
      const line = `mount --bind ${file} /etc/resolv.conf; exec "$@"`;
      return {
        through: ['unshare', '-m', 'sh', '-c', line, 'sh'],
        otherFeeds: Array.from(
          { length: NAMED },
          (_, n) => `http://n${n}.named.example:${own.port}/feed.xml`,
        ),
        handle(sound: boolean) {
          isSound = sound;
        },
      };
    },
    async fault(world, { handle }) {
      const named = async () => {
        const { stdout } = await world.command('feeds', 'list', '--json');
        return (JSON.parse(stdout) as NamedFeed[]).filter(({ url }) => url.includes('named.example'));
      };
      const states = async () => [...new Set((await named()).map(({ state }) => state))].join(' and ');
      const before = await states();
      (handle as (sound: boolean) => void)(false);
      await seconds(90);
      const during = await named();
      const doctor = await world.command('doctor');
      (handle as (sound: boolean) => void)(true);
      const backAt = Date.now();
      while ((await states()) !== 'ok' && Date.now() < backAt + 400_000) await seconds(5);
      return {
        'states before': before,
        during: [...new Set(during.map(({ state }) => state))].join(' and '),
        'the error': during.find(({ lastError }) => lastError !== null)?.lastError ?? 'none',
        doctor: marked(doctor.stdout),
        'all read again after s': Math.round((Date.now() - backAt) / 1_000),
      };
    },
  };
}

/** A receiver that takes each message, but answers so many seconds later. */
function slowReceiver(delay: number): Night {
  return {
    name: `the receiver takes each message and answers ${delay} seconds later, after the time-out, for 60 seconds`,
    async prepare(_, resources) {
      let isSlow = false;
      const held = new Set<ServerResponse>();
      return {
        async front(receiver) {
          const server = createServer((request, response) => {
            const onward = ask(
              receiver,
              { method: request.method, headers: request.headers },
              async (answer) => {
                answer.resume();
                if (isSlow) {
                  held.add(response);
                  await seconds(delay);
                }
                response.writeHead(answer.statusCode ?? 502).end();
              },
            );
            request.pipe(onward);
          });
          const own = resources.use(await listening(server));
          return `${own.url}/hook`;
        },
        handle(slow: boolean) {
          isSlow = slow;
          return held.size;
        },
      };
    },
    async fault(world, { handle }) {
      const beSlow = handle as (slow: boolean) => number;
      beSlow(true);
      await seconds(60);
      const deliveries = await world.command('deliveries', 'list', '--json', '--pending');
      const error = /"(?:lastError|error|reason)": ?"([^"]*)"/.exec(deliveries.stdout)?.[1];
      return { 'answers held': beSlow(false), 'a delivery says': error ?? 'nothing' };
    },
  };
}

/** Faults outside the service: DNS, feeds that are far too large, receivers, and clients of the console. */
export const outsideNights: readonly Night[] = [
  forgetfulResolver('no name', () => true),
  forgetfulResolver('one name no more', (name) => name.startsWith('n0')),
  {
    name: 'a feed shows 10,000 new entries at each poll',
    async prepare(_, resources) {
      let polls = 0;
      let pages = 0;
      let isOver = false;
      const server = createServer((request, response) => {
        const base = `http://${request.headers.host}`;
        if (request.url !== '/feed.xml') {
          pages += 1;
          return void response
            .setHeader('content-type', 'text/html')
            .end(
              `<title>Notice</title><article><h1>Notice</h1><p>${'The berth is closed. '.repeat(60)}</p></article>`,
            );
        }
        response.setHeader('content-type', 'application/rss+xml');
        response.end(isOver ? bigFeed(0, 3, base) : bigFeed(10_000 * polls++, 10_000, base));
      });
      const own = resources.use(await listening(server, '127.8.0.2'));
      return {
        otherFeeds: [`http://127.8.0.2:${own.port}/feed.xml`],
        handle: {
          seen: () => ({ polls, 'pages read': pages }),
          end() {
            isOver = true;
          },
        },
      };
    },
    async fault(world, { handle }) {
      await seconds(90);
      const { seen, end } = handle as { seen: () => Record<string, number>; end: () => void };
      end();
      // The operator is told of the end at the next look, which comes once a minute.
      const isTold = (what: string) => JSON.stringify(world.operator.bodies).includes(`polls: ${what}`);
      const endedAt = Date.now();
      while (isTold('needs you') && !isTold('over') && Date.now() < endedAt + 300_000) await seconds(1);
      const db = await world.database();
      const { items } = await db
        .selectFrom('items')
        .select((eb) => eb.fn.countAll<number>().as('items'))
        .executeTakeFirstOrThrow();
      return {
        ...seen(),
        items: Number(items),
        'the end was told after s': Math.round((Date.now() - endedAt) / 1_000),
      };
    },
  },
  {
    name: '2,000 feeds on one host are due at once',
    async prepare(_, resources) {
      let polls = 0;
      const server = createServer((request, response) => {
        polls += 1;
        response.setHeader('content-type', 'application/rss+xml');
        response.end(bigFeed(0, 3, `http://${request.headers.host}${request.url}`));
      });
      const own = resources.use(await listening(server, '127.8.0.3'));
      return {
        otherFeeds: Array.from({ length: 2_000 }, (__, n) => `http://127.8.0.3:${own.port}/${n}/feed.xml`),
        handle: () => polls,
      };
    },
    async fault(_, { handle }) {
      await seconds(60);
      return { 'requests to that host': (handle as () => number)() };
    },
  },
  slowReceiver(40),
  slowReceiver(59),
];
