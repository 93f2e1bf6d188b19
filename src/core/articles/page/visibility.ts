import type { Attributes } from './element-attributes.ts';

/**
 * Why an element is invisible, or not visible to all.
 *
 * `hidden`: not on the screen until something opens it. `clipped`: for screen readers or search engines, never on the
 * screen. `tiny`: the font size is 0; elements inside may have a size of their own. `aria-hidden`: hidden from screen
 * readers, and mostly on the screen.
 */
export type Unseen = 'hidden' | 'clipped' | 'tiny' | 'aria-hidden';

/** What a style does to its element. */
export type Hiding = Exclude<Unseen, 'aria-hidden'> | undefined;

/** By attribute or inline style. `hidden=until-found` is opened by the browser's own search. */
export function unseenBy(attributes: Attributes): Unseen | undefined {
  const style = attributes['style'];
  const hiding = style === undefined ? undefined : hidingStyle(style);
  if (hiding !== undefined) return hiding;
  const hidden = attributes['hidden'];
  if (hidden !== undefined && hidden.toLowerCase() !== 'until-found') return 'hidden';
  return attributes['aria-hidden'] === 'true' ? 'aria-hidden' : undefined;
}

/** Longer styles are skipped; characters. */
const MAX_STYLE = 2_000;

/** A cheap test: most inline styles hide nothing. */
const MAY_HIDE = /none|hidden|collapse|clip|-\d{3}|opacity|font-size|color|scale|indent/i;
const CLOSED = /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)/i;
const CLIPPED = new RegExp(
  [
    'clip\\s*:\\s*rect\\(\\s*(?:[01](?:px|r?em)?[\\s,]*){4}\\)',
    'clip-path\\s*:\\s*(?:inset\\(\\s*(?:[5-9]\\d|100)(?:\\.\\d+)?%|circle\\(\\s*0|polygon\\((?:\\s*0[a-z%]*\\s+0[a-z%]*\\s*,){2})',
    // Moved off the screen to the left or above.
    '(?:left|right|top|bottom|text-indent|margin|margin-left|margin-top|inset-inline-start)\\s*:\\s*-(?:\\d{4,}|\\d{3}(?:r?em|vw|vh|ch|%))',
    'translate(?:x|y|3d)?\\(\\s*-\\d{4}',
    'scale(?:3d)?\\(\\s*0\\s*[,)]',
    'font-size\\s*:\\s*(?:0+(?:\\.0+)?(?:px|pt|r?em|%)?|[01](?:\\.\\d+)?p[xt])\\s*(?:[;!]|$)',
  ].join('|'),
  'i',
);
const FADED = /(?:^|[;\s])opacity\s*:\s*(?:0+(?:\.0+)?|\.0+)%?\s*(?:[;!]|$)/i;
/** An element that moves or fades in becomes visible when the page is loaded. */
const ANIMATED = /transform|transition|animation|will-change/i;
const TRANSPARENT =
  /(?:^|[;\s])color\s*:\s*(?:transparent|(?:rgb|hsl)a?\([^();]{0,40}[,/]\s*0(?:\.0+)?%?\s*\))/i;
/** Text painted with a picture or gradient is visible. */
const PAINTED = /background-clip|text-fill-color|text-shadow|text-stroke/i;
const OVERFLOW = /overflow(?:-[xy])?\s*:\s*(?:hidden|clip)/i;
const NO_HEIGHT = /(?:^|[;\s])(?:max-)?height\s*:\s*0(?:px|r?em|%)?\s*(?:[;!]|$)/i;
const ONE_PIXEL = /(?:^|[;\s])(?:width|height)\s*:\s*1px/i;

/** What an inline style does to its element. */
export function hidingStyle(style: string): 'hidden' | 'clipped' | undefined {
  if (style.length > MAX_STYLE || !MAY_HIDE.test(style)) return undefined;
  if (CLOSED.test(style)) return 'hidden';
  if (CLIPPED.test(style)) return 'clipped';
  if (OVERFLOW.test(style)) {
    if (ONE_PIXEL.test(style)) return 'clipped';
    // A folded part, as in an accordion.
    if (NO_HEIGHT.test(style)) return 'hidden';
  }
  if (FADED.test(style) && !ANIMATED.test(style)) return 'clipped';
  if (TRANSPARENT.test(style) && !PAINTED.test(style)) return 'clipped';
  return hasBackgroundColour(style) ? 'clipped' : undefined;
}

/** Whether the text has the same colour as its background, and so cannot be read. */
function hasBackgroundColour(style: string): boolean {
  const ink = colourOf(/(?:^|[;\s])color\s*:\s*([^;!]{1,40})/i.exec(style)?.[1]);
  if (ink === undefined) return false;
  return ink === colourOf(/(?:^|[;\s])background(?:-color)?\s*:\s*([^;!]{1,40})/i.exec(style)?.[1]);
}

function colourOf(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const colour = written.trim().toLowerCase().replace(/\s+/g, '');
  if (/inherit|initial|currentcolor|var\(|unset/.test(colour)) return undefined;
  if (colour === 'white' || colour === 'rgb(255,255,255)') return '#ffffff';
  if (colour === 'black' || colour === 'rgb(0,0,0)') return '#000000';
  return colour.replace(/^#([\da-f])([\da-f])([\da-f])$/, '#$1$1$2$2$3$3');
}
