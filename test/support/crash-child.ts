import { openChannel } from '../../src/pipeline/open-channel.ts';
import { runPipeline } from './run-pipeline.ts';

// Run as the leader of a process group that a test kills at random moments.
// A test that was cut off kills nobody.
process.on('disconnect', () => process.exit());
const [databaseUrl = '', redisUrl = '', hook = ''] = process.argv.slice(2);
await runPipeline({
  databaseUrl,
  redisUrl: redisUrl || undefined,
  channels: [openChannel({ kind: 'webhook', timeoutSeconds: 5, name: 'hook', url: hook })],
  settings: { lease: 3 },
  lockMs: 2_000,
  concurrency: 4,
});
