import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The process id of the server of an embedded database's directory. */
export function postmasterOf(directory: string): number {
  let home = directory;
  try {
    home = /lives in (.+)$/m.exec(readFileSync(path.join(directory, 'MOVED.txt'), 'utf8'))?.[1] ?? directory;
  } catch {
    // The pid file is in the given directory.
  }
  return Number(readFileSync(path.join(home, 'cluster', 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
}

/** A process and all its descendants. */
export function familyOf(pid: number): number[] {
  // `ps` fails where there is none.
  const children = execFileSync('sh', ['-c', `ps -o pid= --ppid ${pid} || true`], { encoding: 'utf8' });
  return [
    pid,
    ...children
      .split('\n')
      .map(Number)
      .filter((one) => one > 0),
  ];
}
