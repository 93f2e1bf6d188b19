import { BothEnds } from './both-ends.ts';

/**
 * Reads what is complete in a JSON Feed that is invalid JSON: its items, one by one, and the strings before them.
 * Undefined when no item is complete. Of more items than `maxItems` the first and the last are kept. Time is linear in the length of the text.
 */
export function salvageJsonFeed(
  text: string,
  maxItems: number,
): { readonly feed: Readonly<Record<string, unknown>>; readonly leftOut: number } | undefined {
  const start = /"items"\s{0,100}:\s{0,100}\[/.exec(text);
  if (start === null) return undefined;
  const feed: Record<string, unknown> = Object.create(null);
  for (const [, name = '', value = ''] of text
    .slice(0, start.index)
    .matchAll(/"(\w{1,40})"\s{0,100}:\s{0,100}("(?:[^"\\]|\\.)*")/g)) {
    feed[name] = parseOr(value, undefined);
  }
  const items = new BothEnds<unknown>(maxItems);
  let at = start.index + start[0].length;
  for (;;) {
    const from = text.indexOf('{', at);
    const end = from < 0 ? -1 : endOfObject(text, from);
    if (end < 0) break;
    const item = parseOr(text.slice(from, end), undefined);
    if (item !== undefined) items.add(item);
    at = end;
  }
  if (items.kept.length === 0) return undefined;
  feed['items'] = items.kept;
  return { feed, leftOut: items.leftOut };
}

/** The index after the brace that closes the object; -1 when none does. */
function endOfObject(text: string, from: number): number {
  const token = /["{}]/g;
  token.lastIndex = from;
  let depth = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[0] === '{') depth++;
    else if (match[0] === '}' && --depth === 0) return match.index + 1;
    else if (match[0] === '"') {
      const close = endOfString(text, match.index + 1);
      if (close < 0) return -1;
      token.lastIndex = close;
    }
  }
  return -1;
}

function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 0x5c) at++;
    else if (c === 0x22) return at + 1;
  }
  return -1;
}

function parseOr<T>(text: string, otherwise: T): unknown {
  // A comma before a closing bracket is the most frequent mistake.
  for (const candidate of [text, text.replace(/,(\s{0,100}[}\]])/g, '$1')]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // Try the next candidate.
    }
  }
  return otherwise;
}
