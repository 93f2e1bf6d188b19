import { readFileSync } from 'node:fs';

/** The memory that a process has in RAM, in MB; 0 once it has ended. */
export function residentMb(pid: number): number {
  try {
    const [, kB] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kB ?? 0) / 1_024);
  } catch {
    return 0;
  }
}
