import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { WatchedWorld, WorldOptions } from '../../test/world/live/watched-world.ts';

/** A night: one run of the service in which one fault happens. */
export interface Night {
  readonly name: string;
  /** The reason why it cannot be tested on this machine. */
  skip?(): string | undefined;
  /** Prepares what the service needs; `home` is the directory of this test. */
  prepare?(home: string, resources: AsyncDisposableStack): Promise<Prepared>;
  /**
   * Causes the fault while reports are published. It may say what was seen meanwhile.
   *
   * @throws AssertionError where the service did not do what it should
   */
  readonly fault: (world: WatchedWorld, prepared: Prepared) => Promise<Seen | void>;
}

/** What was seen during a fault, each with a name for the account. */
export type Seen = Readonly<Record<string, string | number>>;

export interface Prepared extends Partial<WorldOptions> {
  /** The part of the preparation that the fault needs. */
  readonly handle?: unknown;
}

export const seconds = (count: number) => pause(count * 1_000);

/** Stops processes for so many seconds. */
export async function stopFor(pids: readonly number[], count: number): Promise<void> {
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  await seconds(count);
  for (const pid of pids.toReversed()) process.kill(pid, 'SIGCONT');
}

/** Why small disks and other networks cannot be made here; undefined where they can. */
export function needsRoot(): string | undefined {
  return process.getuid?.() === 0 && process.platform === 'linux'
    ? undefined
    : 'disks are mounted and networks made by root on Linux only';
}

/** Mounts a disk in memory over a directory, until the test ends. */
export function mountSmallDisk(directory: string, options: string, resources: AsyncDisposableStack): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'chipwatch-chaos', directory]);
  resources.defer(() => void execFileSync('umount', ['-l', directory]));
}

/** Writes a file until its disk is full, in blocks of that size; what smaller blocks leave free is smaller. */
export function fillDisk(file: string, blockSize: string): void {
  try {
    execFileSync('dd', ['if=/dev/zero', `of=${file}`, `bs=${blockSize}`], { stdio: 'ignore' });
  } catch {
    // `dd` fails once the disk is full, as intended.
  }
}

/** A command that runs the service with file systems of its own, which a line of the shell mounts. */
export function inOwnMounts(line: string): readonly string[] {
  return ['unshare', '-m', 'sh', '-c', `${line}; exec "$@"`, 'sh'];
}
