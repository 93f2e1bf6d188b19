import { explainConnection } from './connection-error.ts';
import { sqlStateOf } from './store/sqlstate.ts';

/** The server that was asked, as the log names it. */
type Server = 'PostgreSQL' | 'Redis' | 'the queue' | 'the database or the queue';

/** An error of a running connection, for the fields of a line in the log. */
interface Lost {
  /** In plain words, without a full stop. */
  readonly reason: string;
  /** What the driver or the server said. */
  readonly cause: string;
}

/** By the SQLSTATE of an answer, from its beginning. */
const STATES: readonly (readonly [state: string, words: string])[] = [
  ['57P01', 'is stopping, or an administrator ended the connection'],
  ['57P02', 'crashed and restarts'],
  ['57P03', 'is starting or stopping'],
  ['57014', 'cancelled a statement that took too long'],
  ['53300', 'has no connection free: raise its max_connections, or lower database.maxConnections'],
  ['53100', 'has no room left on its disk'],
  ['53200', 'has no memory left'],
  ['25006', 'takes no writes: it is a standby, or read-only'],
  ['28', 'refuses the role or its password'],
  ['3D000', 'has no such database any more'],
];

/** By the text of the driver or of Redis. */
const TEXTS: readonly (readonly [said: RegExp, words: string])[] = [
  [
    /^Connection terminated due to connection timeout|^timeout e.*connect/,
    'did not accept a connection in time',
  ],
  [/^Query read timeout/, 'did not answer a statement in time'],
  [
    /^Connection (?:terminated|ended|is closed)|^Client (?:has|was)|^Stream isn't writeable/,
    'closed the connection',
  ],
  [/^Command timed out|max retries per request/i, 'did not answer in time'],
  [/^READONLY/, 'takes no writes: it is a replica now'],
  [/^NOREPLICAS/, 'takes no writes: too few of its replicas are there'],
  [/^OOM/, 'has no memory left: raise its maxmemory'],
  [/^LOADING/, 'is still reading its data'],
  [/^MISCONF/, 'takes no writes, because it cannot save its data to its disk'],
  [/^NOPERM/, 'lets this user not do what the queues need'],
  [/^(?:NOAUTH|WRONGPASS)|invalid password/, 'refuses the user or password'],
  [/max number of clients/, 'has no connection free: raise its maxclients'],
];

/** Says why the connection to a server was lost. An error that is not known is named by its own text. */
export function explainLoss(error: Error, server: Server): Lost {
  const cause = error.message || String((error as NodeJS.ErrnoException).code ?? error.name);
  const state = sqlStateOf(error);
  const words =
    STATES.find(([one]) => state?.startsWith(one) === true)?.[1] ??
    TEXTS.find(([pattern]) => pattern.test(error.message))?.[1];
  if (words !== undefined) return { reason: `${server} ${words}`, cause };
  return { reason: explainConnection(error, server)?.reason ?? cause, cause };
}
