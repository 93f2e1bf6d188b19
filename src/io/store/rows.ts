import { type RawBuilder, sql } from 'kysely';
import { toJson } from './clean-values.ts';

/** Columns by name, each with its type in SQL. */
export type Columns = Readonly<Record<string, string>>;

/**
 * Rows as a table in SQL. One parameter carries all rows as JSON, so the statement's text is the same for any number.
 * Instants, lists and JSON need no conversion.
 *
 * The limit is only there for the planner. Without it the server expects a hundred rows, and reads the whole of a table
 * with some thousand rows for a few of them. With a limit that it does not know it expects ten. If it knew the number, it
 * would plan each call anew.
 */
export function rowsOf(columns: Columns, rows: readonly object[], name: string): RawBuilder<unknown> {
  const table = sql.raw(typed(columns, name));
  return sql`(SELECT * FROM json_to_recordset(${toJson(rows)}::json) AS ${table} LIMIT (SELECT ${rows.length}::bigint)) AS ${sql.raw(name)}`;
}

/** The same for a statement with a fixed text: `$1` carries the rows as `toJson` writes them, `$2` their number. */
export function rowsOfFirst(columns: Columns, name: string): string {
  return `(SELECT * FROM json_to_recordset($1::json) AS ${typed(columns, name)} LIMIT (SELECT $2::bigint)) AS ${name}`;
}

function typed(columns: Columns, name: string): string {
  const types = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
  return `${name} (${types.join(', ')})`;
}

/** The column names, each with `before` in front. */
export function namesOf(columns: Columns, before = ''): RawBuilder<unknown> {
  return sql.raw(
    Object.keys(columns)
      .map((column) => before + column)
      .join(', '),
  );
}

/** `a = name.a, b = name.b`. */
export function assignments(columns: Columns, name: string): RawBuilder<unknown> {
  return sql.raw(
    Object.keys(columns)
      .map((column) => `${column} = ${name}.${column}`)
      .join(', '),
  );
}

/**
 * A condition that is always true and has a side effect: the commit of its transaction does not wait for the disk. If
 * the machine dies within the next half second the commit is lost. Only for what is then merely repeated, such as a
 * poll or a request's slot.
 */
export const NOT_FLUSHED_TEXT = `set_config('synchronous_commit', 'off', true) = 'off'`;
export const NOT_FLUSHED = sql.raw<boolean>(NOT_FLUSHED_TEXT);
