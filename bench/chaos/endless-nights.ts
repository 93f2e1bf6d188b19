import { type AddressInfo, createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { type Night, seconds } from './night.ts';
import { marked } from './surrounding-nights.ts';

const OK = 'HTTP/1.1 200 OK\r\ncontent-type: application/rss+xml\r\n';
const ITEM = `<item><title>Berth</title><link>http://berth.example/</link></item>`.repeat(500);

/** Writes again and again, as fast as the other side reads, or once in so many milliseconds. */
function keepWriting(socket: Socket, next: () => string, pause = 0): void {
  const write = () => {
    if (socket.destroyed) return;
    if (socket.write(next())) setTimeout(write, pause);
    else socket.once('drain', write);
  };
  write();
}

/** Answers without end, by the name of the kind. */
const KINDS: Readonly<Record<string, (socket: Socket, base: string, nth: number) => void>> = {
  body(socket) {
    socket.write(`${OK}\r\n<rss version="2.0"><channel><title>Endless</title>`);
    keepWriting(socket, () => ITEM);
  },
  chunks(socket) {
    socket.write(`${OK}transfer-encoding: chunked\r\n\r\n`);
    keepWriting(socket, () => '1\r\n<\r\n'.repeat(1_000));
  },
  header(socket) {
    socket.write(OK);
    let nth = 0;
    keepWriting(socket, () => `x-${nth++}: ${'a'.repeat(1_000)}\r\n`);
  },
  interim(socket) {
    keepWriting(socket, () => 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'.repeat(100));
  },
  redirects(socket, base, nth) {
    socket.end(`HTTP/1.1 302 Found\r\nlocation: ${base}/redirects/${nth}\r\ncontent-length: 0\r\n\r\n`);
  },
  drip(socket) {
    socket.write(`${OK}content-length: 100000\r\n\r\n`);
    keepWriting(socket, () => ' ', 1_000);
  },
  dripping(socket) {
    keepWriting(socket, () => 'H', 1_000);
  },
  nothing() {},
};

/** Feeds that never end, among ordinary ones. */
export const endlessNights: readonly Night[] = [
  {
    name: 'eight feeds have no end: body, chunks, header, interim answers, redirects, a byte a second, nothing',
    async prepare(_, resources) {
      let nth = 0;
      const sockets = new Set<Socket>();
      const server = createServer((socket) => {
        sockets.add(socket);
        socket.on('error', () => {}).on('close', () => sockets.delete(socket));
        socket.once('data', (request) => {
          const [, kind = ''] = /^GET \/([a-z]+)/.exec(String(request)) ?? [];
          const [, host = ''] = /host: (\S+)/i.exec(String(request)) ?? [];
          const answer = KINDS[kind];
          if (answer === undefined) socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n');
          else answer(socket, `http://${host}`, nth++);
        });
      });
      server.listen(0, '0.0.0.0');
      await once(server, 'listening');
      resources.defer(() => {
        for (const socket of sockets) socket.destroy();
        server.close();
      });
      const { port } = server.address() as AddressInfo;
      return {
        // Each on a host of its own, so that none waits for another.
        otherFeeds: Object.keys(KINDS).map((kind, at) => `http://127.9.0.${at + 1}:${port}/${kind}`),
        handle: () => ({ answers: nth, 'connections open': sockets.size }),
      };
    },
    async fault(world, { handle }) {
      await seconds(150);
      const doctor = await world.command('doctor');
      const feeds = await world.command('feeds', 'list');
      return {
        ...(handle as () => Record<string, number>)(),
        doctor: marked(doctor.stdout),
        'feeds list': feeds.stdout
          .split('\n')
          .filter((line) => line.includes('127.9.0.'))
          .join(' | '),
      };
    },
  },
];
