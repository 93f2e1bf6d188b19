import { countStatements } from '../../test/support/count-statements.ts';
import { runPipeline } from '../../test/support/run-pipeline.ts';

// A process that only polls feeds, with the default limits and concurrency.
const [databaseUrl = '', redisUrl = '', spacing = '1', concurrency = '16'] = process.argv.slice(2);
const statements = countStatements();
process.on('message', async (message) => {
  if (message === 'go') {
    await runPipeline({
      databaseUrl,
      redisUrl: redisUrl || undefined,
      channels: [],
      roles: ['feeds'],
      concurrency: Number(concurrency),
      settings: {
        perHost: { concurrency: 2, spacing: Number(spacing) },
        // A slow machine polls the last feed long after the first. None may be due again before that.
        minInterval: 86_400,
        maxInterval: 86_400,
      },
    });
  } else {
    process.send?.({
      rss: process.memoryUsage.rss() / 2 ** 20,
      peak: process.resourceUsage().maxRSS / 1_024,
      statements,
    });
  }
});
process.send?.('ready');
