import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { openChannel } from '../../src/pipeline/open-channel.ts';
import { fastClock } from './deliver-clock.ts';
import { runPipeline } from './run-pipeline.ts';

// Run as the leader of a process group that only delivers and that a test kills at random moments. It waits for the
// word, so that the next one is ready when one is killed.
const [databaseUrl = '', redisUrl = '', hook = '', epoch = '', factor = '', concurrency = ''] =
  process.argv.slice(2);
// It would be written at the exit, which never comes.
flushCompileCache();
// A test that was cut off kills nobody.
process.on('disconnect', () => process.exit());
process.send?.('ready');
await once(process, 'message');
await runPipeline({
  databaseUrl,
  redisUrl: redisUrl || undefined,
  channels: [openChannel({ kind: 'webhook', timeoutSeconds: 2, name: 'hook', url: hook })],
  // Three seconds of the real time that a killed worker's queue lock has.
  settings: { lease: 3 * Number(factor) },
  lockMs: 2_000,
  concurrency: Number(concurrency),
  roles: ['deliveries'],
  now: fastClock(Number(epoch), Number(factor)),
});
process.send?.('working');
