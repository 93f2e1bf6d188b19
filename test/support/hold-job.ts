import { openQueueBackend } from '../../src/io/queue/backend.ts';
import { openQueues } from '../../src/io/queue/queues.ts';

// Run as a child process that a test kills: takes one job in hand and never ends it.
const [databaseUrl = '', redisPrefix = '', redisUrl = ''] = process.argv.slice(2);
const backend = await openQueueBackend({
  databaseUrl,
  redisPrefix,
  redisUrl: redisUrl || undefined,
  onError: () => {},
});
const queues = openQueues(backend, { lockMs: 1_000, onError: () => {}, onFailed: () => {} });
queues.work('articles', (job) => {
  process.send?.(job.payload.itemId);
  return new Promise<void>(() => {});
});
