import { type RawBuilder, sql } from 'kysely';
import { toJson } from './clean-values.ts';

/** Columns by name, each with its type in SQL. */
export type Columns = Readonly<Record<string, string>>;

/**
 * Rows as a table in SQL: one parameter and one text of the statement, however many rows there are. Instants, lists and
 * JSON stand in the rows as such.
 */
export function rowsOf(columns: Columns, rows: readonly object[], name: string): RawBuilder<unknown> {
  const types = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
  return sql`json_to_recordset(${toJson(rows)}::json) AS ${sql.raw(`${name} (${types.join(', ')})`)}`;
}

/** The names of the columns, with what stands before each. */
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
 * A condition that always holds. The statement's transaction does not wait for the disk then: a machine that dies within
 * the next half second forgets it. For what is only repeated in that case, such as a poll or a request's turn.
 */
export const NOT_FLUSHED = sql<boolean>`set_config('synchronous_commit', 'off', true) = 'off'`;
