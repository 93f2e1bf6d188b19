import { startEmbeddedPostgres } from '../../src/io/store/postgres/embedded-postgres.ts';

// Run as a child process that a test kills: holds the server until then.
const server = await startEmbeddedPostgres({ directory: process.argv[2] as string });
process.send?.(server.url);
setInterval(() => {}, 1_000);
