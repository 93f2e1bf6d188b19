/** Names of the prepared statements of one pool. */
export interface StatementNames {
  /** The name under which a statement is prepared; undefined for an infrequent one. */
  of(text: string): string | undefined;
  /** Gives all statements new names, because what was prepared so far is out of date. */
  forget(): void;
}

/** A statement gets a name when it has occurred so often. Texts that are built for one call never do. */
const OFTEN = 3;
/** Each connection keeps every named statement, here and in the server. */
const MOST_NAMES = 250;
/** When so many texts are counted, counting starts again. */
const MOST_COUNTED = 1_000;

/** Starts without names. One instance serves all connections of a pool. */
export function createStatementNames(): StatementNames {
  let names = new Map<string, string>();
  const seen = new Map<string, number>();
  let given = 0;
  return {
    of(text) {
      const name = names.get(text);
      if (name !== undefined) return name;
      if (names.size >= MOST_NAMES) return undefined;
      const times = (seen.get(text) ?? 0) + 1;
      if (times < OFTEN) {
        if (seen.size >= MOST_COUNTED) seen.clear();
        seen.set(text, times);
        return undefined;
      }
      seen.delete(text);
      given += 1;
      names.set(text, `s${given}`);
      return names.get(text);
    },
    forget() {
      names = new Map();
    },
  };
}

/** Whether a prepared statement failed because the columns of a table have changed since. */
export function isOutdatedPlan(error: unknown): boolean {
  const { code, routine } = (error ?? {}) as { readonly code?: unknown; readonly routine?: unknown };
  return code === FEATURE_NOT_SUPPORTED && routine === 'RevalidateCachedQuery';
}

/** The SQLSTATE of that failure, and of others. */
const FEATURE_NOT_SUPPORTED = '0A000';
