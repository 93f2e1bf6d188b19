import { openChannel } from '../../src/pipeline/deliveries/open-channel.ts';
import { countStatements } from '../../test/support/count-statements.ts';
import { runPipeline } from '../../test/support/run-pipeline.ts';

// A process that only delivers.
const [databaseUrl = '', redisUrl = '', hook = '', sentNotes = ''] = process.argv.slice(2);
const statements = countStatements();
process.on('message', () => process.send?.(statements));
await runPipeline({
  databaseUrl,
  redisUrl: redisUrl || undefined,
  channels: [openChannel({ kind: 'webhook', name: 'hook', url: hook, timeoutSeconds: 30 })],
  sentNotes,
  roles: ['deliveries'],
});
