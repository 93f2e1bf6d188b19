import { detach } from './detach.ts';

const SLOTS = 4_096;
/** Longer values are not kept, which limits the memory. UTF-16 units. */
const MAX_KEPT = 160;
/** At most so many letters of a value decide on its slot. */
const SAMPLED = 16;

/** Values seen before, each in the slot of its letters. */
const known: (string | undefined)[] = Array.from({ length: SLOTS });

/**
 * An attribute's value from `start` to `end` of a page. A value seen before is the same string again, found without a
 * substring: the engine hashes and compares each new string letter by letter when it is looked up.
 */
export function valueAt(html: string, start: number, end: number): string {
  const length = end - start;
  if (length > MAX_KEPT) return html.slice(start, end);
  const step = length <= SAMPLED ? 1 : Math.ceil(length / SAMPLED);
  let sum = length;
  for (let at = start; at < end; at += step) sum = (Math.imul(sum, 31) + html.charCodeAt(at)) | 0;
  const slot = (sum ^ (sum >>> 12)) & (SLOTS - 1);
  const value = known[slot];
  if (value !== undefined && value.length === length && html.startsWith(value, start)) return value;
  return (known[slot] = detach(html.slice(start, end)));
}
