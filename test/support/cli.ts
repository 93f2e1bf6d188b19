import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { stringify } from 'yaml';
import { CommandFailure } from '../../src/cli/failure.ts';
import { isUserError } from '../../src/service/error-kinds.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A database, a directory and a configuration of its own, on which commands run in this process. */
export interface TestCli extends AsyncDisposable {
  readonly db: TestDatabase['db'];
  readonly databaseUrl: string;
  readonly directory: string;
  /** The file of the configuration. */
  readonly config: string;
  run(...args: string[]): Promise<CliResult>;
  /** Runs a command with `--json` and returns what it printed. */
  json<T>(...args: string[]): Promise<T>;
}

const BASE = {
  topics: path.resolve('config/topics'),
  entities: path.resolve('config/entities.yaml'),
  http: { allowPrivateNetworks: true, perHost: { spacing: '0s' } },
  channels: [{ name: 'terminal', kind: 'console' }],
  routes: [{ name: 'everything', channels: ['terminal'] }],
};

/** @param commands builds the commands to test; the given configuration is merged into one with a console channel */
export async function testCli(
  commands: () => readonly Command[],
  configuration: Record<string, unknown> = {},
): Promise<TestCli> {
  const database = await testDatabase();
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-cli-'));
  const config = path.join(directory, 'chipwatch.yaml');
  await writeFile(config, stringify({ ...BASE, ...configuration }));

  async function run(...args: string[]): Promise<CliResult> {
    process.env['DATABASE_URL'] = database.url;
    const program = new Command('chipwatch').option('-c, --config <file>');
    for (const command of commands()) program.addCommand(command);
    quiet(program);
    return captured(() => program.parseAsync(['-c', config, ...args], { from: 'user' }));
  }

  return {
    db: database.db,
    databaseUrl: database.url,
    directory,
    config,
    run,
    async json<T>(...args: string[]) {
      const { stdout, stderr } = await run(...args, '--json');
      if (stdout === '') throw new Error(`nothing on standard output; on standard error: ${stderr}`);
      return JSON.parse(stdout) as T;
    },
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Makes commander throw instead of ending the test or printing past it. */
function quiet(command: Command): void {
  command.exitOverride();
  command.configureOutput({ writeErr: (text) => process.stderr.write(text) });
  for (const child of command.commands) quiet(child);
}

async function captured(work: () => Promise<unknown>): Promise<CliResult> {
  const written = { stdout: '', stderr: '' };
  const writers = { stdout: process.stdout.write, stderr: process.stderr.write };
  for (const name of ['stdout', 'stderr'] as const)
    process[name].write = ((text: string | Uint8Array, ...rest: unknown[]) => {
      written[name] += typeof text === 'string' ? text : new TextDecoder().decode(text);
      const done = rest.find((one) => typeof one === 'function') as (() => void) | undefined;
      done?.();
      return true;
    }) as typeof process.stdout.write;
  let code = 0;
  process.exitCode = 0;
  try {
    await work();
    code = Number(process.exitCode);
  } catch (error) {
    if (error instanceof CommanderError) code = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof CommandFailure) {
      code = error.exitCode;
      written.stderr += `${error.message}\n`;
    } else if (isUserError(error)) {
      code = 2;
      written.stderr += `${error.message}\n`;
    } else throw error;
  } finally {
    Object.assign(process.stdout, { write: writers.stdout });
    Object.assign(process.stderr, { write: writers.stderr });
    process.exitCode = 0;
  }
  return { code, ...written };
}
