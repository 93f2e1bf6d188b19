import { likelyMultibyte } from './multibyte-statistics.ts';
import { likelySingleByte } from './single-byte-statistics.ts';

/** Bytes that the statistics use. */
const SAMPLE = 64 * 1024;

/** ASCII bytes kept around others, to see which letters are beside each other. */
const CONTEXT = 2;

/**
 * The most likely encoding of bytes that are not UTF-8 and declare nothing, by the frequency of characters in some
 * thirty languages. For short texts it is a guess, which the caller reports among the feed's problems.
 */
export function guessEncoding(bytes: Uint8Array): string {
  if (hasEscapes(bytes)) return 'iso-2022-jp';
  const sample = interestingPart(bytes);
  const single = likelySingleByte(sample);
  const multi = likelyMultibyte(sample);
  return multi !== undefined && multi.weight > single.weight - 0.35 ? multi.encoding : single.encoding;
}

/** ISO-2022-JP switches character sets with `ESC $ @`, `ESC $ B` and is ASCII bytes throughout. */
export function hasEscapes(bytes: Uint8Array): boolean {
  for (let i = bytes.indexOf(0x1b); i >= 0; i = bytes.indexOf(0x1b, i + 1)) {
    if (bytes[i + 1] === 0x24 && (bytes[i + 2] === 0x40 || bytes[i + 2] === 0x42)) return true;
  }
  return false;
}

/** The bytes beyond ASCII with their neighbours, up to the sample size; tags and addresses are left out. */
function interestingPart(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(SAMPLE);
  let length = 0;
  let keep = 0;
  for (let i = 0; i < bytes.length && length < SAMPLE - 2 * CONTEXT; i++) {
    const byte = bytes[i] ?? 0;
    if (byte >= 0x80) {
      if (keep === 0 && i > 0) sample[length++] = bytes[i - 1] ?? 0;
      keep = CONTEXT + 1;
    }
    if (keep > 0) {
      keep--;
      sample[length++] = byte;
    }
  }
  return sample.subarray(0, length);
}
