import os from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { keepCompiled } from '../../src/io/cache/compile-cache.js';
import { defaultThreads } from '../../src/io/threads/default-threads.js';
import { openChannel } from '../../src/pipeline/deliveries/open-channel.ts';
import { freeStartMemory } from '../../src/process/free-start-memory.ts';
import { giveBackMemory } from '../../src/process/give-back-memory.ts';
import { addFeeds } from '../../src/io/store/feeds/feeds.ts';
import { countStatements } from '../../test/support/count-statements.ts';
import { runPipeline } from '../../test/support/run-pipeline.ts';

// A process with all workers, as `npm start` runs them.
const [databaseUrl = '', redisUrl = '', hook = '', threads = '', ...feeds] = process.argv.slice(2);
const delay = monitorEventLoopDelay({ resolution: 5 });
const statements = countStatements();
const running = await runPipeline({
  databaseUrl,
  redisUrl: redisUrl || undefined,
  channels: [openChannel({ kind: 'webhook', name: 'hook', url: hook, timeoutSeconds: 30 })],
  concurrency: { feeds: 16, articles: 32, deliveries: 8 },
  threads: Number(threads) || defaultThreads(os.availableParallelism()),
});
// As a service does.
keepCompiled();
freeStartMemory();
await giveBackMemory();
process.on('message', (message) => {
  if (message === 'go') {
    delay.enable();
    void addFeeds(
      running.pipeline.db,
      feeds.map((url) => ({
        url,
        outlet: new URL(url).pathname,
        origin: 'cli' as const,
        backfillAgeSeconds: 0,
      })),
    );
  } else {
    process.send?.({
      rss: process.memoryUsage.rss() / 2 ** 20,
      peak: process.resourceUsage().maxRSS / 1_024,
      delay: delay.percentile(99) / 1e6 - 5,
      statements,
    });
  }
});
process.send?.('ready');
