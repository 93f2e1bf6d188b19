import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/io/store/postgres/embedded-postgres.ts';
import { closedPort } from './listening.ts';

/** A PostgreSQL that answers "not accepting connections yet", as one that reads its log again after a power cut. */
export interface StartingPostgres {
  readonly url: string;
  /** Settles when the server takes connections. */
  readonly started: Promise<EmbeddedPostgres>;
  /** Lets it take connections from now on. */
  finish(): Promise<void>;
}

/** @param directory of an embedded database, which may be new */
export async function startingPostgres(directory: string): Promise<StartingPostgres> {
  const first = await startEmbeddedPostgres({ directory });
  const { url } = first;
  const cluster = path.join(first.directory, 'cluster');
  await first.close();
  // A standby that serves no queries refuses connections until it is promoted.
  await writeFile(path.join(cluster, 'standby.signal'), '');
  const port = String(await closedPort());
  const isAsked = Promise.withResolvers<void>();
  const started = startEmbeddedPostgres({
    directory,
    settings: { hot_standby: 'off', port },
    onStarting: isAsked.resolve,
  });
  await Promise.race([isAsked.promise, started]);
  return {
    url: Object.assign(new URL(url), { port }).href,
    started,
    async finish() {
      const [pid] = (await readFile(path.join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
      await writeFile(path.join(cluster, 'promote'), '');
      process.kill(Number(pid), 'SIGUSR1');
    },
  };
}
