import type { Database } from '../database.ts';

/** The languages in which a reader wants headlines, in order of preference; empty where none were chosen. */
export async function preferredLanguages(db: Database, reader: string): Promise<string[]> {
  const row = await db
    .selectFrom('reader_settings')
    .select('languages')
    .where('reader', '=', reader)
    .executeTakeFirst();
  return row?.languages ?? [];
}

/** Sets the languages that `preferredLanguages` returns. */
export async function preferLanguages(
  db: Database,
  reader: string,
  languages: readonly string[],
): Promise<void> {
  const values = { languages: [...languages] };
  await db
    .insertInto('reader_settings')
    .values({ reader, ...values })
    .onConflict((conflict) => conflict.column('reader').doUpdateSet(values))
    .execute();
}
