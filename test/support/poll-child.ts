import { runPipeline } from './run-pipeline.ts';

// Run as a child process: a worker that only polls feeds, within limits for each host.
const [databaseUrl = '', redisUrl = '', concurrency = '1', spacing = '0'] = process.argv.slice(2);
await runPipeline({
  databaseUrl,
  redisUrl: redisUrl || undefined,
  channels: [],
  roles: ['feeds'],
  settings: { perHost: { concurrency: Number(concurrency), spacing: Number(spacing) } },
});
