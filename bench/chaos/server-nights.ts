import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/io/store/postgres/embedded-postgres.ts';
import type { WatchedWorld } from '../../test/world/live/watched-world.ts';
import { type Night, type Prepared, seconds } from './night.ts';
import { postmasterOf } from './postgres-processes.ts';
import { marked } from './surrounding-nights.ts';

/** An outside server, and the file in which the service finds its address. */
interface OutsideServer {
  readonly server: EmbeddedPostgres;
  readonly directory: string;
  readonly file: string;
}

async function outsideServer(
  home: string,
  resources: AsyncDisposableStack,
  settings: Readonly<Record<string, string>> = {},
): Promise<Prepared & { readonly handle: OutsideServer }> {
  const directory = path.join(home, 'outside');
  const server = await startEmbeddedPostgres({ directory, settings });
  resources.defer(() => server.close());
  const file = path.join(home, 'database-url');
  await writeFile(file, server.url);
  return {
    databaseUrl: server.url,
    environment: { DATABASE_URL: '', DATABASE_URL_FILE: file },
    handle: { server, directory, file },
  };
}

async function doctorOf(world: WatchedWorld): Promise<string> {
  const { stdout, stderr } = await world.command('doctor');
  return stderr === '' ? marked(stdout) : stderr;
}

/** Faults of a server that an administrator runs: it moves, is restarted in several ways, or has a slow disk. */
export const serverNights: readonly Night[] = [
  {
    name: 'PostgreSQL is moved to another port for 70 seconds, and back',
    prepare: outsideServer,
    async fault(world, { handle }) {
      const { server, directory, file } = handle as OutsideServer;
      process.kill(postmasterOf(directory), 'SIGINT');
      await seconds(5);
      const moved = await startEmbeddedPostgres({ directory });
      // The address is known to the service later than the server is there.
      await seconds(20);
      const away = await doctorOf(world);
      await writeFile(file, moved.url);
      await seconds(50);
      const there = await doctorOf(world);
      process.kill(postmasterOf(directory), 'SIGINT');
      await seconds(5);
      await server.revive();
      await writeFile(file, server.url);
      return { 'doctor, before it knows': away, 'doctor, afterwards': there };
    },
  },
  {
    name: 'PostgreSQL is restarted ten times in 90 seconds, fast and immediately by turns',
    prepare: outsideServer,
    async fault(_, { handle }) {
      const { server, directory } = handle as OutsideServer;
      for (let restart = 0; restart < 10; restart += 1) {
        process.kill(postmasterOf(directory), restart % 2 === 0 ? 'SIGINT' : 'SIGQUIT');
        await seconds(3);
        await server.revive();
        await seconds(6);
      }
    },
  },
  {
    // As on a disk that is busy with something else: nothing fails, each flush of the write-ahead log takes a tenth of a second.
    name: 'each commit takes a tenth of a second',
    prepare: (home, resources) =>
      outsideServer(home, resources, { commit_delay: '100000', commit_siblings: '0' }),
    async fault(world) {
      await seconds(60);
      return { doctor: await doctorOf(world) };
    },
  },
];
