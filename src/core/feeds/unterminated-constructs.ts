/** A change to a document's text that repairs one fault. */
export interface Repair {
  readonly problem: string;
  readonly from: number;
  readonly to: number;
  readonly replacement: string;
}

const END_OF_ENTRY = /<\/(?:[\w.-]{1,20}:)?(?:item|entry)\s{0,20}>/i;

/** An attribute that contains the end of an entry: its closing quote is missing, so it ends at the first `>`. */
export function openQuote(text: string, start: number, end: number): Repair | undefined {
  const value = text.slice(start, end);
  if (!value.includes('<') || !END_OF_ENTRY.test(value)) return undefined;
  const at = value.search(/\/?>/);
  const from = start + (at < 0 ? value.indexOf('<') : at);
  const quote = text[start - 1] === "'" ? "'" : '"';
  return { problem: 'an attribute had no closing quote', from, to: from, replacement: quote };
}

/** A CDATA section that contains the end of its element and of an entry: it ends before the end of its element. */
export function openCdata(text: string, start: number, end: number, tag: string): Repair | undefined {
  const content = text.slice(start, end);
  const endTag = content.indexOf('</') < 0 ? -1 : content.toLowerCase().indexOf(`</${tag}`);
  if (endTag < 0 || !END_OF_ENTRY.test(content.slice(endTag))) return undefined;
  const from = start + endTag;
  return { problem: 'a CDATA section was never ended', from, to: from, replacement: ']]>' };
}

/**
 * A comment that extends to the end of the document and contains the end of an entry: its `<!--` is removed.
 */
export function openComment(text: string, start: number): Repair | undefined {
  if (!END_OF_ENTRY.test(text.slice(start))) return undefined;
  return { problem: 'a comment was never ended', from: start - 4, to: start, replacement: '' };
}
