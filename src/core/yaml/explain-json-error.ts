/** Characters of the text that a message shows. */
const SHOWN = 30;

/**
 * Where and why a text is not JSON, for the person who wrote it. The engine's own sentences speak of tokens.
 *
 * @param error what `JSON.parse` threw for the text
 * @returns `not JSON: …`
 */
export function explainJsonError(text: string, error: unknown): string {
  const { message } = error as SyntaxError;
  const position = /at position (\d+)/.exec(message)?.[1];
  if (message.includes('end of JSON input') || text.slice(Number(position ?? 0)).trim() === '')
    return text.trim() === '' ? 'not JSON: it is empty' : 'not JSON: it ends too early; was it cut off?';
  if (position !== undefined) return `not JSON: unexpected ${shown(text, Number(position))}`;
  // The engine names the character and some text around it, but not the place.
  const [, token = '', around = ''] =
    /^Unexpected token '(.*)', (?:\.\.\.)?"(.*)"(?:\.\.\.)? is not/su.exec(message) ?? [];
  const from = Math.max(0, text.indexOf(around));
  const at = text.indexOf(token, from + Math.max(0, Math.floor(around.length / 2) - SHOWN));
  return `not JSON: unexpected ${shown(text, Math.max(from, at))}`;
}

/** `"…" in line 2, column 3`, without line breaks. */
function shown(text: string, at: number): string {
  const before = text.slice(0, at).split('\n');
  const rest = text.slice(at, at + SHOWN).split('\n', 1)[0];
  const place = `column ${before.at(-1)!.length + 1}`;
  return `"${rest}" in ${text.trim().includes('\n') ? `line ${before.length}, ` : ''}${place}`;
}
