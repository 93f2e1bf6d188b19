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
