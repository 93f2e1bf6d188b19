import { type Duplex, Readable } from 'node:stream';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';
import { BadEncodingError, BodyTooLargeError } from './body-errors.ts';
import { ByteSink } from './byte-sink.ts';

export interface BodyLimits {
  /** Bytes, on the wire and decoded alike. */
  readonly maxBytes: number;
  readonly overflow: 'refuse' | 'truncate';
  /** Undo gzip that no header announces, as with a `sitemap.xml.gz` served as a file. */
  readonly unpackFiles: boolean;
  /** Called when the body is gzip that no header announces. */
  readonly onHidden?: () => void;
}

type Coding = 'gzip' | 'deflate' | 'br' | 'zstd';
type Chunks = AsyncIterable<Uint8Array>;

const CODINGS: Readonly<Record<string, Coding | 'none'>> = {
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
  br: 'br',
  zstd: 'zstd',
  // What servers write there who mean "none".
  identity: 'none',
  none: 'none',
  binary: 'none',
  'utf-8': 'none',
  utf8: 'none',
};

/** Each coding is undone within bounds, but a tower of them multiplies the work. */
const MAX_CODINGS = 2;

/** Gzip that no header announces: a file served packed, or packed twice. */
const MAX_UNANNOUNCED = 2;

/** Markup shrinks 5 to 20 times, a generated table perhaps 100 times; deflate's own bound is 1,032. */
const MAX_RATIO = 200;
const RATIO_APPLIES_FROM = 1024 * 1024;

/** RFC 9659: a zstd window in HTTP is at most 8 MiB, even where the frame asks for more. */
const ZSTD_WINDOW_LOG = 23;

/** Bytes that are fed to a decoder at a time: what a bomb costs is counted after each. */
const PIECE = 16 * 1024;

/**
 * Undoes the content codings of a response body; memory stays within `maxBytes` plus one window. A body that breaks
 * off inside a coding gives what was decoded, as browsers do; one that is plain in spite of its header is taken as it
 * is.
 *
 * @param wire the body as it came
 * @param contentEncoding the header's value
 * @throws BodyTooLargeError, BadEncodingError
 */
export async function unpackBody(
  wire: Uint8Array,
  contentEncoding: string | undefined,
  limits: BodyLimits,
): Promise<Uint8Array> {
  const codings = [...codingsOf(contentEncoding), ...(limits.unpackFiles ? (['gzip'] as const) : [])];
  let body = codings.length === 0 ? wire : await unpack(wire, codings, limits);
  if (isGzip(body)) limits.onHidden?.();
  for (let again = 0; again < MAX_UNANNOUNCED && isGzip(body); again++)
    body = await unpack(body, ['gzip'], limits);
  return body;
}

async function unpack(
  packed: Uint8Array,
  codings: readonly Coding[],
  limits: BodyLimits,
): Promise<Uint8Array> {
  const fed = { bytes: 0 };
  let chunks: Chunks = pieces(packed, fed);
  for (const coding of codings) chunks = decoded(chunks, coding);
  return collect(chunks, fed, limits);
}

function isGzip(body: Uint8Array): boolean {
  return body[0] === 0x1f && body[1] === 0x8b && body[2] === 8;
}

/** Outermost coding first. */
function codingsOf(header: string | undefined): Coding[] {
  const names = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const codings = names
    .filter((name) => name !== '')
    .map((name) => {
      const coding = CODINGS[name];
      if (coding === undefined) throw new BadEncodingError(`the content coding “${name}” is not known`);
      return coding;
    })
    .filter((coding) => coding !== 'none')
    .toReversed();
  if (codings.length > MAX_CODINGS)
    throw new BadEncodingError(`${codings.length} content codings are stacked`);
  return codings;
}

async function* pieces(wire: Uint8Array, fed: { bytes: number }): Chunks {
  for (let at = 0; at < wire.byteLength; at += PIECE) {
    const piece = wire.subarray(at, at + PIECE);
    fed.bytes += piece.byteLength;
    yield piece;
  }
}

async function* decoded(chunks: Chunks, coding: Coding): Chunks {
  const source = chunks[Symbol.asyncIterator]();
  const head = await firstBytes(source);
  const input = Readable.from(rest(head, source), { objectMode: false });
  const decoder = decoderFor(coding, head);
  if (decoder === undefined) {
    yield* input as Chunks;
    return;
  }
  try {
    input.on('error', (error) => decoder.destroy(error));
    yield* input.pipe(decoder) as Chunks;
  } catch (error) {
    throw isCodingFault(error)
      ? new BadEncodingError(`its ${coding} data is damaged`, { cause: error })
      : error;
  } finally {
    input.destroy();
    decoder.destroy();
  }
}

/** Enough to tell what the body really is. */
async function firstBytes(source: AsyncIterator<Uint8Array>): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (head.byteLength < 8) {
    const { done, value } = await source.next();
    if (done === true) break;
    head = Buffer.concat([head, value]);
  }
  return head;
}

async function* rest(head: Buffer, source: AsyncIterator<Uint8Array>): Chunks {
  try {
    if (head.byteLength > 0) yield head;
    for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
  } finally {
    await source.return?.();
  }
}

function decoderFor(coding: Coding, head: Buffer): Duplex | undefined {
  if (head.byteLength === 0) return undefined;
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH };
  switch (coding) {
    case 'gzip':
      return head[0] === 0x1f && head[1] === 0x8b ? createGunzip(lenient) : undefined;
    case 'deflate':
      // RFC 9110 §8.4.1.2: zlib data is meant, yet some send it bare.
      if (looksPlain(head)) return undefined;
      return isZlibHeader(head) ? createInflate(lenient) : createInflateRaw(lenient);
    case 'br':
      if (looksPlain(head)) return undefined;
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
    case 'zstd':
      if (looksPlain(head)) return undefined;
      return createZstdDecompress({
        finishFlush: constants.ZSTD_e_flush,
        params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG },
      });
  }
}

/** RFC 1950 §2.2: method 8, and the two bytes a multiple of 31. */
function isZlibHeader(head: Buffer): boolean {
  return head.byteLength >= 2 && (head[0]! & 0x0f) === 8 && head.readUInt16BE(0) % 31 === 0;
}

function looksPlain(head: Buffer): boolean {
  return /^(\xef\xbb\xbf)?\s*(<[?!a-z]|\{\s*")/i.test(head.toString('latin1'));
}

function isCodingFault(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return /^(Z_|ERR_BROTLI|ERR__ERROR|ERR_ZSTD|ZSTD_)/.test(code);
}

async function collect(chunks: Chunks, fed: { bytes: number }, limits: BodyLimits): Promise<Uint8Array> {
  const sink = new ByteSink(limits.maxBytes);
  for await (const chunk of chunks) {
    if (!sink.add(chunk)) {
      if (limits.overflow === 'truncate') break;
      throw new BodyTooLargeError(`it unpacks to more than ${limits.maxBytes} bytes`);
    }
    if (sink.length > RATIO_APPLIES_FROM && sink.length > fed.bytes * MAX_RATIO)
      throw new BodyTooLargeError(`it unpacks to more than ${MAX_RATIO} times its size`);
  }
  return sink.take();
}
