import { createWebhookChannel } from '../../src/io/channels/webhook-channel.ts';
import { runPipeline } from '../../test/support/run-pipeline.ts';

// One process that only delivers.
const [databaseUrl = '', redisUrl = '', hook = ''] = process.argv.slice(2);
await runPipeline({
  databaseUrl,
  redisUrl: redisUrl || undefined,
  channels: [createWebhookChannel({ kind: 'webhook', name: 'hook', url: hook, timeoutSeconds: 30 })],
  roles: ['deliveries'],
});
