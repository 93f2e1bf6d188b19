import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { openChannel } from '../../src/pipeline/open-channel.ts';
import { runPipeline } from './run-pipeline.ts';

// Run as the leader of a process group that a test kills at random moments. It waits for the word, so that the next one
// is ready when one is killed.
// It would be written at the exit, which never comes.
flushCompileCache();
// A test that was cut off kills nobody.
process.on('disconnect', () => process.exit());
process.send?.('ready');
await once(process, 'message');
const [databaseUrl = '', redisUrl = '', hook = ''] = process.argv.slice(2);
await runPipeline({
  databaseUrl,
  redisUrl: redisUrl || undefined,
  channels: [openChannel({ kind: 'webhook', timeoutSeconds: 5, name: 'hook', url: hook })],
  settings: { lease: 3 },
  lockMs: 2_000,
  concurrency: 4,
});
