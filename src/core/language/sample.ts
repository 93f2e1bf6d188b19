/** The maximum number of UTF-16 units that are read. */
const MAX_SAMPLE = 2_400;
const WINDOWS = 6;
const WINDOW = MAX_SAMPLE / WINDOWS;

// URLs look English in every language.
const ADDRESSES =
  /\b(?:https?:\/\/|www\.)[^\s<>"']{1,300}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,20}){1,4}|[#@]\w{1,60}/gu;
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
const TAGS = /<[^<>]{1,200}>/gu;

function clean(piece: string): string {
  return piece
    .toWellFormed()
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(TAGS, ' ')
    .replace(ADDRESSES, ' ')
    .replaceAll('\uFFFD', ' ');
}

/** Moves a cut to the next white space within reach, so that words stay whole. */
function wordStart(text: string, index: number): number {
  if (index === 0) return 0;
  for (let at = index; at < index + 40 && at < text.length; at++) {
    if (/\s/u.test(text[at]!)) return at + 1;
  }
  return index;
}

/**
 * Pieces of bounded size, spread evenly over the text, without what belongs to no language (addresses, invisible
 * characters, tags). Spread, because an article may begin with a quotation and end with page elements in another
 * language; the majority of the pieces decides. A short text is one piece.
 */
export function sampleText(text: string): string[] {
  if (text.length <= WINDOW * 1.5) return [clean(text)];
  const count = Math.min(WINDOWS, Math.ceil(text.length / WINDOW));
  const stride = Math.floor((text.length - WINDOW) / (count - 1));
  return Array.from({ length: count }, (_, index) => {
    const start = wordStart(text, index * stride);
    return clean(text.slice(start, start + WINDOW));
  });
}
