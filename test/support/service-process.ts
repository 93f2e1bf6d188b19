import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { removeDatabase } from './remove-database.ts';

export interface ServiceProcess extends AsyncDisposable {
  readonly child: ChildProcess;
  /** What was printed so far. */
  readonly output: { stdout: string; stderr: string };
  /** Waits until standard output or error matches. */
  seen(stream: 'stdout' | 'stderr', pattern: RegExp, timeoutMs?: number): Promise<string>;
  /** Sends a signal and waits for the end. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
  /** Waits for the end. */
  readonly ended: Promise<number | null>;
}

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A configuration that watches the sample outlet alone, in a directory of its own. */
export async function sampleConfig(
  extra = '',
): Promise<{ directory: string; file: string } & AsyncDisposable> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-service-'));
  const file = path.join(directory, 'chipwatch.yaml');
  await writeFile(
    file,
    `sample: ${ROOT}/fixtures/sites/sample-outlet
topics: ${ROOT}/config/topics
entities: ${ROOT}/config/entities.yaml
database: { directory: ${directory}/postgres }
web: { port: 0 }
channels:
  - { name: terminal, kind: console }
routes:
  - { name: everything, channels: [terminal] }
${extra}`,
  );
  return {
    directory,
    file,
    async [Symbol.asyncDispose]() {
      await removeDatabase(path.join(directory, 'postgres'));
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/**
 * Starts one of `workers/` as `npm start` does.
 *
 * @param through a command that replaces itself by the service, whose command line it is given as its last arguments
 */
export function startService(
  worker: string,
  environment: Record<string, string>,
  root = ROOT,
  through: readonly string[] = [],
): ServiceProcess {
  const [command = '', ...words] = [...through, process.execPath, path.join('workers', `${worker}.ts`)];
  const child = spawn(command, words, {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', HOME: os.tmpdir(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  // A process that a signal has ended has no exit code.
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return {
    child,
    output,
    ended,
    async seen(stream, pattern, timeoutMs = 60_000) {
      const until = Date.now() + timeoutMs;
      for (;;) {
        const found = pattern.exec(output[stream]);
        if (found !== null) return found[0];
        if (Date.now() > until || hasEnded())
          throw new Error(
            `${pattern} was not printed\n--- stdout\n${output.stdout}\n--- stderr\n${output.stderr}`,
          );
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async stop(signal) {
      child.kill(signal);
      return ended;
    },
    async [Symbol.asyncDispose]() {
      if (!hasEnded()) child.kill('SIGKILL');
      await ended;
    },
  };
}
