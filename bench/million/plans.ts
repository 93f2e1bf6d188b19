import { Client } from 'pg';
import type { SentStatement } from '../../test/support/count-statements.ts';
import { plansOf, type StatementPlan } from '../../test/support/statement-plans.ts';

/** Reading a table of fewer rows whole is no fault. */
const SMALL = 10_000;

/** The plans of the statements; in `whole` and `inOrder` only large tables. Each statement is planned with its values and without. */
export async function plansOver(url: string, statements: readonly SentStatement[]): Promise<StatementPlan[]> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ name: string; rows: string }>(
      `SELECT relname AS name, reltuples AS rows FROM pg_class WHERE relkind = 'r'`,
    );
    const small = new Set(rows.filter((one) => Number(one.rows) < SMALL).map(({ name }) => name));
    const found: StatementPlan[] = [];
    for (const statement of different(statements))
      for (const plan of await plansOf(admin, statement))
        found.push({
          ...plan,
          whole: plan.whole.filter((table) => !small.has(table)),
          inOrder: plan.inOrder.filter((table) => !small.has(table)),
        });
    return found;
  } finally {
    await admin.end();
  }
}

function different(statements: readonly SentStatement[]): SentStatement[] {
  const readable = statements.filter(({ text }) => /^\s*(?:select|insert|update|delete|with)/i.test(text));
  return [...new Map(readable.map((one) => [one.text, one])).values()];
}
