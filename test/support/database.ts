import { inject } from 'vitest';
import { freshDatabase, TEMPLATE, type TestDatabase } from './fresh-database.ts';

export type { TestDatabase };

/** An empty database with all tables, or with none; gone when the test is over. */
export async function testDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  return freshDatabase(inject('databaseUrl'), migrated ? { copyOf: TEMPLATE } : 'empty');
}
