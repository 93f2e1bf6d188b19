import type { Exchange } from './answer.ts';

/** The head of an answer, read as curl reads it. */
export interface LenientHead {
  readonly statusCode: number;
  readonly headers: Record<string, string | string[]>;
  /** Where the body begins. */
  readonly bodyAt: number;
}

const MAX_HEAD = 64 * 1024;
/** Interim (1xx) answers that are skipped. */
const MAX_INTERIM = 5;

/**
 * Reads the head of an answer that a strict parser refuses: bare line feeds, blanks before a colon, control characters,
 * a length beside chunks or twice.
 *
 * @returns undefined for what is not HTTP, or not complete
 */
export function readHead(bytes: Buffer): LenientHead | undefined {
  let at = 0;
  for (let interim = 0; interim <= MAX_INTERIM; interim++) {
    const text = bytes.toString('latin1', at, at + MAX_HEAD);
    const end = /\r?\n\r?\n/.exec(text);
    if (end === null) return undefined;
    const [status = '', ...lines] = text.slice(0, end.index).split(/\r?\n/);
    const code = /^HTTP\/\d(?:\.\d)?[ \t]+(\d{3})\b/i.exec(status)?.[1];
    if (code === undefined) return undefined;
    at += end.index + end[0].length;
    if (Number(code) >= 200) return { statusCode: Number(code), headers: headersOf(lines), bodyAt: at };
  }
  return undefined;
}

/** Whether the whole body is there. An answer without length or chunks ends with its connection. */
export function isComplete(bytes: Buffer, head: LenientHead): boolean {
  if (isChunked(head))
    return /(?:^|\n)0[ \t]*\r?\n\r?\n$/.test(
      bytes.toString('latin1', Math.max(head.bodyAt, bytes.length - 16)),
    );
  const length = lengthOf(head);
  return length !== undefined && bytes.length - head.bodyAt >= length;
}

/**
 * Whether less arrived than Content-Length says, or several lengths disagree. Where the document itself is complete
 * the head is wrong, and the body is not cut.
 */
export function isCut(bytes: Buffer, head: LenientHead): boolean {
  const said = head.headers['content-length'];
  if (isChunked(head) || said === undefined) return false;
  const length = lengthOf(head);
  if (length !== undefined && bytes.length - head.bodyAt >= length) return false;
  return !isWholeDocument(bytes.subarray(head.bodyAt), String(said));
}

/**
 * Whether a document is complete: it has its last tag or, for gzip, an announced length equals the unpacked size in
 * its trailer.
 */
export function isWholeDocument(body: Buffer, said: string): boolean {
  if (body.length > 18 && body[0] === 0x1f && body[1] === 0x8b)
    return said.split(',').some((length) => Number(length) === body.readUInt32LE(body.length - 4));
  return /<\/(?:rss|feed|rdf:RDF|html|urlset)\s*>\s*$/i.test(
    body.toString('latin1', Math.max(0, body.length - 200)),
  );
}

/**
 * The whole answer. Chunks win over a length. A body that is not chunked although the head says so is taken as it is.
 */
export function readAnswer(bytes: Buffer, head: LenientHead): Exchange {
  const { statusCode, headers, bodyAt } = head;
  const raw = bytes.subarray(bodyAt);
  const length = lengthOf(head);
  const body =
    (isChunked(head) ? unchunked(raw) : undefined) ?? (length === undefined ? raw : raw.subarray(0, length));
  return { statusCode, headers, body: new Uint8Array(body) };
}

function headersOf(lines: readonly string[]): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!/^[a-z0-9!#$%&'*+.^_`|~-]+$/.test(name)) continue;
    const value = line
      .slice(colon + 1)
      .replace(/\p{Cc}+/gu, ' ')
      .trim();
    const before = headers[name];
    headers[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return headers;
}

function isChunked({ headers }: LenientHead): boolean {
  return /\bchunked\b/i.test(String(headers['transfer-encoding'] ?? ''));
}

/** The length, where all Content-Length headers agree. */
function lengthOf({ headers }: LenientHead): number | undefined {
  const said = new Set(
    String(headers['content-length'] ?? '')
      .split(',')
      .map((length) => length.trim()),
  );
  const [length = ''] = said;
  return said.size === 1 && /^\d{1,12}$/.test(length) ? Number(length) : undefined;
}

/** Undefined where the bytes do not begin with a chunk. */
function unchunked(raw: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const line = raw.indexOf(0x0a, at);
    if (line < 0 || line - at > 1_024) break;
    const size = /^\s*([\da-f]{1,8})[ \t]*(?:;|\r?$)/i.exec(raw.toString('latin1', at, line))?.[1];
    if (size === undefined) break;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    parts.push(raw.subarray(line + 1, line + 1 + length));
    at = line + 1 + length;
    if (raw[at] === 0x0d) at++;
    if (raw[at] === 0x0a) at++;
  }
  return parts.length === 0 ? undefined : Buffer.concat(parts);
}
