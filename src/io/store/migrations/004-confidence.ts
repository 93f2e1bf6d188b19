import { type Kysely, sql } from 'kysely';

/**
 * Matches have a level and a confidence instead of a score against a threshold. What is stored was found by rules with
 * weights written by hand, and gets the confidence that these give (`handConfidence`).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `ALTER TABLE matches
     ADD COLUMN level text NOT NULL DEFAULT 'sure' CHECK (level IN ('sure', 'possible')),
     ADD COLUMN confidence smallint NOT NULL DEFAULT 0 CHECK (confidence BETWEEN 0 AND 100)`,
  `UPDATE matches
     SET confidence = round(100 / (1 + exp(-ln(3.0::float8) * (4 * least(score / threshold, 10) - 3))))
     WHERE threshold > 0`,
  `ALTER TABLE matches
     ALTER COLUMN level DROP DEFAULT,
     ALTER COLUMN confidence DROP DEFAULT,
     DROP COLUMN score,
     DROP COLUMN threshold`,
];
