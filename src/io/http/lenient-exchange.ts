import type { Socket } from 'node:net';
import type { buildConnector } from 'undici';
import { BodyTooLargeError } from './body-errors.ts';
import { ByteSink } from './byte-sink.ts';
import type { Exchange } from './answer.ts';
import { isComplete, isCut, type LenientHead, readAnswer, readHead } from './lenient-answer.ts';

/** Whether the strict parser refused an answer that browsers accept. */
export function isOnlyIrregular(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as NodeJS.ErrnoException;
  return (
    error.name === 'HTTPParserError' ||
    code.startsWith('HPE_') ||
    code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' ||
    // An interim answer that was not asked for, or bytes after the end of an answer.
    (code === 'UND_ERR_SOCKET' && error.message === 'bad response')
  );
}

/**
 * Asks once more over the same guarded connection and reads the answer as curl would. The number of bytes is bounded.
 *
 * @returns undefined for what is not HTTP at all
 * @throws BodyTooLargeError, the signal's reason, the connection's error
 */
export async function lenientExchange(
  connect: buildConnector.connector,
  url: URL,
  headers: Readonly<Record<string, string>>,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Exchange | undefined> {
  const socket = await open(connect, url);
  const { promise, resolve, reject } = Promise.withResolvers<Exchange | undefined>();
  const sink = new ByteSink(maxBytes);
  let head: LenientHead | undefined;
  const giveUp = () => reject(signal.reason as Error);
  const take = () => {
    const bytes = Buffer.from(sink.take());
    const found = readHead(bytes);
    resolve(found === undefined || isCut(bytes, found) ? undefined : readAnswer(bytes, found));
  };
  signal.addEventListener('abort', giveUp, { once: true });
  if (signal.aborted) giveUp();
  socket.on('error', reject);
  socket.on('end', take);
  // The connector listens for `readable` too, so the socket does not start flowing.
  socket.on('readable', () => {
    for (let piece = socket.read() as Buffer | null; piece !== null; piece = socket.read() as Buffer | null) {
      if (sink.add(piece)) continue;
      reject(new BodyTooLargeError(`it sends more than ${sink.limit} bytes`));
      return;
    }
    head ??= readHead(viewOf(sink.peek()));
    if (head !== undefined && isComplete(viewOf(sink.peek()), head)) take();
  });
  socket.write(requestOf(url, headers), 'latin1');
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', giveUp);
    socket.on('error', () => {}).destroy();
  }
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function open(connect: buildConnector.connector, url: URL): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const options = { hostname: url.hostname, host: url.host, protocol: url.protocol, port: url.port };
    connect(
      {
        ...options,
        servername: /[a-z]/i.test(url.hostname) && !url.hostname.startsWith('[') ? url.hostname : undefined,
      },
      (error, socket) => {
        if (error === null) resolve(socket as Socket);
        else reject(error);
      },
    );
  });
}

function requestOf(url: URL, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [
    `GET ${url.pathname}${url.search} HTTP/1.1`,
    `host: ${url.host}`,
    'connection: close',
    ...lines,
    '',
    '',
  ].join('\r\n');
}
