import { z } from 'zod';

/**
 * The cursor of a list: the sort key and the id of the last row shown. Rows that are added meanwhile change no page.
 */
interface Place {
  readonly key: string;
  readonly id: string;
}

type KeyKind = keyof typeof KEYS;

/** The cursor is invalid or belongs to another list. */
class CursorError extends Error {
  override readonly name = 'CursorError';
  readonly statusCode = 422;

  constructor() {
    super('`after` is no cursor of this list');
  }
}

const KEYS = {
  /** As PostgreSQL writes an instant, to the microsecond. */
  time: (key: string) =>
    /^(?!0000)\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-](?:0\d|1[0-5])(?::[0-5]\d)?$/.test(key) &&
    isDate(key),
  integer: (key: string) => /^\d{1,9}$/.test(key),
  decimal: (key: string) => /^\d{1,9}(?:\.\d{1,9})?$/.test(key),
  /** The list is ordered by id alone. */
  none: (key: string) => key === '',
};

function isDate(key: string): boolean {
  const iso = key.slice(0, 19).replace(' ', 'T');
  const at = new Date(`${iso}Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso);
}

const IDS = { number: /^\d{1,18}$/, uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ };

export function encodePlace({ key, id }: Place): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

const place = z.tuple([z.string(), z.string()]);

/**
 * Decodes a cursor; undefined on the first page.
 *
 * @throws CursorError
 */
export function decodePlace(
  text: string | undefined,
  kind: KeyKind,
  ids: keyof typeof IDS = 'number',
): Place | undefined {
  if (text === undefined) return undefined;
  const parsed = place.safeParse(parse(text));
  if (!parsed.success) throw new CursorError();
  const [key, id] = parsed.data;
  if (!KEYS[kind](key) || !IDS[ids].test(id)) throw new CursorError();
  return { key, id };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The cursor as a parameter of lists. */
export const after = z.string().max(200).optional().describe('The cursor that the page before gave');

/** A page of rows. `rows` holds one more than the page when there is a next page. */
export function pageOfRows<T>(
  rows: readonly T[],
  limit: number,
  placeOf: (row: T) => Place,
): { readonly shown: readonly T[]; readonly next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { shown, next: rows.length > limit && last !== undefined ? encodePlace(placeOf(last)) : null };
}
