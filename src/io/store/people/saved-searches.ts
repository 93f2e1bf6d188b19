import type { Database } from '../database.ts';

export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly query: string;
}

/** The saved searches of a reader, by name. */
export async function savedSearches(db: Database, reader: string): Promise<SavedSearch[]> {
  return db
    .selectFrom('saved_searches')
    .select(['id', 'name', 'query'])
    .where('reader', '=', reader)
    .orderBy('name')
    .execute();
}

/** Saves a search under a name; an existing one of that name is replaced. */
export async function saveSearch(
  db: Database,
  { reader, name, query }: { reader: string; name: string; query: string },
  now: Date,
): Promise<void> {
  await db
    .insertInto('saved_searches')
    .values({ reader, name, query, created_at: now })
    .onConflict((conflict) => conflict.columns(['reader', 'name']).doUpdateSet({ query }))
    .execute();
}

/** Deletes a saved search of a reader; false where there is none. */
export async function removeSearch(db: Database, reader: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('saved_searches')
    .where('id', '=', id)
    .where('reader', '=', reader)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
