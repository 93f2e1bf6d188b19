import { resolveLabel } from './labels.ts';

/** How many bytes of a document are searched for a declaration. */
const HEAD_BYTES = 4096;

/** The charset parameter of a Content-Type, as written. */
export function charsetParameter(contentType: string | undefined): string | undefined {
  const match = /;\s*charset\s*=\s*(?:"([^"]{0,60})"|'([^']{0,60})'|([^\s;"']{1,60}))/i.exec(
    `;${contentType?.slice(0, 1000) ?? ''}`,
  );
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

/** Byte order marks. UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16. */
export function byteOrderMark(b: Uint8Array): { encoding: string; length: number } | undefined {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (b[0] === 0xff && b[1] === 0xfe && b[2] === 0 && b[3] === 0) return { encoding: 'utf-32le', length: 4 };
  if (b[0] === 0 && b[1] === 0 && b[2] === 0xfe && b[3] === 0xff) return { encoding: 'utf-32be', length: 4 };
  if (b[0] === 0xff && b[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (b[0] === 0xfe && b[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return undefined;
}

/**
 * Recognises wide encodings without a byte order mark by the positions of zero bytes in the first characters (XML
 * 1.0, appendix F.1). Documents begin with markup, a brace or white space, all of them ASCII.
 */
export function widePattern(b: Uint8Array): string | undefined {
  if (b.length < 4) return undefined;
  const zero = (i: number) => b[i] === 0;
  if (zero(0) && zero(1) && zero(2) && !zero(3)) return 'utf-32be';
  if (!zero(0) && zero(1) && zero(2) && zero(3)) return 'utf-32le';
  if (zero(0) && !zero(1) && zero(2) && !zero(3)) return 'utf-16be';
  if (!zero(0) && zero(1) && !zero(2) && zero(3)) return 'utf-16le';
  return undefined;
}

function head(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString('latin1');
}

/** The encoding in `<?xml … encoding="…"?>`, as written. Other text and blank lines before it are accepted. */
export function xmlDeclaration(bytes: Uint8Array): string | undefined {
  const text = head(bytes);
  const start = text.indexOf('<?xml');
  if (start < 0) return undefined;
  const end = text.indexOf('>', start);
  const declaration = text.slice(start, end < 0 ? start + 300 : Math.min(end, start + 300));
  const match = /\sencoding\s*=\s*(?:"([^"]{1,60})"|'([^']{1,60})'|([\w.:-]{1,60}))/i.exec(declaration);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

/**
 * The encoding that an HTML page declares in `<meta charset>` or `<meta http-equiv>`, as written:
 * "prescan a byte stream to determine its encoding" of the HTML standard, over the first 4096 bytes.
 * Comments are skipped; the first meta that names a known encoding wins.
 */
export function metaCharset(bytes: Uint8Array): string | undefined {
  const text = head(bytes);
  let at = 0;
  while ((at = text.indexOf('<', at)) >= 0) {
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 2);
      if (end < 0) return undefined;
      at = end + 3;
      continue;
    }
    if (/^<meta[\s/]/i.test(text.slice(at, at + 6))) {
      const tag = readAttributes(text, at + 5);
      at = tag.end;
      const label = tag.attributes.get('charset') ?? charsetOfMeta(tag.attributes);
      if (label !== undefined && resolveLabel(label) !== undefined) return label;
      continue;
    }
    at = /^<\/?[a-z]/i.test(text.slice(at, at + 3)) ? readAttributes(text, at + 1).end : at + 1;
  }
  return undefined;
}

function charsetOfMeta(attributes: ReadonlyMap<string, string>): string | undefined {
  if (attributes.get('http-equiv')?.toLowerCase() !== 'content-type') return undefined;
  return charsetParameter(attributes.get('content')?.replace(/charset/i, ';charset'));
}

/** Attributes from inside a tag on to its `>`; quoted values may hold one. */
function readAttributes(text: string, from: number): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>();
  const token = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?|[\s/="']|(>)/gy;
  token.lastIndex = from;
  let end = from;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    end = token.lastIndex;
    if (match[5] !== undefined) break;
    const name = match[1]?.toLowerCase();
    if (name !== undefined && !attributes.has(name)) {
      attributes.set(name, match[2] ?? match[3] ?? match[4] ?? '');
    }
  }
  return { attributes, end: Math.max(end, from) };
}
