import { Parser } from 'htmlparser2';
import { TextPieces } from './text-pieces.ts';

/**
 * The windows-1252 characters that references 0x80–0x9f mean (HTML standard, numeric character reference end state).
 */
const C1 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const XML_NAMES: Readonly<Record<string, string | undefined>> = Object.assign(Object.create(null), {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
});

/** The longest name of a character reference in HTML has 31 letters; DTD entities may be longer. */
const REFERENCE = /&(?:#[xX]([0-9a-fA-F]{1,8});?|#([0-9]{1,10});?|([A-Za-z][\w.:-]{0,63});)/y;

/** As above, and HTML references without a semicolon where no `=` or letter follows. */
const LOOSE_REFERENCE =
  /&(?:#[xX]([0-9a-fA-F]{1,8});?|#([0-9]{1,10});?|([A-Za-z][A-Za-z0-9]{0,31})(?:;|(?![A-Za-z0-9=])))/y;

/**
 * Decodes the references in a feed's text: numbers, the five names of XML, names that the document declares, and
 * those of HTML, which feeds use without declaring them. Other text stays: `a?x=1&copy=2` keeps its `&copy`.
 */
export function decodeReferences(text: string, declared?: (name: string) => string | undefined): string {
  return replaceReferences(
    text,
    REFERENCE,
    (name) => XML_NAMES[name] ?? declared?.(name) ?? htmlName(name, true),
  );
}

/** Decodes the references in HTML text, accepting a missing semicolon where browsers do. */
export function decodeHtmlReferences(text: string): string {
  return replaceReferences(text, LOOSE_REFERENCE, htmlName);
}

function replaceReferences(
  text: string,
  pattern: RegExp,
  named: (name: string, terminated: boolean) => string | undefined,
): string {
  let at = text.indexOf('&');
  if (at < 0) return text;
  const pieces = new TextPieces();
  let copied = 0;
  for (; at >= 0; at = text.indexOf('&', Math.max(copied, at + 1))) {
    const common = commonReference(text, at + 1);
    if (common !== undefined) {
      if (at > copied) pieces.add(text.slice(copied, at));
      pieces.add(common.character);
      copied = at + common.length;
      continue;
    }
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    const [whole, hex, decimal, name] = match;
    const characters =
      name === undefined
        ? codePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
        : named(name, whole.endsWith(';'));
    if (characters === undefined) continue;
    if (at > copied) pieces.add(text.slice(copied, at));
    pieces.add(characters);
    copied = at + whole.length;
  }
  pieces.add(text.slice(copied));
  return pieces.toString();
}

const LT = { character: '<', length: 4 };
const GT = { character: '>', length: 4 };
const AMP = { character: '&', length: 5 };
const QUOT = { character: '"', length: 6 };

/** Decodes the most frequent references without a regular expression. */
function commonReference(text: string, at: number): { character: string; length: number } | undefined {
  switch (text.charCodeAt(at)) {
    case 0x6c:
      return text.startsWith('lt;', at) ? LT : undefined;
    case 0x67:
      return text.startsWith('gt;', at) ? GT : undefined;
    case 0x61:
      return text.startsWith('amp;', at) ? AMP : undefined;
    case 0x71:
      return text.startsWith('quot;', at) ? QUOT : undefined;
    default:
      return undefined;
  }
}

/** Halves of a surrogate pair are kept: two references may together make one character. */
function codePoint(n: number): string {
  if (n >= 0x80 && n <= 0x9f) return C1[n - 0x80] ?? '';
  if (n > 0x10ffff) return '\uFFFD';
  if (n < 0x20 && n !== 9 && n !== 10 && n !== 13) return '';
  return n >= 0xd800 && n <= 0xdfff ? String.fromCharCode(n) : String.fromCodePoint(n);
}

const known = new Map<string, string | undefined>();

/** The characters of an HTML name, from htmlparser2's table, which is the standard's. */
function htmlName(name: string, terminated: boolean): string | undefined {
  const reference = terminated ? `&${name};` : `&${name}`;
  if (known.has(reference)) return known.get(reference);
  let text = '';
  const parser = new Parser({
    ontext(piece) {
      text += piece;
    },
  });
  parser.end(reference);
  // To a browser `&notit;` is `¬it;`. A reference counts only if the whole name was read.
  const whole = text !== reference && !(terminated && text.endsWith(';'));
  // Names come from outside, so the cache of them is bounded.
  if (known.size < 4000) known.set(reference, whole ? text : undefined);
  return whole ? text : undefined;
}
