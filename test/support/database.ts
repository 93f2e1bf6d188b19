import { inject } from 'vitest';
import { freshDatabase, type TestDatabase } from './fresh-database.ts';

export type { TestDatabase };

/** An empty database with all tables, gone when the test is over. */
export async function testDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  return freshDatabase(inject('databaseUrl'), migrated);
}
