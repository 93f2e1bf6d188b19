/**
 * A quoted field of CSV. A spreadsheet would run a text as a formula that begins with one of these characters; their
 * full-width forms too, and behind white space. Such a text gets an apostrophe in front.
 */
export function csvField(text: string): string {
  const safe = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
