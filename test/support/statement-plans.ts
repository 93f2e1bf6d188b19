import type { Client } from 'pg';
import type { SentStatement } from './count-statements.ts';

/** How a statement finds its rows. */
export interface StatementPlan {
  readonly text: string;
  /** How each table is read, as `Index Scan items_due`. */
  readonly reads: readonly string[];
  /** The tables that are read without an index. */
  readonly whole: readonly string[];
  /** Tables of which an index gives all rows in order, most of which may then be left out: no better than none. */
  readonly inOrder: readonly string[];
  /** PostgreSQL's estimate. */
  readonly cost: number;
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Filter?: string;
  readonly 'Total Cost': number;
  readonly Plans?: readonly PlanNode[];
}

/** The plan of a statement with its values, and the one that a prepared statement may get for all values. */
export async function plansOf(
  admin: Client,
  { text, values }: SentStatement,
): Promise<[own: StatementPlan, generic: StatementPlan]> {
  const own = await admin.query(`EXPLAIN (FORMAT JSON) ${text}`, [...values]);
  const generic = await admin.query(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`);
  return [planOf(text, own.rows), planOf(text, generic.rows)];
}

function planOf(text: string, [answer]: readonly Record<string, unknown>[]): StatementPlan {
  if (answer === undefined) throw new Error('PostgreSQL has given no plan');
  const [{ Plan: root }] = answer['QUERY PLAN'] as [{ Plan: PlanNode }];
  const reads: string[] = [];
  const whole: string[] = [];
  const inOrder: string[] = [];
  const visit = (node: PlanNode) => {
    const { 'Node Type': type, 'Relation Name': table, 'Index Name': index } = node;
    if (type.endsWith('Scan') && (table ?? index) !== undefined) reads.push(`${type} ${index ?? table}`);
    if (table !== undefined && type === 'Seq Scan') whole.push(table);
    if (table !== undefined && isForOrder(node)) inOrder.push(table);
    for (const one of node.Plans ?? []) visit(one);
  };
  visit(root);
  return { text, reads, whole, inOrder, cost: root['Total Cost'] };
}

function isForOrder({ 'Node Type': type, 'Index Cond': condition, Filter: filter }: PlanNode): boolean {
  return /^Index (?:Only )?Scan$/.test(type) && condition === undefined && filter !== undefined;
}
