import { repairScheme } from './repair-scheme.ts';

/** Addresses that need no base: with a scheme, or a fragment of the page. */
const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:|#)/i;

/** Attributes that hold an address. */
const ADDRESS_ATTRIBUTES: ReadonlySet<string> = new Set([
  'href',
  'src',
  'poster',
  'cite',
  'longdesc',
  'background',
]);

const WORD_BEFORE = /([a-z]+)[ \t\r\n]{0,4}$/i;
const VALUE_AFTER = /[ \t\r\n]{0,20}("[^"]*"|'[^']*'|[^\s"'<>]+)/y;

/**
 * An absolute address in the form of the URL standard.
 * @returns undefined for anything but `http` and `https`, and for addresses longer than `maxLength`
 */
export function webAddress(written: string | undefined, base: string, maxLength: number): string | undefined {
  const trimmed = repairScheme(written?.trim() ?? '');
  if (trimmed === '' || trimmed.length > maxLength) return undefined;
  const url = URL.parse(isHostFirst(trimmed, base) ? `https://${trimmed}` : trimmed, base);
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : undefined;
}

/** Whether an address without a scheme begins with a host, and not with a path: `www.a.example/x`, or the feed's own host. */
function isHostFirst(address: string, base: string): boolean {
  if (/^www\.[^/.]+\.[a-z]/i.test(address)) return true;
  const [host = ''] = address.split('/', 1);
  return host.includes('.') && host.toLowerCase() === URL.parse(base)?.host.replace(/^www\./, '');
}

/** HTML with relative addresses in attributes made absolute. Absolute ones stay as written. */
export function resolveAddresses(html: string, base: string): string {
  const parts: string[] = [];
  let copied = 0;
  for (let at = html.indexOf('='); at >= 0; at = html.indexOf('=', at + 1)) {
    if (startsAbsolute(html, at + 1)) continue;
    const word = WORD_BEFORE.exec(html.slice(Math.max(0, at - 16), at))?.[1]?.toLowerCase();
    if (word === undefined || !ADDRESS_ATTRIBUTES.has(word)) continue;
    VALUE_AFTER.lastIndex = at + 1;
    const quoted = VALUE_AFTER.exec(html)?.[1];
    if (quoted === undefined) continue;
    const absolute = resolveValue(quoted, base);
    if (absolute !== undefined) {
      parts.push(html.slice(copied, at + 1), absolute);
      copied = VALUE_AFTER.lastIndex;
    }
    at = VALUE_AFTER.lastIndex - 1;
  }
  return copied === 0 ? html : parts.join('') + html.slice(copied);
}

/** Whether a value begins with `http`: nearly all do, and need no further check. */
function startsAbsolute(html: string, at: number): boolean {
  const quoted = html[at] === '"' || html[at] === "'";
  return (
    html.startsWith('http', quoted ? at + 1 : at) && /^s?:/.test(html.slice(at + (quoted ? 5 : 4), at + 8))
  );
}

/** The new value of an address attribute, with quotes; undefined when it need not change. */
function resolveValue(quoted: string, base: string): string | undefined {
  const quote = quoted[0] === "'" ? "'" : '"';
  const value = (quoted[0] === '"' || quoted[0] === "'" ? quoted.slice(1, -1) : quoted).trim();
  if (value === '' || ABSOLUTE.test(value)) return undefined;
  const url = URL.parse(value.replaceAll('&amp;', '&'), base)?.href;
  return url && quote + url.replaceAll('&', '&amp;').replaceAll('"', '%22').replaceAll("'", '%27') + quote;
}
