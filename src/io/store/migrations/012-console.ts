import { type Kysely, sql } from 'kysely';

/**
 * Who may use the console, and what people did there: accounts, sessions and tokens (of which only hashes are kept), what
 * each has read and starred, what they judged, and who changed what.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `CREATE TABLE users (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     name text NOT NULL,
     role text NOT NULL CHECK (role IN ('reader', 'analyst', 'owner')),
     password_hash text,
     oidc_subject text UNIQUE,
     disabled_at timestamptz,
     created_at timestamptz NOT NULL
   )`,
  `CREATE UNIQUE INDEX users_name ON users (lower(name))`,
  `CREATE TABLE sessions (
     hash text PRIMARY KEY,
     user_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
     created_at timestamptz NOT NULL,
     seen_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL
   )`,
  `CREATE INDEX sessions_user ON sessions (user_id)`,
  `CREATE INDEX sessions_expires ON sessions (expires_at)`,
  `CREATE TABLE invitations (
     hash text PRIMARY KEY,
     role text NOT NULL CHECK (role IN ('reader', 'analyst', 'owner')),
     user_id bigint REFERENCES users (id) ON DELETE CASCADE,
     made_by text NOT NULL,
     expires_at timestamptz NOT NULL
   )`,
  `CREATE TABLE api_tokens (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     hash text NOT NULL UNIQUE,
     name text NOT NULL,
     role text NOT NULL CHECK (role IN ('reader', 'analyst', 'owner')),
     user_id bigint REFERENCES users (id) ON DELETE CASCADE,
     created_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL,
     used_at timestamptz
   )`,
  `CREATE TABLE login_failures (
     key text PRIMARY KEY,
     failures integer NOT NULL,
     last_at timestamptz NOT NULL
   )`,
  `CREATE TABLE audit (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     at timestamptz NOT NULL,
     who text NOT NULL,
     did text NOT NULL,
     detail jsonb NOT NULL DEFAULT '{}'
   )`,
  `CREATE INDEX audit_at ON audit (at DESC, id DESC)`,
  `CREATE TABLE reader_settings (
     reader text PRIMARY KEY,
     languages text[] NOT NULL DEFAULT '{}'
   )`,
  `CREATE TABLE story_marks (
     reader text NOT NULL,
     story_id bigint NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
     read_at timestamptz,
     starred_at timestamptz,
     PRIMARY KEY (reader, story_id)
   )`,
  `CREATE INDEX story_marks_story ON story_marks (story_id)`,
  `CREATE TABLE judgements (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     story_id bigint NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
     topic text NOT NULL,
     reader text NOT NULL,
     relevant boolean NOT NULL,
     because text NOT NULL DEFAULT '',
     at timestamptz NOT NULL,
     UNIQUE (story_id, topic, reader)
   )`,
  `CREATE INDEX judgements_topic ON judgements (topic, at DESC)`,
  `CREATE TABLE saved_searches (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     reader text NOT NULL,
     name text NOT NULL,
     query text NOT NULL,
     created_at timestamptz NOT NULL,
     UNIQUE (reader, name)
   )`,
];
