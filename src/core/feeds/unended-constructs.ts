/** A change to the text of a document that makes sense of it again. */
export interface Mend {
  readonly problem: string;
  readonly from: number;
  readonly to: number;
  readonly replacement: string;
}

const END_OF_ENTRY = /<\/(?:[\w.-]{1,20}:)?(?:item|entry)\s{0,20}>/i;

/** An attribute that holds the end of an entry: its closing quote was lost, and its tag ended at the first `>`. */
export function openQuote(text: string, start: number, end: number): Mend | undefined {
  const value = text.slice(start, end);
  if (!value.includes('<') || !END_OF_ENTRY.test(value)) return undefined;
  const at = value.search(/\/?>/);
  const from = start + (at < 0 ? value.indexOf('<') : at);
  const quote = text[start - 1] === "'" ? "'" : '"';
  return { problem: 'an attribute had no closing quote', from, to: from, replacement: quote };
}

/** A CDATA section that holds the end of its element and of an entry: it should have ended before the former. */
export function openCdata(text: string, start: number, end: number, tag: string): Mend | undefined {
  const content = text.slice(start, end);
  const endTag = content.indexOf('</') < 0 ? -1 : content.toLowerCase().indexOf(`</${tag}`);
  if (endTag < 0 || !END_OF_ENTRY.test(content.slice(endTag))) return undefined;
  const from = start + endTag;
  return { problem: 'a CDATA section was never ended', from, to: from, replacement: ']]>' };
}

/** A comment that reaches to the end of the document and holds the end of an entry: its start tag is all there is. */
export function openComment(text: string, start: number): Mend | undefined {
  if (!END_OF_ENTRY.test(text.slice(start))) return undefined;
  return { problem: 'a comment was never ended', from: start - 4, to: start, replacement: '' };
}
