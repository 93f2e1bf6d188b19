import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type Database, migrate, openDatabase } from '../../src/io/store/database.ts';

export interface TestDatabase extends AsyncDisposable {
  readonly db: Database;
  readonly url: string;
}

/** An empty database on that server, with all tables unless it says otherwise, gone when it is disposed of. */
export async function freshDatabase(server: string, migrated: boolean): Promise<TestDatabase> {
  const admin = openDatabase(server, { maxConnections: 1, onError: () => {} });
  const name = `test_${randomBytes(6).toString('hex')}`;
  await sql`CREATE DATABASE ${sql.id(name)}`.execute(admin);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const db = openDatabase(url.href, { maxConnections: 5, onError: () => {} });
  if (migrated) await migrate(db);
  return {
    db,
    url: url.href,
    async [Symbol.asyncDispose]() {
      await db.destroy();
      await sql`DROP DATABASE ${sql.id(name)} WITH (FORCE)`.execute(admin);
      await admin.destroy();
    },
  };
}
