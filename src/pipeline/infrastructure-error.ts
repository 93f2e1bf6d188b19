import { FetchError } from '../io/http/page-source.ts';
import { isRowRefused, isServerLost, sqlStateOf } from '../io/store/sqlstate.ts';

/** Error codes for a full or missing disk, and for a process without free files, memory or sockets. */
const MACHINE = new Set([
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EIO',
  'EMFILE',
  'ENFILE',
  'ENOMEM',
  'EAGAIN',
  'ENOBUFS',
  'EACCES',
  'EADDRNOTAVAIL',
]);

/** Error codes of connections to the database or Redis; those of the web come as a `FetchError`. */
const CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

const CLASSES = new Set([
  'ThreadStartError',
  'ThreadQueueFullError',
  'ThreadPoolClosedError',
  'MaxRetriesPerRequestError',
  'ReplyError',
  'AbortedError',
  'QueueAwayError',
]);

/** How many levels of an error's causes are examined. */
const DEPTH = 6;

/**
 * Whether an error's cause is on our side (the database, the queue, the disk, our own pools) and not the item, feed
 * or delivery. Such an error counts as no attempt.
 */
export function isInfrastructureError(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > DEPTH) return false;
  if (sqlStateOf(error) !== undefined) return !isRowRefused(error);
  if (isServerLost(error) || CLASSES.has(error.name)) return true;
  if (/^(?:Connection is closed|Stream isn't writeable)/.test(error.message)) return true;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (MACHINE.has(code)) return true;
  if (error instanceof FetchError) return isMachineBehind(error.cause, depth);
  if (CONNECTION.has(code)) return true;
  if (error instanceof AggregateError)
    return error.errors.some((one) => isInfrastructureError(one, depth + 1));
  return isInfrastructureError(error.cause, depth + 1);
}

/** Of a failed fetch only errors of this machine are ours; a refused connection is the host's. */
function isMachineBehind(error: unknown, depth: number): boolean {
  if (!(error instanceof Error) || depth > DEPTH) return false;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return (MACHINE.has(code) && code !== 'EADDRNOTAVAIL') || isMachineBehind(error.cause, depth + 1);
}
