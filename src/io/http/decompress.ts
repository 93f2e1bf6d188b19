import { Readable } from 'node:stream';
import { BadEncodingError, BodyTooLargeError } from './body-errors.ts';
import { ByteSink } from './byte-sink.ts';
import { type Coding, codingOf, decoderFor, type Form, isText, looksPlain } from './decoders.ts';

export interface BodyLimits {
  /** Bytes, on the wire and decoded alike. */
  readonly maxBytes: number;
  readonly overflow: 'refuse' | 'truncate';
  /** Undo gzip that no header announces, as with a `sitemap.xml.gz` served as a file. */
  readonly unpackFiles: boolean;
  /** Called when the body is compressed in a way that no header announces. */
  readonly onHidden?: () => void;
  /** Called when the check sum of the compressed data is wrong. */
  readonly onDamaged?: () => void;
}

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

/** Bytes that are looked at before a decoder is chosen. */
const HEAD = 1_024;
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
  if (codings.length === 0 && body === packed) body = (await hiddenText(body, limits)) ?? body;
  if (said.unknown !== undefined && !looksPlain(body))
    throw new BadEncodingError(`the content coding “${said.unknown}” is not known`);
  return body;
}

/**
 * The markup in a body that is compressed by brotli, or by deflate without a header, though no header of HTTP says so;
 * undefined for any other. Neither has a signature, so what is no text is tried.
 * @throws BodyTooLargeError
 */
async function hiddenText(body: Uint8Array, limits: BodyLimits): Promise<Uint8Array | undefined> {
  if (isText(Buffer.from(body.subarray(0, 1_024)))) return undefined;
  for (const form of ['br', 'raw-deflate'] as const) {
    const text = await tried(body, [form], limits);
    if (text === undefined || !looksPlain(text)) continue;
    limits.onHidden?.();
    return text;
  }
  return undefined;
}

/** Drops white space that a script has printed before its compressed output. */
function withoutBlanks(wire: Uint8Array): Uint8Array {
  let at = 0;
  while (at < 16 && (wire[at] === 0x0a || wire[at] === 0x0d || wire[at] === 0x20)) at += 1;
  return at > 0 && codingOf(wire.subarray(at)) !== undefined ? wire.subarray(at) : wire;
}

/**
 * Unpacks as announced. Where that fails, without the check sums, and then in the codings that have no signature: as
 * browsers do, and only to what is text.
 */
async function unpack(
  packed: Uint8Array,
  codings: readonly Coding[],
  limits: BodyLimits,
): Promise<Uint8Array> {
  try {
    return await unpackAs(packed, codings, limits);
  } catch (error) {
    if (!(error instanceof BadEncodingError)) throw error;
    const unchecked = await tried(packed, codings.map(uncheckedForm), limits);
    if (unchecked !== undefined && (isText(unchecked) || codingOf(unchecked) !== undefined)) {
      if (WRONG_SUM.test(String(error.cause))) limits.onDamaged?.();
      return unchecked;
    }
    for (const form of ['raw-deflate', 'br'] as const) {
      const other = await tried(packed, [form, ...codings.slice(1)], limits);
      if (other !== undefined && looksPlain(other)) return other;
    }
    throw error;
  }
}

/** zlib's words for a wrong check sum. It has others for what follows the compressed data. */
const WRONG_SUM = /(?:data|length) check/;

function uncheckedForm(coding: Coding): Form {
  return coding === 'gzip' || coding === 'deflate' ? `unchecked-${coding}` : coding;
}

async function tried(
  packed: Uint8Array,
  forms: readonly Form[],
  limits: BodyLimits,
): Promise<Uint8Array | undefined> {
  try {
    return await unpackAs(packed, forms, limits);
  } catch (error) {
    if (error instanceof BadEncodingError) return undefined;
    throw error;
  }
}

async function unpackAs(packed: Uint8Array, forms: readonly Form[], limits: BodyLimits): Promise<Uint8Array> {
  const fed = { bytes: 0 };
  let chunks: Chunks = pieces(packed, fed);
  for (const form of forms) chunks = decoded(chunks, form);
  return collect(chunks, fed, limits);
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

async function* decoded(chunks: Chunks, form: Form): Chunks {
  const source = chunks[Symbol.asyncIterator]();
  const head = await firstBytes(source);
  const { decoder, skipped } = decoderFor(form, head);
  const input = Readable.from(rest(head.subarray(skipped), source), { objectMode: false });
  if (decoder === undefined) {
    yield* input as Chunks;
    return;
  }
  try {
    input.on('error', (error) => decoder.destroy(error));
    yield* input.pipe(decoder) as Chunks;
  } catch (error) {
    throw isCodingFault(error)
      ? new BadEncodingError(
          isSigned(form) && codingOf(head) !== form
            ? `it is announced as ${form} and is something else`
            : `its ${form} data is damaged`,
          { cause: error },
        )
      : error;
  } finally {
    input.destroy();
    decoder.destroy();
  }
}

/** Whether data in this form shows it by its first bytes. */
function isSigned(form: Form): boolean {
  return form === 'gzip' || form === 'zstd';
}

/** Reads enough to tell what the body really is, and to skip the header of gzip with the name of its file. */
async function firstBytes(source: AsyncIterator<Uint8Array>): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (head.byteLength < HEAD) {
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
