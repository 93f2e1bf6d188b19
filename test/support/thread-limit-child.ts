import { createInterface } from 'node:readline';
import { isInfrastructureError } from '../../src/pipeline/infrastructure-error.ts';
import { createThreadPool } from '../../src/io/threads/thread-pool.ts';

// Runs a task on a pool of one thread for each line of standard input, and prints what came of it.
const pool = createThreadPool<{ kind: 'echo'; value: string }, { value: string }>({
  entry: new URL('../io/threads/hostile-entry.ts', import.meta.url),
  deadlineMs: 20_000,
});
console.log('ready');
for await (const value of createInterface({ input: process.stdin })) {
  const outcome = await pool.run({ kind: 'echo', value }).then(
    (result) => result.value,
    (error: Error) =>
      `${error.name}, ${isInfrastructureError(error) ? 'ours' : 'the task’s'}: ${error.message}`,
  );
  console.log(outcome);
}
await pool.close();
