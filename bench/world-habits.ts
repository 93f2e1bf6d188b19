import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../src/io/store/embedded-postgres.ts';
import { createReader } from '../src/pipeline/reader.ts';
import { removeDatabase } from '../test/support/remove-database.ts';
import { HABITS } from '../test/world/habits.ts';
import { isAsItShould, watchOutlet } from '../test/world/watch-outlet.ts';

// Outlets on loopback, each with a habit, over a simulated fortnight: who was told what. Prints docs/feeds.md's table.
const { values } = parseArgs({
  options: { days: { type: 'string', default: '14' }, only: { type: 'string', default: '' } },
});
const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-world-'));
const postgres = await startEmbeddedPostgres({
  directory: path.join(directory, 'postgres'),
  settings: { fsync: 'off', synchronous_commit: 'off' },
});
const reader = createReader({ threads: 1, topics: 'config/topics', entities: 'config/entities.yaml' });
let isWell = true;
try {
  console.log('| outlet’s habit | reports | told once | twice | old | what `feeds list` and `doctor` say |');
  console.log('|---|---|---|---|---|---|');
  for (const habit of HABITS.filter(({ name }) => name.includes(values.only))) {
    const seen = await watchOutlet(habit, { server: postgres.url, reader, days: Number(values.days) });
    const says = seen.says.replaceAll(/:\d{4,5}\b/g, '');
    console.log(`| ${[seen.habit, seen.reports, seen.once, seen.twice, seen.old, says].join(' | ')} |`);
    const isRight = isAsItShould(seen, habit);
    if (!isRight) console.error(JSON.stringify(seen));
    isWell &&= isRight;
  }
} finally {
  await reader.close();
  await postgres.close();
  await removeDatabase(path.join(directory, 'postgres'));
}
if (!isWell) process.exitCode = 1;
