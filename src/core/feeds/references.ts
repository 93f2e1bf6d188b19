import { Parser } from 'htmlparser2';

/** Numbers 0x80–0x9f mean windows-1252 characters (HTML standard, numeric character reference end state). */
const C1 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const XML_NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The longest name of a character reference in HTML has 31 letters; DTD entities may be longer. */
const REFERENCE = /&(?:#[xX]([0-9a-fA-F]{1,8});?|#([0-9]{1,10});?|([A-Za-z][\w.:-]{0,63});)/g;

/** As above, and references of HTML that lack their semicolon where no `=` or letter follows. */
const LOOSE_REFERENCE =
  /&(?:#[xX]([0-9a-fA-F]{1,8});?|#([0-9]{1,10});?|([A-Za-z][A-Za-z0-9]{0,31})(?:;|(?![A-Za-z0-9=])))/g;

/**
 * Decodes the references in the text of a feed: numbers, the five names of XML, those that the document
 * declares, and those of HTML, which feeds use without declaring them. What is no reference stays as it is:
 * `a?x=1&copy=2` keeps its `&copy`.
 */
export function decodeReferences(text: string, declared?: (name: string) => string | undefined): string {
  if (!text.includes('&')) return text;
  return text.replace(
    REFERENCE,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return XML_NAMES[name] ?? declared?.(name) ?? htmlName(name, true) ?? whole;
      return codePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    },
  );
}

/** Decodes the references in HTML text, with the forgiveness of browsers for a missing semicolon. */
export function decodeHtmlReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    LOOSE_REFERENCE,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return htmlName(name, whole.endsWith(';')) ?? whole;
      return codePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    },
  );
}

/** Halves of a surrogate pair pass: two references that make one character meet in the text. */
function codePoint(n: number): string {
  if (n >= 0x80 && n <= 0x9f) return C1[n - 0x80] ?? '';
  if (n > 0x10ffff) return '\uFFFD';
  if (n < 0x20 && n !== 9 && n !== 10 && n !== 13) return '';
  return n >= 0xd800 && n <= 0xdfff ? String.fromCharCode(n) : String.fromCodePoint(n);
}

const known = new Map<string, string | undefined>();

/** The characters that a name stands for in HTML, asked from htmlparser2, which has the standard's table. */
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
  // `&notit;` is `¬it;` to a browser: only a reference that was read whole counts.
  const whole = text !== reference && !(terminated && text.endsWith(';'));
  // Names come from strangers: the memory of them is bounded.
  if (known.size < 4000) known.set(reference, whole ? text : undefined);
  return whole ? text : undefined;
}
