import { sql } from 'kysely';
import { openStore } from '../../src/service/open-store.ts';

// Run as a child process in a world of its own: opens the embedded database, prints what was logged and which shared
// memory the server uses, and closes it.
const said: string[] = [];
try {
  const store = await openStore(
    {
      database: { directory: process.argv[2] as string, maxConnections: 2, giveUpAfter: 0 },
      databaseUrl: undefined,
      databaseUrlFile: undefined,
    },
    {
      info: () => {},
      warn: (line) => said.push(Object.values(line).join(' ')),
    },
  );
  const { rows } = await store.db.connection().execute(async (db) => {
    // Parallel workers exchange their rows by shared memory.
    await sql`SET debug_parallel_query = on`.execute(db);
    return sql<{ type: string }>`
      SELECT current_setting('dynamic_shared_memory_type') AS type FROM (SELECT sum(n) FROM generate_series(1, 1000) n) AS summed`.execute(
      db,
    );
  });
  console.log([...said, rows[0]?.type].join('; '));
  await store.close();
} catch (error) {
  console.error(`${(error as Error).name}: ${(error as Error).message}`);
  process.exitCode = 1;
}
