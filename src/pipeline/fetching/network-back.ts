import { recallAfterOutage } from '../../io/store/backup/recall-after-outage.ts';
import { throttleReports } from '../../io/throttle-reports.ts';
import { perDatabase } from '../batch-tasks.ts';
import type { Pipeline } from '../context.ts';

/** The least time between two recalls of a process: a network that comes and goes must not have all polled each time. */
const RECALL_AGAIN = 20_000;

const recalling = perDatabase(() => throttleReports(RECALL_AGAIN));

/**
 * After a server answered again, the feeds and items that an outage of our own network delayed do not wait for the end
 * of their delays, which grow as long as the outage.
 */
export async function noteNetworkBack(pipeline: Pipeline): Promise<void> {
  let isDue = false;
  recalling(pipeline.db)('recall', () => {
    isDue = true;
  });
  if (!isDue) return;
  const recalled = await recallAfterOutage(pipeline.db, pipeline.now());
  pipeline.log.info({ event: 'network.back', ...recalled }, 'servers answer again: what waited is due now');
}
