import { withoutCdataMarks } from './cdata-marks.ts';
import { decodeHtmlReferences } from './references.ts';

/** Elements whose content is not displayed. */
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object']);

/** Inline elements; every other tag separates words. */
const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp ' +
    'small span strike strong sub sup time tt u var wbr'
  ).split(' '),
);

/** HTML elements in titles and summaries. Any other "tag" is text: `List<T>`. */
const HTML: ReadonlySet<string> = new Set([
  ...INLINE,
  ...UNSEEN,
  ...(
    'address article aside audio blockquote body br button caption center dd details dir div dl dt embed fieldset ' +
    'figcaption figure footer form frame h1 h2 h3 h4 h5 h6 head header hr html img input li link main map math menu ' +
    'meta nav ol optgroup option p param picture pre section select source summary svg table tbody td textarea ' +
    'tfoot th thead title tr track ul video'
  ).split(' '),
]);

export interface PlainTextOptions {
  /** Length of the result in UTF-16 units; a longer text is cut and ends in `…`. */
  readonly maxLength: number;
  /** Whether tags that HTML lacks are text. Titles of RSS do not say whether they are HTML. */
  readonly unknownTagsAreText?: boolean;
}

/** The length of markup that is read, as a multiple of the result's length. */
const MARKUP_FACTOR = 16;

/**
 * HTML as one line of plain text: tags, comments and scripts left out, references decoded, white space folded,
 * invisible characters removed. Time is linear in the length of the input, of which at most 16 times the maximum
 * length of the result is read.
 */
export function plainText(html: string, { maxLength, unknownTagsAreText = false }: PlainTextOptions): string {
  const input = html.length > maxLength * MARKUP_FACTOR ? html.slice(0, maxLength * MARKUP_FACTOR) : html;
  const bare = withoutCdataMarks(input);
  const text = decodeHtmlReferences(bare.includes('<') ? stripTags(bare, unknownTagsAreText) : bare);
  // The CDATA marks may have been escaped twice.
  return oneLine(withoutCdataMarks(text), maxLength);
}

const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\u2060\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]/;
const ALL_INVISIBLE = new RegExp(INVISIBLE, 'g');
/** White space other than a single space. Most texts have none, and replacing each space takes longer than this test. */
const UNEVEN = /[^\S ]|\u0085| {2}/;
const SPACES = /[\s\u0085]+/g;

/** Folds white space, drops invisible characters, and cuts at a whole character. */
export function oneLine(text: string, maxLength: number): string {
  const input = text.length > maxLength * MARKUP_FACTOR ? text.slice(0, maxLength * MARKUP_FACTOR) : text;
  const seen = INVISIBLE.test(input) ? input.replace(ALL_INVISIBLE, '') : input;
  const folded = (UNEVEN.test(seen) ? seen.replace(SPACES, ' ') : seen).trim();
  const whole = folded.length > maxLength ? `${folded.slice(0, maxLength - 1).trimEnd()}…` : folded;
  return whole.toWellFormed();
}

function stripTags(html: string, unknownTagsAreText: boolean): string {
  const parts: string[] = [];
  let copied = 0;
  let at = html.indexOf('<');
  while (at >= 0) {
    const markup = markupAt(html, at, unknownTagsAreText);
    if (markup !== undefined) {
      parts.push(html.slice(copied, at));
      if (markup.separates) parts.push(' ');
      copied = markup.end;
    }
    at = html.indexOf('<', markup?.end ?? at + 1);
  }
  parts.push(html.slice(copied));
  return parts.join('');
}

const TAG_NAME = /\/?([A-Za-z][A-Za-z0-9]{0,20})(?=[\s/>:]|$)/y;

/** The tag, comment or invisible element that starts at a `<`; undefined when it is just a character. */
function markupAt(
  html: string,
  at: number,
  unknownTagsAreText: boolean,
): { end: number; separates: boolean } | undefined {
  if (html.startsWith('<!--', at)) return { end: after(html, '-->', at + 4), separates: true };
  if (html.startsWith('<!', at) || html.startsWith('<?', at)) {
    return /[A-Za-z[]/.test(html[at + 2] ?? '') ? { end: after(html, '>', at), separates: true } : undefined;
  }
  TAG_NAME.lastIndex = at + 1;
  const name = TAG_NAME.exec(html)?.[1]?.toLowerCase();
  if (name === undefined || (unknownTagsAreText && !HTML.has(name))) return undefined;
  const end = tagEnd(html, at);
  if (UNSEEN.has(name) && html[at + 1] !== '/' && html[end - 2] !== '/') {
    const endTag = new RegExp(`</${name}`, 'gi');
    endTag.lastIndex = end;
    const close = endTag.exec(html);
    return { end: close === null ? html.length : after(html, '>', close.index), separates: true };
  }
  return { end, separates: !INLINE.has(name) };
}

function after(html: string, what: string, from: number): number {
  const at = html.indexOf(what, from);
  return at < 0 ? html.length : at + what.length;
}

/** The end of a tag; quoted values may contain `>`. A tag that never ends extends to the end, as in browsers. */
function tagEnd(html: string, at: number): number {
  const boundary = /[>"']/g;
  boundary.lastIndex = at;
  for (let match = boundary.exec(html); match !== null; match = boundary.exec(html)) {
    if (match[0] === '>') return match.index + 1;
    // A quote opens a value only after an equals sign; elsewhere it is a typing error.
    if (!/=\s{0,10}$/.test(html.slice(Math.max(at, match.index - 11), match.index))) continue;
    const close = html.indexOf(match[0], match.index + 1);
    if (close < 0) return after(html, '>', match.index);
    boundary.lastIndex = close + 1;
  }
  return html.length;
}
