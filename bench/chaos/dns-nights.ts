import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { listening } from '../../test/support/listening.ts';
import { type DnsAnswer, dnsAnswer } from './dns-answer.ts';
import { inOwnMounts, type Night, needsRoot, seconds } from './night.ts';
import { bigFeed, type NamedFeed } from './outside-nights.ts';
import { marked } from './surrounding-nights.ts';

const SERVED = '127.8.1.1';
const OTHER = '127.8.1.2';
/** Nobody may send a request there: it is private, and the configuration allows loopback only. */
const PRIVATE = '10.81.1.1';
const RESOLVER = '127.0.0.11';
const NAMED = 10;
/** How long the resolver gives each kind of answer; longer than an answer is remembered. Seconds. */
const EACH = 35;

/** What the resolver says to its nth question, and after how many seconds. */
const WRONG: Readonly<
  Record<string, (n: number) => { readonly answer: DnsAnswer; readonly after?: number }>
> = {
  'a private address': () => ({ answer: { address: PRIVATE } }),
  'no such name': () => ({ answer: 'no such name' }),
  'no address': () => ({ answer: 'no address' }),
  'a failure': () => ({ answer: 'failure' }),
  '30 seconds late': () => ({ answer: { address: SERVED }, after: 30 }),
  'two addresses by turns': (n) => ({ answer: { address: n % 2 === 0 ? SERVED : OTHER } }),
  'its own and a private address by turns': (n) => ({ answer: { address: n % 2 === 0 ? SERVED : PRIVATE } }),
};

/** Wrong answers of the resolver, one kind after the other. */
export const dnsNights: readonly Night[] = [
  {
    name: `the resolver answers wrongly, each for ${EACH} seconds: ${Object.keys(WRONG).join(', ')}`,
    skip: needsRoot,
    async prepare(home, resources) {
      let kind = '';
      let asked = 0;
      const resolver = createSocket('udp4');
      resolver.on('message', (question, { port, address }) => {
        // Each name is asked for its IPv4 and its IPv6 address.
        asked += 1;
        const { answer, after = 0 } = WRONG[kind]?.(asked >> 1) ?? { answer: { address: SERVED } };
        setTimeout(() => resolver.send(dnsAnswer(question, answer), port, address, () => {}), after * 1_000);
      });
      resolver.bind(53, RESOLVER);
      await once(resolver, 'listening');
      resources.defer(() => void resolver.close());
      execFileSync('ip', ['addr', 'add', `${PRIVATE}/32`, 'dev', 'lo']);
      resources.defer(() => void execFileSync('ip', ['addr', 'del', `${PRIVATE}/32`, 'dev', 'lo']));
      let strayed = 0;
      const server = createServer((_, response) =>
        response.setHeader('content-type', 'application/rss+xml').end(bigFeed(0, 3, 'http://named.example')),
      );
      server.on('connection', ({ localAddress }) => {
        if (localAddress === PRIVATE) strayed += 1;
      });
      const { port } = resources.use(await listening(server, '0.0.0.0'));
      const file = path.join(home, 'resolv.conf');
      await writeFile(file, `nameserver ${RESOLVER}\n`);
      return {
        through: inOwnMounts(`mount --bind ${file} /etc/resolv.conf`),
        otherFeeds: Array.from({ length: NAMED }, (_, n) => `http://n${n}.named.example:${port}/feed.xml`),
        handle: {
          be(next: string) {
            kind = next;
          },
          strayed: () => strayed,
        },
      };
    },
    async fault(world, { handle }) {
      const { be, strayed } = handle as { be: (kind: string) => void; strayed: () => number };
      const named = async () => {
        const { stdout } = await world.command('feeds', 'list', '--json');
        return (JSON.parse(stdout) as NamedFeed[]).filter(({ url }) => url.includes('named.example'));
      };
      const seen: Record<string, string | number> = {};
      for (const kind of Object.keys(WRONG)) {
        be(kind);
        await seconds(EACH);
        const feeds = await named();
        const states = [...new Set(feeds.map(({ state }) => state))].join(' and ');
        seen[kind] =
          `${states} (${feeds.find(({ lastError }) => lastError !== null)?.lastError ?? 'no error'})`;
      }
      const doctor = await world.command('doctor');
      be('');
      const backAt = Date.now();
      const isWell = async () => (await named()).every(({ state }) => state === 'ok');
      while (!(await isWell()) && Date.now() < backAt + 400_000) await seconds(5);
      assert.equal(strayed(), 0);
      return {
        ...seen,
        'connections to the private address': strayed(),
        doctor: marked(doctor.stdout),
        'all read again after s': Math.round((Date.now() - backAt) / 1_000),
      };
    },
  },
];
