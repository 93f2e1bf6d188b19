import { z } from 'zod';
import { after, decodePlace, pageOfRows } from '../cursor.ts';

const limit = z.coerce.number().int().min(1).max(200).default(50);

/** The parameters of every list. */
export const paging = { after, limit };

/** The schema of a list's answer. */
export function pageOf<T extends z.ZodType>(name: string, item: T) {
  return z.object({
    [name]: z.array(item),
    next: z.string().nullable().describe('The cursor `after` of the next page; null on the last'),
  });
}

/** One page of a list that is short enough to be read whole, ordered by id. */
export function pageById<T extends { readonly id: string }>(
  rows: readonly T[],
  query: { readonly after?: string | undefined; readonly limit: number },
): { readonly shown: readonly T[]; readonly next: string | null } {
  const from = decodePlace(query.after, 'none');
  const left = rows
    .filter(({ id }) => from === undefined || BigInt(id) > BigInt(from.id))
    .toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  return pageOfRows(left, query.limit, ({ id }) => ({ key: '', id }));
}
