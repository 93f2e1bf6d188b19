import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../src/io/store/postgres/embedded-postgres.ts';
import { createDocumentReader } from '../src/pipeline/threads/document-reader.ts';
import { removeDatabase } from '../test/support/remove-database.ts';
import { HABITS } from '../test/world/habits.ts';
import { eachOf, isAsItShould, watchOutlet } from '../test/world/watch-outlet.ts';

// Simulates outlets on loopback, each with a habit, over a fortnight, and checks which alerts were sent. Prints the
// table of docs/feeds.md. Several outlets run at once, each with a database of its own.
const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '14' },
    only: { type: 'string', default: '' },
    together: { type: 'string', default: '3' },
  },
});
const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-world-'));
const postgres = await startEmbeddedPostgres({
  directory: path.join(directory, 'postgres'),
  settings: { fsync: 'off', synchronous_commit: 'off' },
});
const reader = createDocumentReader({
  threads: 1,
  topics: 'config/topics',
  entities: 'config/entities.yaml',
});
let isWell = true;
try {
  console.log('| outlet’s habit | reports | told once | twice | old | what `feeds list` and `doctor` say |');
  console.log('|---|---|---|---|---|---|');
  const habits = HABITS.filter(({ name }) => name.includes(values.only));
  const rows = new Map<string, string>();
  let printed = 0;
  await eachOf(habits, Number(values.together), async (habit) => {
    const seen = await watchOutlet(habit, { server: postgres.url, reader, days: Number(values.days) });
    const says = seen.says === '' ? '—' : seen.says.replaceAll(/:\d{4,5}\b/g, '');
    rows.set(
      habit.name,
      `| ${[seen.habit, seen.reports, seen.once, seen.twice, seen.old, says].join(' | ')} |`,
    );
    const isRight = isAsItShould(seen, habit);
    if (!isRight) console.error(JSON.stringify(seen));
    isWell &&= isRight;
    // In the table's order, each as soon as those before it are done.
    for (let row; (row = rows.get(habits[printed]?.name ?? '')) !== undefined; printed++) console.log(row);
  });
} finally {
  await reader.close();
  await postgres.close();
  await removeDatabase(path.join(directory, 'postgres'));
}
if (!isWell) process.exitCode = 1;
