import type { Queues } from '../io/queue/queues.ts';
import type { Finding } from './doctor.ts';

/** Milliseconds that the queues have for an answer. */
const PATIENCE = 5_000;

/** Whether the queues answer. Without them everything waits. */
export async function examineQueues(queues: Pick<Queues, 'backend' | 'counts'>): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE / 1_000} s`)), PATIENCE);
  });
  const where = queues.backend === 'redis' ? 'Redis' : 'PostgreSQL';
  try {
    const counts = Object.entries(await Promise.race([queues.counts(), late]));
    const each = counts.map(([name, count]) => `${name} ${count.waiting + count.active}`).join(', ');
    return { what: 'queues', state: 'ok', says: `${where}; ${each} in hand or waiting` };
  } catch (error) {
    const todo = 'check REDIS_URL and that Redis is up';
    return { what: 'queues', state: 'bad', says: `${where}: ${(error as Error).message}`, todo };
  } finally {
    clearTimeout(timer);
  }
}
