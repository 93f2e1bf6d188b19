import { explainConnection } from '../connection-error.ts';

// Apart from the queues, so that commands can recognise these errors without loading BullMQ.

/** The Redis server is configured to evict keys under memory pressure, and would lose jobs. */
export class RedisPolicyError extends Error {
  override readonly name = 'RedisPolicyError';
}

/** The queues' connections to PostgreSQL do not see the queues' tables. */
export class QueueSchemaError extends Error {
  override readonly name = 'QueueSchemaError';
}

/** Nothing answers at `REDIS_URL`, or it refuses us. */
export class RedisUnreachableError extends Error {
  override readonly name = 'RedisUnreachableError';
  constructor(at: string, cause: Error) {
    super(sentenceOf(at, cause), { cause });
  }
}

/** The advice depends on the answer: a server that refuses the user need not be started. */
function sentenceOf(at: string, error: Error): string {
  const { message } = error;
  const refused = REFUSALS.find(([pattern]) => pattern.test(message));
  if (refused !== undefined) return `Redis at ${at} ${refused[1]}`;
  const known = explainConnection(error, at)?.reason;
  return `no Redis at ${at} (${known ?? message}): start it, mend REDIS_URL, or unset REDIS_URL to keep the queues in PostgreSQL`;
}

const REFUSALS: readonly (readonly [said: RegExp, words: string])[] = [
  [
    /^WRONGPASS|invalid password/,
    'refuses the user or password: mend them in REDIS_URL (redis://user:password@host:port)',
  ],
  [/^NOAUTH/, 'wants a password, and REDIS_URL has none: write redis://:password@host:port'],
  [
    /^NOPERM/,
    'lets this user not do what the queues need: give it all commands and keys, or name another in REDIS_URL',
  ],
  [
    /^DENIED/,
    'accepts only its own machine (protected mode): give it a password, and write it into REDIS_URL',
  ],
  [/DB index/, 'has no database of that number: mend the number at the end of REDIS_URL'],
  [/max number of clients/, 'has no connection free: raise its maxclients'],
  [/^LOADING/, 'is still reading its data, or does not answer: try again in a moment'],
  [/^Protocol error/, 'does not answer as Redis does, so another program listens there: mend REDIS_URL'],
];
