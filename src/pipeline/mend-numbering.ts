import { repairNumbers } from '../io/store/backup/repair-numbers.ts';
import { isNumberTaken } from '../io/store/sqlstate.ts';
import { throttleReports } from '../io/throttle-reports.ts';
import { perDatabase } from './batch-tasks.ts';
import type { Pipeline } from './context.ts';

/** The least time between two repairs by a process. Milliseconds. */
const AGAIN = 10_000;

const throttled = perDatabase(() => throttleReports(AGAIN));

/** Lets numbering continue after the largest number in use, where an error says that the next number is taken. */
export function mendNumbering({ db, log }: Pick<Pipeline, 'db' | 'log'>, error: unknown): void {
  if (!isNumberTaken(error)) return;
  throttled(db)('numbers', () => {
    repairNumbers(db).then(
      (tables) => log.warn({ event: 'database.numbers', tables }, 'the numbering of tables was behind'),
      (reason: unknown) =>
        log.warn({ event: 'database.numbers', err: reason }, 'numbering could not be repaired'),
    );
  });
}
