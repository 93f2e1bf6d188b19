import { explainLoss } from '../io/lost-connection.ts';
import type { Logger } from 'pino';
import type { Database } from '../io/store/database.ts';

/** The first delay between two attempts to write. Milliseconds. */
const FIRST_DELAY = 250;
const LONGEST_DELAY = 5_000;

/** Errors of a closed pool: the process is ending. */
const CLOSED = /driver has already been destroyed|Cannot use a pool after calling end/;

/**
 * Writes that must happen, however long the database is away. They are kept in memory and tried until they succeed: a
 * delivery that a receiver confirmed would otherwise be sent again.
 */
export interface PendingWrites {
  /** Whether a write with this name is pending. */
  has(name: string): boolean;
  /** Ends with the pending write of this name; undefined where none is pending. */
  of(name: string): Promise<void> | undefined;
  /** Resolves once it is written, or when the process gives up because it ends. */
  write(name: string, log: Logger, write: () => Promise<void>): Promise<void>;
  /** Stops after so many milliseconds, and returns how many writes are lost. */
  settle(graceMs: number): Promise<number>;
}

const OF_DATABASE = new WeakMap<Database, PendingWrites>();

/** The pending writes of this process to the database. */
export function pendingWrites(db: Database): PendingWrites {
  const known = OF_DATABASE.get(db) ?? create();
  OF_DATABASE.set(db, known);
  return known;
}

function create(): PendingWrites {
  const pending = new Map<string, Promise<void>>();
  let isOver = false;

  async function insist(name: string, log: Logger, write: () => Promise<void>): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      try {
        await write();
        if (tries > 0) log.info({ event: 'owed.written', what: name, tries }, 'written after all');
        return;
      } catch (error) {
        const lost = explainLoss(error instanceof Error ? error : new Error(String(error)), 'PostgreSQL');
        if (isOver || CLOSED.test(lost.cause)) return;
        // Logged at the beginning, then less and less often.
        if (Number.isInteger(Math.log2(tries + 1)))
          log.warn(
            { event: 'owed.waiting', what: name, tries, ...lost },
            'could not write, kept until it is',
          );
      }
      const delay = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(tries, 10));
      await new Promise((resolve) => setTimeout(resolve, delay));
      if (isOver) return;
    }
  }

  return {
    has: (name) => pending.has(name),
    of: (name) => pending.get(name),
    write(name, log, write) {
      const before = pending.get(name) ?? Promise.resolve();
      const writing = before
        .then(() => insist(name, log, write))
        .finally(() => {
          if (pending.get(name) === writing) pending.delete(name);
        });
      pending.set(name, writing);
      return writing;
    },
    async settle(graceMs) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, graceMs);
      });
      await Promise.race([Promise.all(pending.values()), late]);
      clearTimeout(timer);
      isOver = true;
      return pending.size;
    },
  };
}
