import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** `interrupted`: the process ended before the task did. */
export type TaskState = 'running' | 'done' | 'failed' | 'interrupted';

type Instant = ColumnType<Date, Date, Date>;
type MaybeInstant = ColumnType<Date | null, Date | null | undefined, Date | null>;
type StoredRole = 'reader' | 'analyst' | 'owner';

/** The tables of the console: accounts, and what readers did with stories. */
export interface ConsoleTables {
  accounts: AccountsTable;
  sessions: {
    /** SHA-256 of the cookie's value. */
    hash: string;
    user_id: string;
    created_at: Instant;
    seen_at: Instant;
    expires_at: Instant;
  };
  invitations: {
    /** SHA-256 of the secret in the link. */
    hash: string;
    role: StoredRole;
    /** The account that is to get a new password; null creates a new account. */
    user_id: string | null;
    made_by: string;
    expires_at: Instant;
  };
  api_tokens: ApiTokensTable;
  /** Browsers that somebody has logged in with. */
  known_browsers: {
    /** SHA-256 of the cookie's value. */
    hash: string;
    user_id: string;
    expires_at: Instant;
  };
  login_failures: { key: string; failures: number; last_at: Instant };
  audit: {
    id: GeneratedAlways<string>;
    at: Instant;
    who: string;
    did: string;
    detail: ColumnType<Record<string, unknown>, string, string>;
  };
  /** Filled by a trigger on `articles`. */
  article_search: {
    article_id: string;
    reported_at: Instant;
    outlet: string;
    language_tag: string;
    words: string;
  };
  topic_versions: {
    id: GeneratedAlways<string>;
    file: string;
    source: string;
    who: string;
    note: string;
    at: Instant;
  };
  archive_tasks: {
    id: GeneratedAlways<string>;
    task: string;
    title: string;
    who: string;
    state: TaskState;
    said: string;
    began_at: Instant;
    ended_at: MaybeInstant;
  };
  reader_settings: { reader: string; languages: string[] };
  story_marks: { reader: string; story_id: string; read_at: MaybeInstant; starred_at: MaybeInstant };
  judgements: {
    id: GeneratedAlways<string>;
    story_id: string;
    topic: string;
    reader: string;
    relevant: boolean;
    because: Generated<string>;
    at: Instant;
  };
  saved_searches: {
    id: GeneratedAlways<string>;
    reader: string;
    name: string;
    /** The search page's query string. */
    query: string;
    created_at: Instant;
  };
}

interface AccountsTable {
  id: GeneratedAlways<string>;
  name: string;
  role: StoredRole;
  /** Null for accounts of OpenID Connect. */
  password_hash: string | null;
  oidc_subject: string | null;
  disabled_at: MaybeInstant;
  created_at: Instant;
}

interface ApiTokensTable {
  id: GeneratedAlways<string>;
  hash: string;
  name: string;
  role: StoredRole;
  /** The owner's account; null for a token made on the command line. */
  user_id: string | null;
  created_at: Instant;
  expires_at: Instant;
  used_at: MaybeInstant;
}
