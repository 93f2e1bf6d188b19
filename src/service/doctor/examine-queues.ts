import type { Queues } from '../../io/queue/queues.ts';
import type { Finding } from './finding.ts';
import { withTimeout } from '../with-timeout.ts';

/** Whether the queues answer. Without them everything waits. */
export async function examineQueues(
  queues: Pick<Queues, 'backend' | 'counts' | 'fault' | 'refusal'>,
): Promise<Finding> {
  const where = queues.backend === 'redis' ? 'Redis' : 'PostgreSQL';
  try {
    const counts = Object.entries(await withTimeout(queues.counts()));
    const each = counts.map(([name, count]) => `${name} ${count.waiting + count.active}`).join(', ');
    const fault = (await withTimeout(queues.refusal())) ?? (await withTimeout(queues.fault()));
    // The service goes on: the database knows what is due, and the sweep adds again what was lost.
    if (fault !== undefined) return { what: 'queues', state: 'bad', says: fault };
    return { what: 'queues', state: 'ok', says: `${where}; ${each} in hand or waiting` };
  } catch (error) {
    return queuesAway(queues.backend, `${where}: ${(error as Error).message}`);
  }
}

/** Says that the queues do not answer, and what to check. */
export function queuesAway(backend: Queues['backend'], says: string): Finding {
  const todo =
    backend === 'redis'
      ? 'check REDIS_URL and that Redis is up'
      : 'check the database, which holds the queues';
  return { what: 'queues', state: 'bad', says, todo };
}
