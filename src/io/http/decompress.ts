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
  /** Called when the body is compressed in a way that no header announces. */
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
  // What some servers send where they mean "none".
  identity: 'none',
  none: 'none',
  binary: 'none',
  'utf-8': 'none',
  utf8: 'none',
};

/** Each coding is decoded within bounds, but several of them multiply the work. */
const MAX_CODINGS = 2;

/** Unannounced gzip layers: a compressed file, or one that was compressed twice. */
const MAX_UNANNOUNCED = 2;

/** Markup shrinks 5 to 20 times, a generated table perhaps 100 times; deflate's own bound is 1,032. */
const MAX_RATIO = 200;
const RATIO_APPLIES_FROM = 1024 * 1024;

/** RFC 9659: a zstd window in HTTP is at most 8 MiB, whatever the frame asks for. */
const ZSTD_WINDOW_LOG = 23;

/** Bytes given to a decoder at a time. The size of the output is checked after each. */
const PIECE = 16 * 1024;

/**
 * Decodes the content codings of a response body; memory stays within `maxBytes` plus one window. A body that ends in
 * the middle of a coding gives what was decoded so far, as in browsers. Where the bytes contradict the header, the
 * bytes win: plain text is taken as it is, and data in another coding is decoded as that.
 *
 * @param wire the body as received
 * @param contentEncoding the header's value
 * @throws BodyTooLargeError, BadEncodingError
 */
export async function unpackBody(
  wire: Uint8Array,
  contentEncoding: string | undefined,
  limits: BodyLimits,
): Promise<Uint8Array> {
  const said = codingsOf(contentEncoding);
  const codings = [...said.codings, ...(limits.unpackFiles ? (['gzip'] as const) : [])];
  const packed = withoutBlanks(wire);
  let body = codings.length === 0 ? packed : await unpack(packed, codings, limits);
  let hidden = codingOf(body);
  if (hidden !== undefined) limits.onHidden?.();
  for (let again = 0; again < MAX_UNANNOUNCED && hidden !== undefined; again++) {
    body = await unpack(body, [hidden], limits);
    hidden = codingOf(body);
  }
  if (codings.length === 0 && body === packed) body = (await hiddenBrotli(body, limits)) ?? body;
  if (said.unknown !== undefined && !looksPlain(body))
    throw new BadEncodingError(`the content coding “${said.unknown}” is not known`);
  return body;
}

/**
 * The markup in a body that is compressed by brotli though no header says so; undefined for any other. Brotli has no
 * signature, so what is no text is tried.
 * @throws BodyTooLargeError
 */
async function hiddenBrotli(body: Uint8Array, limits: BodyLimits): Promise<Uint8Array | undefined> {
  if (isText(Buffer.from(body.subarray(0, 1_024)))) return undefined;
  try {
    const text = await unpack(body, ['br'], limits);
    if (!looksPlain(text)) return undefined;
    limits.onHidden?.();
    return text;
  } catch (error) {
    if (error instanceof BadEncodingError) return undefined;
    throw error;
  }
}

/** Drops white space that a script has printed before its compressed output. */
function withoutBlanks(wire: Uint8Array): Uint8Array {
  let at = 0;
  while (at < 16 && (wire[at] === 0x0a || wire[at] === 0x0d || wire[at] === 0x20)) at += 1;
  return at > 0 && codingOf(wire.subarray(at)) !== undefined ? wire.subarray(at) : wire;
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

/** The coding that the first bytes show; no text begins like that. Brotli has no signature. */
function codingOf(body: Uint8Array): Coding | undefined {
  const [a, b, c, d] = body;
  if (a === 0x1f && b === 0x8b && c === 8) return 'gzip';
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) return 'zstd';
  return a === 0x78 && (b === 0x01 || b === 0x5e || b === 0x9c || b === 0xda) ? 'deflate' : undefined;
}

interface SaidCodings {
  /** Outermost first. */
  readonly codings: Coding[];
  /** A name that is no coding: often the type or the charset of the document. */
  readonly unknown: string | undefined;
}

function codingsOf(header: string | undefined): SaidCodings {
  const names = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.replace(/;.*$/, '').replaceAll('"', '').trim())
    .filter((name) => name !== '');
  const codings = names
    .map((name) => CODINGS[name])
    .filter((coding): coding is Coding => coding !== undefined && coding !== 'none')
    .toReversed();
  if (codings.length > MAX_CODINGS)
    throw new BadEncodingError(`${codings.length} content codings are stacked`);
  return { codings, unknown: names.find((name) => CODINGS[name] === undefined) };
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

/** Reads enough to tell what the body really is. */
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

function decoderFor(announced: Coding, head: Buffer): Duplex | undefined {
  if (head.byteLength === 0 || looksPlain(head)) return undefined;
  const shown = codingOf(head) ?? announced;
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH };
  switch (shown) {
    case 'gzip':
      if (codingOf(head) === 'gzip') return createGunzip(lenient);
      return isText(head) ? undefined : createBrotliDecompress(FLUSHED);
    case 'deflate':
      // RFC 9110 §8.4.1.2: `deflate` means zlib data, yet some servers send raw deflate.
      return isZlibHeader(head) ? createInflate(lenient) : createInflateRaw(lenient);
    case 'br':
      return createBrotliDecompress(FLUSHED);
    case 'zstd':
      return createZstdDecompress({
        finishFlush: constants.ZSTD_e_flush,
        params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG },
      });
  }
}

const FLUSHED = { finishFlush: constants.BROTLI_OPERATION_FLUSH };

/** Whether there are no control characters but those of text. In UTF-16 every second byte may be zero. */
function isText(head: Buffer): boolean {
  const start = head.toString('latin1', 0, 200);
  return !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(start) || /^(?:\xff\xfe|\xfe\xff|<\0|\0<|\{\0|\0\{)/.test(start);
}

/** RFC 1950 §2.2: method 8, and the first two bytes a multiple of 31. */
function isZlibHeader(head: Buffer): boolean {
  return head.byteLength >= 2 && (head[0]! & 0x0f) === 8 && head.readUInt16BE(0) % 31 === 0;
}

function looksPlain(body: Uint8Array): boolean {
  const start = Buffer.from(body.subarray(0, 1_024)).toString('latin1');
  return /^(?:\xef\xbb\xbf)?\s*(?:<[?!a-z]|\{\s*"|\[\s*\{)/i.test(start);
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
