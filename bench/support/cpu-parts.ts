import type { ChildProcess } from 'node:child_process';
import type { BenchServers } from './bench-servers.ts';
import { cpuOfFamily, cpuOfThreads, type ThreadTimes } from './cpu-seconds.ts';

/** CPU seconds of each part of a benchmark. */
export interface CpuParts extends ThreadTimes {
  readonly postgres: number;
  readonly redis: number;
  /** The outlet or receiver. */
  readonly outside: number;
}

/** CPU seconds so far of all that takes part; `threads` and `engine` are those of the services. */
export function cpuParts(
  services: readonly ChildProcess[],
  server: Pick<BenchServers, 'cpu'>,
  outside: ChildProcess | undefined,
): CpuParts {
  const times = services.map(({ pid = 0 }) => cpuOfThreads(pid));
  const sum = (of: (time: ThreadTimes) => number) => times.reduce((so, time) => so + of(time), 0);
  const { postgres, redis } = server.cpu();
  const other = outside === undefined ? 0 : cpuOfFamily(outside.pid ?? 0);
  return {
    all: sum((time) => time.all) + postgres + redis + other,
    postgres,
    redis,
    main: sum((time) => time.main),
    threads: sum((time) => time.threads),
    engine: sum((time) => time.engine),
    outside: other,
  };
}

/** Milliseconds of CPU for each of so many tasks. */
export function cpuForEach(before: CpuParts, now: CpuParts, count: number): CpuParts {
  const each = (part: keyof CpuParts) => ((now[part] - before[part]) * 1_000) / count;
  return Object.fromEntries(
    Object.keys(now).map((part) => [part, each(part as keyof CpuParts)]),
  ) as unknown as CpuParts;
}

/** `all 12.8, postgres 2.6, …` */
export function cpuInWords(parts: CpuParts): string {
  return Object.entries(parts)
    .map(([part, ms]) => `${part} ${(ms as number).toFixed(2)}`)
    .join(', ');
}
