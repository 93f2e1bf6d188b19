import type { BenchServers } from '../support/bench-servers.ts';

/** What some work cost. Milliseconds for each unit. */
export interface Cost {
  readonly wall: number;
  /** CPU of PostgreSQL. */
  readonly postgres: number;
  /** CPU of this process. */
  readonly process: number;
}

/** Does the work, which returns the number of its units. */
export async function measured(server: BenchServers, work: () => Promise<number>): Promise<Cost> {
  const [began, before, postgres] = [performance.now(), process.cpuUsage(), server.cpu().postgres];
  const units = await work();
  const { user, system } = process.cpuUsage(before);
  return {
    wall: (performance.now() - began) / units,
    postgres: ((server.cpu().postgres - postgres) * 1_000) / units,
    process: (user + system) / 1_000 / units,
  };
}

/** Calls `work` for each of the values, so many at a time. */
export async function inLines<T>(
  values: readonly T[],
  lines: number,
  work: (value: T) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: lines }, async () => {
      while (next < values.length) {
        next += 1;
        await work(values[next - 1] as T);
      }
    }),
  );
}
