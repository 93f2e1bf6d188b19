import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { type Animal, redirect, reply } from './zoo.ts';

const KIB = 1024;
const MAX = 256 * KIB;
const FEED = '<rss><channel><title>Puces &amp; douanes</title></channel></rss>';
/** Without its last tag. */
const CUT = FEED.slice(0, -8);
const NULS = Buffer.alloc(4 * KIB * KIB);

/** Sends `piece` repeatedly until the client disconnects. */
function drip(piece: string, everyMs: number): Animal {
  return (socket) => {
    const timer = setInterval(() => socket.write(piece), everyMs);
    socket.on('close', () => clearInterval(timer));
  };
}

export const animals: Record<string, Animal> = {
  '/sound': reply(FEED, ['Content-Type: text/xml', 'ETag: "1"', 'Set-Cookie: id=7']),
  '/slow-headers': drip('', 50),
  '/dripping-headers': (socket, request) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    drip('X-Drip: 1\r\n', 20)(socket, request);
  },
  '/slow-body': (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss>'),
  '/dripping-body': (socket, request) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n');
    drip('<item/>', 20)(socket, request);
  },
  '/endless-body': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
    const chunk = `10000\r\n${'x'.repeat(0x1_00_00)}\r\n`;
    const more = () => {
      while (!socket.destroyed && socket.write(chunk));
    };
    socket.on('drain', more);
    more();
  },
  '/too-long': reply('x'.repeat(MAX + 1)),
  '/just-fits': reply('x'.repeat(MAX)),
  '/gzip-bomb': reply(gzipSync(NULS), ['Content-Encoding: gzip']),
  '/brotli-bomb': reply(brotliCompressSync(NULS), ['Content-Encoding: br']),
  '/zstd-bomb': reply(zstdCompressSync(NULS), ['Content-Encoding: zstd']),
  '/deflate-bomb': reply(deflateSync(NULS), ['Content-Encoding: deflate']),
  '/nested-bomb': reply(gzipSync(gzipSync(NULS)), ['Content-Encoding: gzip, gzip']),
  '/tower': reply(gzipSync(gzipSync(gzipSync(FEED))), ['Content-Encoding: gzip, gzip, gzip']),
  '/gzip': reply(gzipSync(FEED), ['Content-Encoding: gzip']),
  '/x-gzip': reply(gzipSync(FEED), ['Content-Encoding: X-GZIP']),
  '/deflate': reply(deflateSync(FEED), ['Content-Encoding: deflate']),
  '/deflate-raw': reply(deflateRawSync(FEED), ['Content-Encoding: deflate']),
  '/brotli': reply(brotliCompressSync(FEED), ['Content-Encoding: br']),
  '/zstd': reply(zstdCompressSync(FEED), ['Content-Encoding: zstd']),
  '/stacked': reply(brotliCompressSync(gzipSync(FEED)), ['Content-Encoding: gzip, br']),
  '/plain-as-gzip': reply(FEED, ['Content-Encoding: gzip']),
  '/plain-as-brotli': reply(FEED, ['Content-Encoding: br']),
  '/plain-as-utf8': reply(FEED, ['Content-Encoding: utf-8']),
  '/empty-gzip': reply('', ['Content-Encoding: gzip']),
  '/cut-gzip': reply(gzipSync(FEED).subarray(0, -12), ['Content-Encoding: gzip']),
  '/garbled-gzip': reply(Buffer.concat([gzipSync(FEED).subarray(0, 10), Buffer.alloc(40, 0xff)]), [
    'Content-Encoding: gzip',
  ]),
  '/garbled-brotli': reply(Buffer.alloc(40, 0xff), ['Content-Encoding: br']),
  '/garbled-zstd': reply(Buffer.alloc(40, 0xff), ['Content-Encoding: zstd']),
  '/unknown-coding': reply(Buffer.from(Buffer.from(FEED).map((byte) => byte ^ 0x2a)), [
    'Content-Encoding: rot13',
  ]),
  '/length-too-long': (socket) =>
    socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${FEED.length + 9}\r\n\r\n${FEED}`),
  '/length-too-short': (socket) => socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n${FEED}`),
  '/two-lengths': (socket) =>
    socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: ${FEED.length}\r\n\r\n${CUT}`),
  '/length-is-words': (socket) => socket.end(`HTTP/1.1 200 OK\r\nContent-Length: all\r\n\r\n${CUT}`),
  '/no-length': (socket) => socket.end(`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${FEED}`),
  '/reset': (socket) => {
    socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n${FEED}`, () => socket.resetAndDestroy());
  },
  '/reset-before-headers': (socket) => socket.resetAndDestroy(),
  '/closed-before-headers': (socket) => socket.end(),
  '/cut-chunks': (socket) =>
    socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n'),
  '/no-status': (socket) => socket.end('<html>I speak no HTTP</html>'),
  '/ssh': (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'),
  '/huge-headers': reply(FEED, [`X-Huge: ${'h'.repeat(100 * KIB)}`]),
  '/big-headers': reply(FEED, [`Content-Security-Policy: ${'h'.repeat(30 * KIB)}`]),
  '/no-content': (socket) => socket.write('HTTP/1.1 204 No Content\r\n\r\n'),
  '/304-with-body': (socket) =>
    socket.write(`HTTP/1.1 304 Not Modified\r\nETag: "1"\r\nContent-Length: ${FEED.length}\r\n\r\n${FEED}`),
  '/429': reply('slow down', ['Retry-After: 120'], '429 Too Many Requests'),
  '/503': reply('later', ['Retry-After: Fri, 31 Dec 2027 23:59:59 GMT'], '503 Service Unavailable'),
  '/500-endless': (socket) => {
    socket.write('HTTP/1.1 500 Oops\r\nTransfer-Encoding: chunked\r\n\r\n');
    const timer = setInterval(() => socket.write(`1000\r\n${'x'.repeat(0x1000)}\r\n`), 1);
    socket.on('close', () => clearInterval(timer));
  },
  '/robots.txt': reply(`User-agent: *\nDisallow: /a\n${'#'.repeat(600 * KIB)}`),
  '/news.xml.gz': reply(gzipSync(FEED), ['Content-Type: application/gzip']),
  '/loop': redirect('/loop'),
  '/ping': redirect('/pong'),
  '/pong': redirect('/ping'),
  '/hop/5': redirect('hop/4'),
  '/hop/hop/4': redirect('/hop/3'),
  '/hop/3': redirect('/hop/2', 301),
  '/hop/2': redirect('/hop/1', 307),
  '/hop/1': redirect('/sound#part', 308),
  '/hop/6': redirect('/hop/5', 303),
  '/utf8-hop': redirect('/é'),
  '/%C3%A9': reply(FEED),
  '/nowhere': reply(FEED, [], '302 Found'),
  '/to-metadata': redirect('http://169.254.169.254/latest/meta-data/'),
  '/to-decimal': redirect('http://2852039166/latest/meta-data/'),
  '/to-private-name': redirect('http://intern.example/'),
  '/to-file': redirect('file:///etc/passwd'),
  '/to-ftp': redirect('ftp://127.0.0.1/'),
  '/to-ssh-port': redirect('http://127.0.0.1:22/'),
  '/to-gibberish': redirect('http://[::'),
  '/redirect-endless': (socket) => {
    socket.write(
      'HTTP/1.1 302 Found\r\nLocation: /sound\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n',
    );
  },
};
