import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../src/io/store/database.ts';
import { migrate } from '../src/io/store/migrate.ts';
import { benchServers } from './support/bench-servers.ts';

// Measures the CPU that commands take from start to end, compared with Node alone: the median of several rounds, in
// which all take turns. Needs Linux, which counts the CPU of ended children in steps of 10 ms.
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });

const CLI = path.resolve('src/cli/chipwatch.js');
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'node -e 0': ['-e', '0'],
  'chipwatch --version': [CLI, '--version'],
  'chipwatch --help': [CLI, '--help'],
  'chipwatch feeds list': [CLI, 'feeds', 'list'],
  'chipwatch items list': [CLI, 'items', 'list'],
  'chipwatch alerts': [CLI, 'alerts'],
  'chipwatch stories list': [CLI, 'stories', 'list'],
  'chipwatch deliveries list': [CLI, 'deliveries', 'list'],
  'chipwatch silences list': [CLI, 'silences', 'list'],
};

await using server = await benchServers({ redis: false });
const db = openDatabase(server.url, { maxConnections: 1, onError: () => {} });
await migrate(db);
await db.destroy();

/** Seconds of CPU. */
function cpuOf(args: readonly string[]): number {
  const before = childrenCpu();
  const { status, stderr } = spawnSync(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: server.url },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return Number((childrenCpu() - before).toFixed(2));
}

function childrenCpu(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  // The name of the program, in brackets, may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

const found = new Map<string, number[]>();
// The first round fills the compile cache.
for (let round = 0; round <= Number(values.rounds); round += 1)
  for (const [name, args] of Object.entries(COMMANDS)) {
    const seconds = cpuOf(args);
    if (round > 0) found.set(name, [...(found.get(name) ?? []), seconds]);
  }

const medians = [...found].map(
  ([name, all]) => [name, all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0] as const,
);
const [, bare] = medians[0]!;
console.log(`${os.availableParallelism()} cores, Node ${process.version}, median of ${values.rounds}`);
console.table(
  Object.fromEntries(
    medians.map(([name, cpu]) => [name, { 'CPU s': cpu, 'of node -e 0': Number((cpu / bare).toFixed(1)) }]),
  ),
);
