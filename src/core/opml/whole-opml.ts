import { plainLine } from '../messages/plain-text.ts';
import { isWholeOpml, type OpmlList, readOpml } from './read-opml.ts';

/** The list of a whole file, or why the file cannot be used. */
export type WholeOpml =
  | { readonly status: 'read'; readonly list: OpmlList }
  | { readonly status: 'refused'; readonly line: number | undefined; readonly message: string };

/**
 * Reads a list of feeds. Refuses a file that breaks off, is no OPML or names no feed: if it were used, feeds would
 * silently not be watched any more.
 */
export function readWholeOpml(text: string): WholeOpml {
  if (!isWholeOpml(text))
    return {
      status: 'refused',
      line: text.trimEnd().split('\n').length,
      message:
        'ends before its list does: expected </opml>, found the end of the file. Is it a download or a copy that broke off?',
    };
  const list = readOpml(text);
  if (list === undefined) {
    const message = `expected an OPML list that begins with <opml>, found ${beginningOf(text)}`;
    return { status: 'refused', line: undefined, message };
  }
  if (list.feeds.length === 0 && list.problems.length === 0)
    return {
      status: 'refused',
      line: undefined,
      message: 'expected an <outline> with an xmlUrl, found none',
    };
  return { status: 'read', list };
}

function beginningOf(text: string): string {
  // Control characters could corrupt a terminal.
  const line = plainLine(text.slice(0, 200)).trim().slice(0, 40);
  return line === '' ? 'an empty file' : `"${line}"`;
}
