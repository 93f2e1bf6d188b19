import { sql } from 'kysely';
import type { Database } from '../io/store/database.ts';
import { databaseIdentity } from '../io/store/database-identity.ts';

/** Where this database's queues are kept: see `queuePrefix` and `queueSchema`. */
export async function queueNames(db: Database) {
  return { redisPrefix: await queuePrefix(db), postgresSchema: await queueSchema(db) };
}

/**
 * The prefix of this database's keys in Redis. Services with databases of their own may share a Redis: with one prefix
 * each would take the jobs of the other, whose ids are the same.
 */
async function queuePrefix(db: Database): Promise<string> {
  return `chipwatch-${await databaseIdentity(db)}`;
}

/**
 * The schema of the queues in PostgreSQL. Tables outside "public" have queues of their own, because one database may hold
 * the tables of two services in two schemas.
 */
async function queueSchema(db: Database): Promise<string> {
  const { rows } = await sql<{ schema: string }>`SELECT current_schema()::text AS schema`.execute(db);
  return rows[0]?.schema === 'public' ? 'bullmq' : `bullmq_${await databaseIdentity(db)}`;
}
