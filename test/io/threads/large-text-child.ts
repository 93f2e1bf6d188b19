import { createThreadPool } from '../../../src/io/threads/thread-pool.ts';

// Prints how many bytes the large old objects of a thread have after each of some tasks.
const pool = createThreadPool<{ nth: number }, { large: number }>({
  entry: new URL('./large-text-entry.ts', import.meta.url),
  deadlineMs: 20_000,
});
const sizes: number[] = [];
for (let nth = 0; nth < 40; nth += 1) sizes.push((await pool.run({ nth })).large);
console.log(JSON.stringify(sizes));
await pool.close();
