import { count } from '../../core/messages/phrases.ts';
import type { Database } from '../../io/store/database.ts';
import { listProcesses } from '../../io/store/processes.ts';
import type { Finding } from './finding.ts';

/** After a change of the configuration, old and new processes may run at the same time for this long. Seconds. */
const CHANGEOVER = 600;

/** Whether all processes on this database have the same feeds, topics, routes and channels. */
export async function examineProcesses(db: Database, now: Date): Promise<Finding> {
  const running = await listProcesses(db, now);
  const kinds = Map.groupBy(running, ({ configuration }) => configuration);
  if (kinds.size <= 1)
    return {
      what: 'processes',
      state: 'ok',
      says: `${count(running.length, 'process')} running`,
    };
  const first = [...kinds.values()].map(([one]) => one!);
  const latest = Math.max(...first.map(({ startedAt }) => startedAt.getTime()));
  return {
    what: 'processes',
    state: now.getTime() - latest > CHANGEOVER * 1_000 ? 'bad' : 'note',
    says: `they have different feeds, topics, routes or channels: ${first.map(({ id, file }) => `${id} (${file})`).join(', ')}`,
    todo: 'restart those with the older configuration, or give each configuration a database of its own (DATABASE_URL, database.directory)',
  };
}
