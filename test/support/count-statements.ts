import { Client } from 'pg';

export interface SentStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Runs work and returns the statements that this process sent to PostgreSQL meanwhile. */
export async function sentBy(work: () => Promise<unknown>): Promise<SentStatement[]> {
  const seen: SentStatement[] = [];
  const { query } = Client.prototype;
  Client.prototype.query = function kept(this: Client, ...args: unknown[]) {
    const [first, values] = args as [
      string | { readonly text?: string; readonly values?: unknown[] },
      unknown[]?,
    ];
    if (typeof first === 'string') seen.push({ text: first, values: values ?? [] });
    else seen.push({ text: first.text ?? '', values: first.values ?? values ?? [] });
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  try {
    await work();
  } finally {
    Client.prototype.query = query;
  }
  return seen;
}

/** The beginnings of these statements. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  return (await sentBy(work)).map(({ text }) => text.trim().slice(0, 60));
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
