import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { type Animal, openZoo, reply } from '../../test/io/http/zoo/zoo.ts';
import { residentMb } from '../support/resident-memory.ts';
import { type Night, seconds } from './night.ts';

const HOSTS = 100;
const PAGES_OF_A_HOST = 20;
/** Seconds after a wave, in which idle threads end. */
const REST = 75;
const MIB = 2 ** 20;
const HTML = ['Content-Type: text/html; charset=utf-8'];
const CHUNKED = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n';

/** Writes the same bytes for as long as the socket accepts them. */
function forEver(head: string, piece: string | Buffer): Animal {
  return (socket) => {
    socket.write(head);
    const more = () => {
      while (!socket.destroyed && socket.write(piece));
    };
    socket.on('drain', more);
    more();
  };
}

/** Pages that cost a careless reader much memory or time, each on the connection, in the coding or in the markup. */
const PAGES: readonly Animal[] = [
  (socket) => socket.end(`${CHUNKED}${'1\r\nx\r\n'.repeat(2 * MIB)}0\r\n\r\n`),
  forEver(`${CHUNKED}1;x=`, Buffer.alloc(64 * 1_024, 'e')),
  forEver(CHUNKED, `1;x=${'e'.repeat(60_000)}\r\nx\r\n`),
  forEver('', `HTTP/1.1 103 Early Hints\r\nLink: <${'e'.repeat(4_000)}>\r\n\r\n`),
  forEver(`${CHUNKED}0\r\n`, `X-Trailer: ${'e'.repeat(4_000)}\r\n`),
  forEver(CHUNKED, `10000\r\n${'x'.repeat(0x1_00_00)}\r\n`),
  reply(gzipSync(Buffer.alloc(64 * MIB)), [...HTML, 'Content-Encoding: gzip']),
  reply(gzipSync(gzipSync(Buffer.alloc(64 * MIB))), [...HTML, 'Content-Encoding: gzip, gzip']),
  reply('x', [...HTML, `X-Huge: ${'h'.repeat(MIB)}`]),
  reply('<div>'.repeat(MIB), HTML),
  reply(`<p ${Array.from({ length: 200_000 }, (_, n) => `a${n}=${n}`).join(' ')}>x</p>`, HTML),
  reply(`<article>${'<b><i><table><p>'.repeat(100_000)}`, HTML),
  reply(`<script type="application/ld+json">${'['.repeat(MIB)}</script>`, HTML),
  reply(`<script type="application/ld+json">{"articleBody":"${'a '.repeat(MIB)}"}</script>`, HTML),
  reply(`<h1>x</h1><p>${'\0\uFFFD'.repeat(MIB)}</p>`, HTML),
  reply(`<p>${'a'.repeat(4 * MIB)}</p>`, HTML),
  reply(`<p>${'https://'.repeat(400_000)}</p>`, HTML),
  reply(`${'<!--'.repeat(500_000)}`, HTML),
  reply(`<h1>x</h1>${'<p>Chips, customs and bans. '.repeat(100_000)}`, HTML),
  reply(`<style>${'a{b:c}'.repeat(300_000)}</style><p>${'&lt;'.repeat(500_000)}</p>`, HTML),
];

function ordinary(id: string): Animal {
  const title = `Harbour notice number ${id}`;
  const text = Array.from(
    { length: 300 },
    (_, n) => `<p>Ship ${id}-${n} left berth ${n} at high water number ${Number(id) * n} of the year.</p>`,
  );
  return reply(`<title>${title}</title><article><h1>${title}</h1>${text.join('')}</article>`, HTML);
}

/** The waves of pages, one after the other: what a service needs for ordinary pages is in the first figure. */
type Wave = 'none' | 'ordinary' | 'hostile';

const item = (base: string, wave: Wave, id: number) =>
  `<item><title>Harbour notice number ${id}</title><link>${base}/${wave}/${id}</link><guid isPermaLink="false">${wave}${id}</guid><pubDate>${new Date().toUTCString()}</pubDate><description>Notice ${id}.</description></item>`;

function feedOf(base: string, wave: Wave): string {
  const items = Array.from({ length: wave === 'none' ? 0 : PAGES_OF_A_HOST }, (_, id) =>
    item(base, wave, id),
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title><link>${base}/</link>${items.join('')}</channel></rss>`;
}

/** Faults that servers cause on purpose. */
export const hostileNights: readonly Night[] = [
  {
    name: `${HOSTS} hosts serve ${HOSTS * PAGES_OF_A_HOST} hostile pages`,
    async prepare(_, resources) {
      const hosts: { wave: Wave } = { wave: 'none' };
      // Hosts of their own, because pages that look alike make a host's pages count as walls.
      const isHostile = (host = '') => host.startsWith('127.10.1.');
      const waveOf = (host: string | undefined): Wave =>
        hosts.wave === 'none' || isHostile(host) === (hosts.wave === 'hostile') ? hosts.wave : 'none';
      const anything: Animal = (socket, request) => {
        const [, path = '/'] = request.split(' ');
        const [, host] = /^host: *(.*?)\r?$/im.exec(request) ?? [];
        const [, wave, id] = /^\/(ordinary|hostile)\/(\d+)$/.exec(path) ?? [];
        if (wave === 'hostile') return PAGES[Number(id) % PAGES.length]!(socket, request);
        if (wave === 'ordinary' && id !== undefined) return ordinary(id)(socket, request);
        if (path !== '/feed.xml') return reply('', [], '404 Not Found')(socket, request);
        reply(feedOf(`http://${host}`, waveOf(host)), ['Content-Type: application/rss+xml'])(socket, request);
      };
      const zoo = await openZoo({ '*': anything }, '0.0.0.0');
      resources.defer(() => zoo.close());
      const otherFeeds = [0, 1].flatMap((net) =>
        Array.from({ length: HOSTS }, (__, n) => zoo.url('/feed.xml', `127.10.${net}.${1 + n}`)),
      );
      return { otherFeeds, handle: hosts };
    },
    async fault(world, { handle }) {
      const pid = world.service.child.pid!;
      const db = await world.database();
      const hosts = handle as { wave: Wave };
      const finished = async () => {
        const { rows } = await sql<{ count: number }>`
          SELECT count(*)::int AS count FROM items
           WHERE url LIKE ${`http://127.10.%/${hosts.wave}/%`} AND state IN ('done', 'failed')`.execute(db);
        return rows[0]!.count;
      };
      const send = async (wave: Wave) => {
        hosts.wave = wave;
        const begun = Date.now();
        let most = residentMb(pid);
        while ((await finished()) < HOSTS * PAGES_OF_A_HOST && Date.now() < begun + 900_000) {
          await seconds(1);
          most = Math.max(most, residentMb(pid));
        }
        const tookS = Math.round((Date.now() - begun) / 1_000);
        const pages = await finished();
        await seconds(REST);
        return { pages, most, tookS, after: residentMb(pid) };
      };
      const before = residentMb(pid);
      const ordinary = await send('ordinary');
      const hostile = await send('hostile');
      return {
        'resident MB before': before,
        'with ordinary pages': ordinary.most,
        'after ordinary pages': ordinary.after,
        'with hostile pages': hostile.most,
        'after hostile pages': hostile.after,
        'ordinary pages finished': ordinary.pages,
        'hostile pages finished': hostile.pages,
        'ordinary s': ordinary.tookS,
        'hostile s': hostile.tookS,
      };
    },
  },
];
