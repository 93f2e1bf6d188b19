import { createHash } from 'node:crypto';
import os from 'node:os';
import type { Logger } from 'pino';
import type { Config } from '../config/load-config.ts';
import type { Database } from '../io/store/database.ts';
import type { NewFeed } from '../io/store/feeds/feeds.ts';
import { listProcesses, recordProcess, removeProcess, type RunningProcess } from '../io/store/processes.ts';

/** Milliseconds between two records of a process. */
const PULSE = 10_000;
/** How the ids of this machine's processes end. */
const ON_THIS_HOST = ` on ${os.hostname()}`;

/** This process, as it is recorded in the database. */
export function thisProcess(
  config: Pick<Config, 'file' | 'routes' | 'channels'>,
  feeds: readonly NewFeed[],
  topics: readonly string[],
  readsArticles: boolean,
): RunningProcess {
  const shared = {
    feeds: feeds.map(({ url }) => url).sort(),
    topics: [...topics].sort(),
    routes: config.routes,
    channels: config.channels.map(({ name, kind }) => [name, kind]),
  };
  return {
    id: `process ${process.pid}${ON_THIS_HOST}`,
    configuration: createHash('sha256').update(JSON.stringify(shared)).digest('hex').slice(0, 16),
    file: config.file,
    startedAt: new Date(),
    readsArticles,
  };
}

/** The processes that run on this database with other feeds, topics, routes or channels. */
export async function listStrangers(db: Database, own: RunningProcess, now: Date): Promise<RunningProcess[]> {
  return strangersAmong(await listProcesses(db, now), own);
}

function strangersAmong(running: readonly RunningProcess[], own: RunningProcess): RunningProcess[] {
  return running.filter(({ configuration }) => configuration !== own.configuration);
}

/**
 * Keeps this process recorded, and logs when others run with another configuration. Returns a function that ends the
 * record.
 * @param onReaders is told how many processes on this machine read articles, this one included if it does
 */
export function keepRecorded(
  db: Database,
  own: RunningProcess,
  log: Logger,
  onReaders: (count: number) => void = () => {},
): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let said = '';
  const look = async () => {
    const now = new Date();
    await recordProcess(db, own, now);
    const running = await listProcesses(db, now);
    onReaders(running.filter(({ id, readsArticles }) => readsArticles && id.endsWith(ON_THIS_HOST)).length);
    const found = strangersAmong(running, own)
      .map(({ id, file }) => `${id} (${file})`)
      .join(', ');
    if (found !== said && found !== '')
      log.warn(
        { event: 'service.other-configuration', others: found },
        'other processes use this database with other feeds, topics, routes or channels: give each configuration a database of its own',
      );
    said = found;
  };
  const again = async () => {
    // If the database is away, `watchDatabase` logs it.
    await look().catch(() => {});
    if (!isStopped) timer = setTimeout(again, PULSE);
  };
  let running = again();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await running;
    running = Promise.resolve();
    await removeProcess(db, own).catch(() => {});
  };
}
