import type { Database } from '../io/store/database.ts';
import { databaseIdentity } from '../io/store/database-identity.ts';

/**
 * The prefix of this database's keys in Redis. Services with databases of their own may share a Redis: with one prefix
 * each would take the jobs of the other, whose ids are the same.
 */
export async function queuePrefix(db: Database): Promise<string> {
  return `chipwatch-${await databaseIdentity(db)}`;
}
