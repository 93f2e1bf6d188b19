import { openChannel } from '../../src/pipeline/deliveries/open-channel.ts';
import { fastClock } from './deliver-clock.ts';
import { runPipeline } from './run-pipeline.ts';
import { waitForGo } from './wait-for-go.ts';

// Run as the leader of a process group that only delivers and that a test kills.
const [databaseUrl = '', redisUrl = '', hook = '', epoch = '', factor = '', concurrency = '', notes = ''] =
  process.argv.slice(2);
await waitForGo();
await runPipeline({
  databaseUrl,
  redisUrl: redisUrl || undefined,
  channels: [openChannel({ kind: 'webhook', timeoutSeconds: 2, name: 'hook', url: hook })],
  // Three seconds of the real time that a killed worker's queue lock has.
  settings: { lease: 3 * Number(factor) },
  lockMs: 2_000,
  concurrency: Number(concurrency),
  ...(notes === '' ? {} : { sentNotes: notes }),
  roles: ['deliveries'],
  now: fastClock(Number(epoch), Number(factor)),
});
process.send?.('working');
