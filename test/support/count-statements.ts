import { Client } from 'pg';

/** Runs work and returns the statements that this process sent to PostgreSQL meanwhile, as their texts begin. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const { query } = Client.prototype;
  Client.prototype.query = function counted(this: Client, ...args: unknown[]) {
    const [first] = args as [string | { readonly text?: string }];
    seen.push((typeof first === 'string' ? first : (first.text ?? '')).trim().slice(0, 60));
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  try {
    await work();
  } finally {
    Client.prototype.query = query;
  }
  return seen;
}

export interface StatementCounts {
  /** Of the steps of the pipeline. */
  steps: number;
  /** Of BullMQ, where it keeps its queues in PostgreSQL. */
  queue: number;
}

/** Counts the statements that this process sends from now on. */
export function countStatements(): StatementCounts {
  const counts = { steps: 0, queue: 0 };
  const { query } = Client.prototype;
  Client.prototype.query = function counted(this: Client, ...args: unknown[]) {
    const { application_name: name } = (
      this as unknown as { readonly connectionParameters: { readonly application_name?: string } }
    ).connectionParameters;
    counts[name === 'chipwatch queue' ? 'queue' : 'steps'] += 1;
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  return counts;
}
