/**
 * Classes of SQLSTATE that concern the data that was sent: data, constraints, limits of a row. Appendix A of the
 * manual.
 */
const OF_THE_ROW = new Set(['22', '23', '54']);

/** The SQLSTATE of an error that the server sent; undefined for any other error. */
export function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('severity' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : undefined;
}

/** The server starts, reads its log again after a crash, or stops. */
export const CANNOT_CONNECT_NOW = '57P03';

/** Whether the number that the server gave to a new row is taken already, because its sequence is behind. */
export function isNumberTaken(error: unknown): boolean {
  const { constraint = '' } = error as { readonly constraint?: string };
  return sqlStateOf(error) === '23505' && constraint.endsWith('_pkey');
}

/** The numbers for new rows have run out. */
const NUMBERS_ENDED = '2200H';

/** Whether the server refused the row itself, so that the statement would succeed without it. */
export function isRowRefused(error: unknown): boolean {
  const state = sqlStateOf(error);
  // The fault is in the numbering, not in the rows.
  if (state === NUMBERS_ENDED || isNumberTaken(error)) return false;
  return state !== undefined && OF_THE_ROW.has(state.slice(0, 2));
}

/** Error messages of the driver when no answer of the server came. */
const NO_ANSWER =
  /^Connection terminated|^timeout e(?:xceeded|xpired) when trying to connect|^Query read timeout|^Client (?:has encountered|was closed)|^Cannot use a pool|^timeout exceeded|driver has already been destroyed/;

/** Whether the driver could not reach the server, or lost it. */
export function isServerLost(error: unknown): boolean {
  return error instanceof Error && NO_ANSWER.test(error.message);
}

/** Whether a statement had no answer in the time that the driver allows. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Query read timeout');
}
