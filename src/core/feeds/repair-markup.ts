import { TextPieces } from './text-pieces.ts';

/** Characters that XML does not allow, and the two that are no characters. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Whether a text has a character that XML does not allow. */
export function hasForbiddenCharacters(text: string): boolean {
  return FORBIDDEN.test(text);
}

/** A `<` that starts no tag: no name follows, or another `<` comes before its end. */
const STRAY = /<(?:[^A-Za-z_:!?/\s\u0080-\uffff]|[A-Za-z_:][^<>"']*<)/;

/**
 * Removes forbidden characters and escapes each `<` that starts no tag, outside CDATA sections and comments. Valid
 * text is returned unchanged after two linear scans.
 */
export function repairMarkup(text: string): string {
  const allowed = FORBIDDEN.test(text) ? text.replace(new RegExp(FORBIDDEN, 'g'), '') : text;
  return STRAY.test(allowed) ? escapeStray(allowed) : allowed;
}

const NAME_START = /[A-Za-z_:\u0080-\uffff]/;

function escapeStray(text: string): string {
  const pieces = new TextPieces();
  const endOfTag = /[<>"']/g;
  let copied = 0;
  let at = 0;
  while ((at = text.indexOf('<', at)) >= 0) {
    const next = text[at + 1] ?? '';
    if (next === '<') {
      // In a row of `<` all but the last are stray.
      let last = at + 1;
      while (text[last + 1] === '<') last++;
      pieces.add(text.slice(copied, at));
      pieces.add('&lt;'.repeat(last - at));
      copied = last;
      at = last;
      continue;
    }
    const close = text.startsWith('<![CDATA[', at) ? ']]>' : text.startsWith('<!--', at) ? '-->' : undefined;
    if (close !== undefined) {
      const end = text.indexOf(close, at + 4);
      if (end < 0) break;
      at = end + close.length;
      continue;
    }
    let stray = !/[!?/\s]/.test(next) && !NAME_START.test(next);
    if (!stray && NAME_START.test(next)) {
      endOfTag.lastIndex = at + 1;
      stray = endOfTag.exec(text)?.[0] === '<';
    }
    if (stray) {
      pieces.add(text.slice(copied, at));
      pieces.add('&lt;');
      copied = at + 1;
    }
    at++;
  }
  pieces.add(text.slice(copied));
  return pieces.toString();
}
