import { Client } from 'pg';
import type { SentStatement } from '../../test/support/count-statements.ts';

/** How a statement finds its rows. */
export interface Plan {
  readonly text: string;
  /** Nodes that read a table, as `Index Scan articles`. */
  readonly reads: readonly string[];
  /** Those that read the whole of a large table. */
  readonly whole: readonly string[];
  /** PostgreSQL's estimate. */
  readonly cost: number;
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Total Cost': number;
  readonly Plans?: readonly PlanNode[];
}

/** Reading a table of fewer rows whole is no fault. */
const SMALL = 10_000;

/** The plans of the statements, each with its values and, as prepared statements get it after some calls, without. */
export async function plansOf(url: string, statements: readonly SentStatement[]): Promise<Plan[]> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ name: string; rows: string }>(
      `SELECT relname AS name, reltuples AS rows FROM pg_class WHERE relkind = 'r'`,
    );
    const small = new Set(rows.filter((one) => Number(one.rows) < SMALL).map(({ name }) => name));
    const found: Plan[] = [];
    for (const { text, values } of different(statements)) {
      const own = await admin.query(`EXPLAIN (FORMAT JSON) ${text}`, [...values]);
      const once = await admin.query(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`);
      for (const { rows: answer } of [own, once]) {
        const [{ Plan: root }] = answer[0]['QUERY PLAN'] as [{ Plan: PlanNode }];
        found.push(planOf(text, root, small));
      }
    }
    return found;
  } finally {
    await admin.end();
  }
}

function different(statements: readonly SentStatement[]): SentStatement[] {
  const readable = statements.filter(({ text }) => /^\s*(?:select|insert|update|delete|with)/i.test(text));
  return [...new Map(readable.map((one) => [one.text, one])).values()];
}

function planOf(text: string, root: PlanNode, small: ReadonlySet<string>): Plan {
  const reads: string[] = [];
  const whole: string[] = [];
  const visit = (node: PlanNode) => {
    const { 'Node Type': type, 'Relation Name': table, 'Index Name': index } = node;
    if (type.endsWith('Scan') && (table ?? index) !== undefined) reads.push(`${type} ${index ?? table}`);
    if (type === 'Seq Scan' && table !== undefined && !small.has(table)) whole.push(table);
    for (const one of node.Plans ?? []) visit(one);
  };
  visit(root);
  return { text, reads, whole, cost: root['Total Cost'] };
}
