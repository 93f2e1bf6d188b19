/** Counts of the sequences found when bytes are read as UTF-8. */
export interface Utf8Census {
  /** Well-formed sequences of two, and of three or four bytes. */
  readonly two: number;
  readonly more: number;
  /** Bytes that belong to no well-formed sequence. */
  readonly invalid: number;
}

/** Length of the well-formed sequence that starts at `i` (RFC 3629, no overlong forms, no surrogates), or 0. */
function sequenceLength(b: Uint8Array, i: number): number {
  const lead = b[i] ?? 0;
  const second = b[i + 1] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4 || second >> 6 !== 2) return 0;
  if (lead < 0xe0) return 2;
  if ((b[i + 2] ?? 0) >> 6 !== 2) return 0;
  if (lead < 0xf0) {
    if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return 0;
    return 3;
  }
  if ((b[i + 3] ?? 0) >> 6 !== 2) return 0;
  if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return 0;
  return 4;
}

/** After so many sequences beyond ASCII the answer is clear. */
const ENOUGH = 20_000;

/** Counts the first sequences beyond ASCII. */
export function utf8Census(bytes: Uint8Array): Utf8Census {
  let two = 0;
  let more = 0;
  let invalid = 0;
  for (let i = 0; i < bytes.length && two + more + invalid < ENOUGH; ) {
    if ((bytes[i] ?? 0) < 0x80) {
      i++;
      continue;
    }
    const length = sequenceLength(bytes, i);
    if (length === 0) {
      // A sequence at the end of the bytes may be cut.
      if (i < bytes.length - 3) invalid++;
      i++;
    } else {
      if (length === 2) two++;
      else more++;
      i += length;
    }
  }
  return { two, more, invalid };
}

/**
 * Decodes damaged UTF-8. A stray byte is read as windows-1252, which pasted quotation marks most often are. An
 * incomplete sequence becomes one U+FFFD.
 */
export function decodeDamagedUtf8(bytes: Uint8Array): string {
  const strict = new TextDecoder('utf-8');
  const guest = new TextDecoder('windows-1252');
  const parts: string[] = [];
  let clean = 0;
  for (let i = 0; i < bytes.length; ) {
    if ((bytes[i] ?? 0) < 0x80) {
      i++;
      continue;
    }
    const length = sequenceLength(bytes, i);
    if (length > 0) {
      i += length;
      continue;
    }
    if (i > clean) parts.push(strict.decode(bytes.subarray(clean, i)));
    let end = i + 1;
    if ((bytes[i] ?? 0) >= 0xc2) while (end < i + 3 && (bytes[end] ?? 0) >> 6 === 2) end++;
    parts.push(end - i > 1 || end >= bytes.length ? '\uFFFD' : guest.decode(bytes.subarray(i, end)));
    i = end;
    clean = end;
  }
  parts.push(strict.decode(bytes.subarray(clean)));
  return parts.join('').replace(/^\uFEFF/, '');
}
