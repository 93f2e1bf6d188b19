import { isUtf8 } from 'node:buffer';
import { byteOrderMark, charsetParameter, metaCharset, widePattern, xmlDeclaration } from './declared.ts';
import { guessEncoding, hasEscapes } from './guess.ts';
import { decodeAs, resolveLabel } from './labels.ts';
import { decodeDamagedUtf8, utf8Census } from './utf8.ts';

export interface DecodedDocument {
  /** Without a byte order mark. */
  readonly text: string;
  /** Its name in the WHATWG Encoding Standard, in lower case. */
  readonly encoding: string;
  /** How the encoding was found: `pattern` means by zero bytes or as valid UTF-8, `guess` by byte statistics. */
  readonly source: 'bom' | 'pattern' | 'http' | 'declaration' | 'guess';
  /** Declared encodings that do not fit the bytes, as written. */
  readonly overruled: readonly string[];
}

export interface DecodeOptions {
  /** The Content-Type header, whole. */
  readonly contentType?: string | undefined;
  readonly kind: 'xml' | 'html' | 'json';
}

/** Encodings in which almost any bytes are valid, so that successful decoding proves nothing. */
const MULTIBYTE: ReadonlySet<string> = new Set(['gbk', 'gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr']);

/**
 * Finds the encoding of a document and decodes it.
 *
 * Evidence comes before declarations, in this order: byte order mark; zero bytes, which only UTF-16 and UTF-32 have;
 * bytes that are valid UTF-8, as legacy text hardly ever is; the charset of HTTP (RFC 7303, HTML standard); the
 * document's own declaration; byte statistics. A declaration that the bytes contradict is overruled.
 */
export function decodeDocument(bytes: Uint8Array, { contentType, kind }: DecodeOptions): DecodedDocument {
  const bom = byteOrderMark(bytes);
  // A tool added a UTF-16 mark without converting the text.
  if (bom !== undefined && bom.encoding !== 'utf-8' && isMarkup(bytes.subarray(bom.length)))
    return decodeDocument(bytes.subarray(bom.length), { contentType, kind });
  if (bom !== undefined) {
    const body = bytes.subarray(bom.length);
    const text =
      bom.encoding === 'utf-8' ? decodeUtf8(body) : decodeAs(evened(body, bom.encoding), bom.encoding);
    return { text, encoding: bom.encoding, source: 'bom', overruled: [] };
  }
  const wide = widePattern(bytes);
  if (wide !== undefined) {
    return { text: decodeAs(evened(bytes, wide), wide), encoding: wide, source: 'pattern', overruled: [] };
  }

  const declared = kind === 'xml' ? xmlDeclaration(bytes) : kind === 'html' ? metaCharset(bytes) : undefined;
  const claims: readonly Claim[] = [
    { source: 'http' as const, label: charsetParameter(contentType) },
    { source: 'declaration' as const, label: declared },
  ].flatMap(({ source, label }) => (label === undefined ? [] : [{ source, label, name: claimed(label) }]));

  const census = isUtf8(bytes) ? undefined : utf8Census(bytes);
  const first = claims.find((claim) => claim.name !== undefined);
  if (looksLikeUtf8(bytes, census, first?.name)) {
    const claim = claims.find((claim) => claim.name === 'utf-8');
    return {
      text: decodeUtf8(bytes),
      encoding: 'utf-8',
      source: claim?.source ?? 'pattern',
      overruled: claims.filter((one) => one.name !== 'utf-8').map((one) => one.label),
    };
  }

  const overruled: string[] = [];
  for (const { source, label, name } of mostTrusted(claims, bytes)) {
    const text = name === undefined || name === 'utf-8' ? undefined : decodeAs(bytes, name);
    if (text !== undefined && damage(text, bytes) < MAX_DAMAGE)
      return { text, encoding: name!, source, overruled };
    overruled.push(label);
  }
  const encoding = guessEncoding(bytes);
  return { text: decodeAs(bytes, encoding), encoding, source: 'guess', overruled };
}

