import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

/** Makes Node write a diagnostic report into a directory when its process gets SIGUSR2. For `NODE_OPTIONS`. */
export function reportOptions(directory: string): string {
  return `--report-on-signal --report-directory=${directory} --report-exclude-network --report-exclude-env --report-compact`;
}

interface Report {
  readonly javascriptHeap: { readonly heapSpaces: Record<string, { readonly used: number }> };
  readonly workers?: readonly Report[];
}

/** The old objects of a process's threads in MB, those included that are garbage until the next collection. */
export interface OldObjects {
  readonly main: number;
  /** The sum over all other threads. */
  readonly threads: number;
}

/**
 * Asks a process that was started with `reportOptions` for its heaps.
 * @returns undefined where the process wrote no report within the time
 */
export async function oldObjectsOf(
  pid: number,
  directory: string,
  wait: () => Promise<unknown>,
): Promise<OldObjects | undefined> {
  process.kill(pid, 'SIGUSR2');
  await wait();
  const names = (await readdir(directory)).filter((name) => name.endsWith('.json'));
  const reports: Report[] = [];
  for (const name of names) {
    const file = path.join(directory, name);
    try {
      reports.push(JSON.parse(await readFile(file, 'utf8')) as Report);
    } catch {
      // Half written; it is left out.
    }
    await rm(file);
  }
  const report = reports.at(-1);
  if (report === undefined) return undefined;
  const threads = (report.workers ?? []).reduce((sum, worker) => sum + oldOf(worker), 0);
  return { main: oldOf(report), threads };
}

function oldOf({ javascriptHeap: { heapSpaces } }: Report): number {
  const bytes = Object.entries(heapSpaces)
    .filter(([name]) => !name.startsWith('new_'))
    .reduce((sum, [, { used }]) => sum + used, 0);
  return bytes / 1_048_576;
}
