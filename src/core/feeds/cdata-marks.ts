const OPEN = /<!\s{0,4}\[CDATA\[/i;
const MARKS = /<!\s{0,4}\[CDATA\[|\]\]\s{0,4}>/gi;

/**
 * Text without the marks of CDATA sections, which publishers escape (`&lt;![CDATA[…]]&gt;`) or put into one another:
 * what stands between them is the text. A `]]>` alone is a mark only at the end, where its section was cut off.
 */
export function withoutCdataMarks(text: string): string {
  if (OPEN.test(text)) return text.replace(MARKS, '');
  return text.includes(']]>') ? text.replace(/\]\]>\s{0,20}$/, '') : text;
}

/** Whether a text begins with such a mark. */
export function hasCdataMarks(text: string): boolean {
  return OPENING.test(text);
}

const OPENING = /^\s{0,20}<!\s{0,4}\[CDATA\[/i;