interface Claim {
  readonly source: 'http' | 'declaration';
  readonly label: string;
  /** Undefined for an unknown label. */
  readonly name: string | undefined;
}

/**
 * HTTP comes before the document. But many servers declare one encoding for all files, and any bytes are valid in
 * many encodings. So where both declare legacy encodings that differ, the document's is taken if the statistics
 * agree.
 */
function mostTrusted(claims: readonly Claim[], bytes: Uint8Array): readonly Claim[] {
  const [http, own] = claims;
  if (http?.name === undefined || http.name === 'utf-8') return claims;
  if (own?.name === undefined || own.name === 'utf-8') return claims;
  const family = (name: string) => FAMILIES[name] ?? name;
  if (family(own.name) === family(http.name)) return claims;
  return family(guessEncoding(bytes)) === family(own.name) ? [own, http] : claims;
}

function isMarkup(bytes: Uint8Array): boolean {
  return /^\s{0,8}<[?!a-z]/i.test(String.fromCharCode(...bytes.subarray(0, 16)));
}

/** Encodings that the statistics cannot distinguish. */
const FAMILIES: Readonly<Record<string, string>> = {
  gb18030: 'gbk',
  'koi8-u': 'koi8-r',
  'iso-8859-7': 'windows-1253',
  'iso-8859-2': 'windows-1250',
  'iso-8859-9': 'windows-1254',
  'iso-8859-13': 'windows-1257',
  'iso-8859-8': 'windows-1255',
};

/** A declaration that could be read as ASCII cannot be of UTF-16 or UTF-32 text (HTML standard, prescan step). */
function claimed(label: string): string | undefined {
  const name = resolveLabel(label);
  return name !== undefined && /^utf-(?:16|32)/.test(name) ? undefined : name;
}

/** Share of undecodable characters above which a declared encoding is rejected. */
const MAX_DAMAGE = 0.05;

/**
 * The share of undecodable characters among those that are not ASCII. A single one is ignored, because the text may
 * have been cut within a character.
 */
function damage(text: string, bytes: Uint8Array): number {
  let broken = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) broken++;
  // Text that is nearly all escape sequences has no basis for a share.
  if (broken <= 1 || hasEscapes(bytes)) return 0;
  let high = 0;
  for (const byte of bytes) if (byte >= 0x80) high++;
  return broken / Math.max(1, high);
}

function looksLikeUtf8(
  bytes: Uint8Array,
  census: ReturnType<typeof utf8Census> | undefined,
  claim: string | undefined,
): boolean {
  if (census !== undefined) {
    const valid = census.two + census.more;
    // Damaged UTF-8 still has valid sequences. Legacy text has hardly any, above all none of three or four bytes.
    return claim === 'utf-8'
      ? valid > 0 && valid >= census.invalid
      : census.more >= 3 && valid >= 10 * census.invalid;
  }
  // ISO-2022-JP and UTF-7 are ASCII bytes.
  if (claim === 'utf-7' || (hasEscapes(bytes) && claim !== 'utf-8')) return false;
  if (claim === undefined || !MULTIBYTE.has(claim)) return true;
  // A word or two of Korean or Chinese in a legacy encoding may be valid UTF-8 by chance, but only in pairs.
  const { two, more } = utf8Census(bytes);
  return more > 0 || two === 0 || two > 7;
}

function decodeUtf8(bytes: Uint8Array): string {
  return isUtf8(bytes) ? new TextDecoder('utf-8').decode(bytes) : decodeDamagedUtf8(bytes);
}

/** Cuts the bytes to whole units, so that half a character at the end of a truncated document adds no U+FFFD. */
function evened(bytes: Uint8Array, encoding: string): Uint8Array {
  const unit = encoding.startsWith('utf-32') ? 4 : 2;
  return bytes.subarray(0, bytes.length - (bytes.length % unit));
}
