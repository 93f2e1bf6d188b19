import { openChannel } from '../../src/pipeline/deliveries/open-channel.ts';
import { runPipeline } from './run-pipeline.ts';
import { waitForGo } from './wait-for-go.ts';

// Run as the leader of a process group that a test kills.
await waitForGo();
const [databaseUrl = '', redisUrl = '', hook = ''] = process.argv.slice(2);
await runPipeline({
  databaseUrl,
  redisUrl: redisUrl || undefined,
  channels: [openChannel({ kind: 'webhook', timeoutSeconds: 5, name: 'hook', url: hook })],
  settings: { lease: 3 },
  lockMs: 2_000,
  concurrency: 4,
});
