import {
  finishItem,
  giveBackItem,
  type ItemWithFeed,
  postponeItem,
} from '../../io/store/items/item-attempts.ts';
import { NO_ANSWER } from '../../io/store/backup/recall-after-outage.ts';
import type { Pipeline } from '../context.ts';
import type { PageOutcome } from './fetch-page.ts';
import { mendNumbering } from '../mend-numbering.ts';
import { seemsOwnNetworkDown } from '../fetching/own-network.ts';
import { pendingWrites } from '../pending-writes.ts';

/**
 * After so many failed attempts the item is read from the text of its feed entry. With the delays below that is after
 * 43 minutes.
 */
const TRIES = 9;
/**
 * Most outages are short, so the item is tried again soon. Then the delay doubles each time, so that it is never longer
 * than the outage has lasted already.
 */
const FIRST_DELAY_SECONDS = 10;
const GROWTH = 2;
/** The longest wait for a busy host; it is asked again after this. Milliseconds. */
const LONGEST_BUSY = 3_600_000;
/** The delay after an error of our own, before jitter. Milliseconds. */
const INFRASTRUCTURE_ERROR_DELAY = 15_000;
/** The delay of a suspect item until it may be tried, before jitter. Milliseconds. */
const SUSPECT_DELAY = 2_000;

/**
 * Returns an item after an error of ours, without counting an attempt. Written as soon as the database accepts it.
 */
export function returnItem(
  pipeline: Pipeline,
  item: ItemWithFeed,
  error: unknown,
  isStopping: boolean,
): void {
  mendNumbering(pipeline, error);
  const now = pipeline.now();
  const reason = error instanceof Error ? error.message : String(error);
  const delay = isStopping ? 0 : INFRASTRUCTURE_ERROR_DELAY * (1 + pipeline.random());
  const until = new Date(now.getTime() + delay);
  const log = pipeline.log.child({ item: item.id, url: item.url });
  if (!isStopping)
    log.warn({ event: 'item.own-fault', until, reason }, 'an error of our own; it costs the item no try');
  const outcome = isStopping ? 'the service was stopped' : `an error of our own: ${reason}`;
  void pendingWrites(pipeline.db).write(`item ${item.id}`, log, () =>
    giveBackItem(pipeline.db, item.id, until, outcome),
  );
}

/**
 * A process died while reading it, perhaps because of another item. Until the cause is found, such items are read one
 * at a time.
 */
export async function deferSuspect(pipeline: Pipeline, item: ItemWithFeed): Promise<void> {
  const until = new Date(pipeline.now().getTime() + SUSPECT_DELAY * (1 + pipeline.random()));
  await giveBackItem(pipeline.db, item.id, until, 'a process died while it was read; it waits for its turn');
}

/**
 * After an unexpected error the item waits, and is given up in the end, so that it does not come back every second.
 */
export async function postponeAfterError(
  pipeline: Pipeline,
  item: ItemWithFeed,
  error: unknown,
): Promise<void> {
  const outcome = `unexpected error: ${error instanceof Error ? error.message : String(error)}`;
  const log = pipeline.log.child({ item: item.id, url: item.url });
  const write = async () => {
    if (item.attempts + 1 >= TRIES) await giveUp(pipeline, item, outcome);
    else await postponeItem(pipeline.db, item.id, retryAt(pipeline, item), outcome, true);
  };
  log.error({ event: 'item.error', err: error }, 'unexpected error while an item was read');
  await pendingWrites(pipeline.db).write(`item ${item.id}`, log, write);
}

/**
 * Processes died several times while this item was being read. If a service is killed a few times in a minute, that
 * happens to harmless items too, so the item is not given up at once. It rests, for longer each time, and is given up
 * after eight rests.
 *
 * @param deaths the deaths that stay counted: after one more the item rests again
 */
export async function restAfterCrashes(
  pipeline: Pipeline,
  item: ItemWithFeed,
  deaths: number,
): Promise<void> {
  const outcome = `reading it has ended the process ${deaths + 1} times`;
  if (item.attempts + 1 >= TRIES) return giveUp(pipeline, item, outcome);
  const until = retryAt(pipeline, item);
  await postponeItem(pipeline.db, item.id, until, outcome, true, deaths);
  pipeline.log.warn(
    { event: 'item.rests', item: item.id, url: item.url, until, reason: outcome },
    'item rests, because processes died while it was read',
  );
}

async function giveUp(pipeline: Pipeline, item: ItemWithFeed, outcome: string): Promise<void> {
  await finishItem(pipeline.db, item.id, { state: 'failed', outcome, now: pipeline.now() });
  pipeline.log.error(
    { event: 'item.failed', item: item.id, url: item.url, reason: outcome },
    'item given up; see: chipwatch items list --failed',
  );
}

function retryAt(pipeline: Pipeline, item: ItemWithFeed): Date {
  const delay = FIRST_DELAY_SECONDS * GROWTH ** item.attempts * (0.75 + pipeline.random() / 2);
  return new Date(pipeline.now().getTime() + delay * 1_000);
}

/** The outcome of an earlier attempt for which the host asked for a pause. */
const ASKED_FOR_REST = /answered (?:429|503)\b/;

/**
 * Postpones the item where its page may be available later. False after the last attempt: it is read without its
 * page.
 */
export async function postponeForPage(
  pipeline: Pipeline,
  item: ItemWithFeed,
  outcome: PageOutcome,
): Promise<boolean> {
  if (outcome.status === 'busy') {
    const at = Math.min(outcome.at.getTime(), pipeline.now().getTime() + LONGEST_BUSY);
    await postponeItem(pipeline.db, item.id, new Date(at), 'the host is busy', false);
    return true;
  }
  if (outcome.status !== 'failed') return false;
  if (item.attempts + 1 >= TRIES) return waitForNetwork(pipeline, item, outcome.reason);
  // After the host's second refusal we stop asking, because the story cannot wait.
  if (outcome.at !== undefined && item.attempts > 0 && ASKED_FOR_REST.test(item.outcome ?? '')) return false;
  const until = new Date(Math.max(retryAt(pipeline, item).getTime(), outcome.at?.getTime() ?? 0));
  await postponeItem(pipeline.db, item.id, until, outcome.reason, true);
  pipeline.log.warn(
    {
      event: 'page.failed',
      item: item.id,
      url: item.url,
      attempt: item.attempts + 1,
      until,
      reason: outcome.reason,
    },
    'page not fetched, will try again',
  );
  return true;
}

/**
 * Postpones an item after its last attempt while our own network is down: its page is as good as before. The end of the
 * outage recalls it (`noteNetworkBack`).
 */
async function waitForNetwork(pipeline: Pipeline, item: ItemWithFeed, reason: string): Promise<boolean> {
  if (!reason.startsWith(NO_ANSWER) || !(await seemsOwnNetworkDown(pipeline))) return false;
  await postponeItem(pipeline.db, item.id, retryAt(pipeline, item), reason, false);
  return true;
}
