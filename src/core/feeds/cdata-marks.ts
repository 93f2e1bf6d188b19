/** Some templates forget the exclamation mark. */
const OPEN = /<!?\s{0,4}\[CDATA\[/i;
const MARKS = /<!?\s{0,4}\[CDATA\[|\]\]\s{0,4}>/gi;

/**
 * Removes the marks of CDATA sections that publishers escaped (`&lt;![CDATA[…]]&gt;`) or nested; the text between
 * them stays. A `]]>` alone is removed only at the end, where the section's beginning was cut off.
 */
export function withoutCdataMarks(text: string): string {
  if (OPEN.test(text)) return text.replace(MARKS, '');
  return text.includes(']]>') ? text.replace(/\]\]>\s{0,20}$/, '') : text;
}

/** Whether a text begins with such a mark. */
export function hasCdataMarks(text: string): boolean {
  return OPENING.test(text);
}

const OPENING = /^\s{0,20}<!?\s{0,4}\[CDATA\[/i;
