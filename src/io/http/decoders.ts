import type { Duplex } from 'node:stream';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';

export type Coding = 'gzip' | 'deflate' | 'br' | 'zstd';
/**
 * How a body is decoded: as a coding, without the header and the check sum of one, or as deflate that has neither. Data
 * of one member whose check sum is ignored ends where the member ends, whatever follows.
 */
export type Form = Coding | 'raw-deflate' | 'unchecked-gzip' | 'unchecked-deflate';

/** RFC 9659: a zstd window in HTTP is at most 8 MiB, whatever the frame asks for. */
const ZSTD_WINDOW_LOG = 23;

/** The coding that the first bytes show; no text begins like that. Brotli has no signature. */
export function codingOf(body: Uint8Array): Coding | undefined {
  const [a, b, c, d] = body;
  if (a === 0x1f && b === 0x8b && c === 8) return 'gzip';
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) return 'zstd';
  return a === 0x78 && (b === 0x01 || b === 0x5e || b === 0x9c || b === 0xda) ? 'deflate' : undefined;
}

export interface Decoder {
  /** Undefined where the data is not compressed. */
  readonly decoder: Duplex | undefined;
  /** Bytes of a header that the decoder does not take. */
  readonly skipped: number;
}

/** The decoder for a body that is announced in a form, and begins with `head`. The first bytes outrank the form. */
export function decoderFor(form: Form, head: Buffer): Decoder {
  if (head.byteLength === 0 || looksPlain(head)) return { decoder: undefined, skipped: 0 };
  if (form === 'unchecked-gzip' || form === 'unchecked-deflate') {
    const skipped = headerLength(head);
    if (skipped > 0) return { decoder: createInflateRaw(LENIENT), skipped };
  }
  const plain = form === 'unchecked-gzip' ? 'gzip' : form === 'unchecked-deflate' ? 'deflate' : form;
  return { decoder: streamFor(plain, head), skipped: 0 };
}

function streamFor(announced: Exclude<Form, `unchecked-${string}`>, head: Buffer): Duplex | undefined {
  if (announced === 'raw-deflate') return createInflateRaw(LENIENT);
  switch (codingOf(head) ?? announced) {
    case 'gzip':
      if (codingOf(head) === 'gzip') return createGunzip(LENIENT);
      if (isZlibHeader(head)) return createInflate(LENIENT);
      return isText(head) ? undefined : createBrotliDecompress(FLUSHED);
    case 'deflate':
      // RFC 9110 §8.4.1.2: `deflate` means zlib data, yet some servers send raw deflate.
      return isZlibHeader(head) ? createInflate(LENIENT) : createInflateRaw(LENIENT);
    case 'br':
      return createBrotliDecompress(FLUSHED);
    case 'zstd':
      return createZstdDecompress({
        finishFlush: constants.ZSTD_e_flush,
        params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG },
      });
  }
}

/** Data that ends too early gives what is there. */
const LENIENT = { finishFlush: constants.Z_SYNC_FLUSH };
const FLUSHED = { finishFlush: constants.BROTLI_OPERATION_FLUSH };

/** Whether there are no control characters but those of text. In UTF-16 every second byte may be zero. */
export function isText(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 200)).toString('latin1');
  return !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(start) || /^(?:\xff\xfe|\xfe\xff|<\0|\0<|\{\0|\0\{)/.test(start);
}

/** RFC 1950 §2.2: method 8, and the first two bytes a multiple of 31. */
function isZlibHeader(head: Buffer): boolean {
  return head.byteLength >= 2 && (head[0]! & 0x0f) === 8 && head.readUInt16BE(0) % 31 === 0;
}

/** Whether a body begins as markup or JSON. */
export function looksPlain(body: Uint8Array): boolean {
  const start = Buffer.from(body.subarray(0, 1_024)).toString('latin1');
  return /^(?:\xef\xbb\xbf)?\s*(?:<[?!a-z]|\{\s*"|\[\s*\{)/i.test(start);
}

/** The length of the header of gzip (RFC 1952 §2.3) or zlib data; 0 where there is none, or it goes on after `head`. */
function headerLength(head: Buffer): number {
  if (codingOf(head) !== 'gzip') return isZlibHeader(head) ? 2 : 0;
  const flags = head[3] ?? 0;
  let at = 10;
  if ((flags & 4) !== 0 && head.byteLength >= at + 2) at += 2 + head.readUInt16LE(at);
  for (const flag of [8, 16]) if ((flags & flag) !== 0) at = head.indexOf(0, at) + 1 || head.byteLength;
  if ((flags & 2) !== 0) at += 2;
  return at < head.byteLength ? at : 0;
}
