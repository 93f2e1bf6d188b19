import { once } from 'node:events';
import { openDatabase } from '../../src/io/store/database.ts';
import { restoreLines } from '../../src/io/store/backup/restore.ts';

// Restores the lines that it is sent, says when it has read them, and waits for the rest until it is killed.
const [url = ''] = process.argv.slice(2);
const [lines] = (await once(process, 'message')) as [string[]];
async function* unfinished() {
  yield* lines;
  process.send?.('read');
  await new Promise(() => {});
}
const db = openDatabase(url, { maxConnections: 2, work: 'long', onError: () => {} });
await restoreLines(db, unfinished());
