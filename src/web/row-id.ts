import { z } from 'zod';

/** The id of a row; no more digits than a `bigint` has. */
export const rowId = z.string().regex(/^\d{1,18}$/, 'there is nothing of that number');

/** The parameters of a path with `:id`. */
export const idParams = z.object({ id: rowId });
