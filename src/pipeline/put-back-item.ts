import { finishItem, giveBackItem, type ItemWithFeed, postponeItem } from '../io/store/item-attempts.ts';
import type { Pipeline } from './context.ts';
import type { PageOutcome } from './fetch-page.ts';
import { owedWrites } from './owed-writes.ts';

/** After so many failed tries the feed's own words have to do. With the delays below that is 43 minutes. */
const TRIES = 9;
/**
 * The first failure is mostly a moment's: the item is soon tried again, then twice as late each time, so that it does not
 * wait longer after a network that was away than the network was.
 */
const FIRST_DELAY_SECONDS = 10;
const GROWTH = 2;
/** The host's turn for us may be far away: it is asked again after this. Milliseconds. */
const LONGEST_BUSY = 3_600_000;
/** After an error of our own. Milliseconds, to twice as many. */
const OWN_FAULT_DELAY = 15_000;
/** Until a suspect may have its turn. Milliseconds, to twice as many. */
const SUSPECT_DELAY = 2_000;

/** An error of ours costs the item nothing. That is written as soon as the database takes it. */
export function putItemBack(
  pipeline: Pipeline,
  item: ItemWithFeed,
  error: unknown,
  isStopping: boolean,
): void {
  const now = pipeline.now();
  const reason = error instanceof Error ? error.message : String(error);
  const delay = isStopping ? 0 : OWN_FAULT_DELAY * (1 + pipeline.random());
  const until = new Date(now.getTime() + delay);
  const log = pipeline.log.child({ item: item.id, url: item.url });
  if (!isStopping)
    log.warn({ event: 'item.own-fault', until, reason }, 'an error of our own; it costs the item no try');
  const outcome = isStopping ? 'the service was stopped' : `an error of our own: ${reason}`;
  void owedWrites(pipeline.db).write(`item ${item.id}`, log, () =>
    giveBackItem(pipeline.db, item.id, until, outcome),
  );
}

/** A process died while it was read, perhaps of another item: until that one is found they are tried one at a time. */
export async function standBack(pipeline: Pipeline, item: ItemWithFeed): Promise<void> {
  const until = new Date(pipeline.now().getTime() + SUSPECT_DELAY * (1 + pipeline.random()));
  await giveBackItem(pipeline.db, item.id, until, 'a process died while it was read; it waits for its turn');
}

/** After an unexpected error the item waits, and is given up in the end: it must not come back every second. */
export async function setItemAside(pipeline: Pipeline, item: ItemWithFeed, error: unknown): Promise<void> {
  const outcome = `unexpected error: ${error instanceof Error ? error.message : String(error)}`;
  const log = pipeline.log.child({ item: item.id, url: item.url });
  const write = async () => {
    if (item.attempts + 1 >= TRIES) await giveUp(pipeline, item, outcome);
    else await postponeItem(pipeline.db, item.id, retryAt(pipeline, item), outcome, true);
  };
  log.error({ event: 'item.error', err: error }, 'unexpected error while an item was read');
  await owedWrites(pipeline.db).write(`item ${item.id}`, log, write);
}

export async function giveUp(pipeline: Pipeline, item: ItemWithFeed, outcome: string): Promise<void> {
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

/** The outcome of an earlier try that was refused so; another failure is none. */
const ASKED_FOR_REST = /answered (?:429|503)\b/;

/** Puts the item back where its page may be had later. After the last try it has to do without. */
export async function comesLater(
  pipeline: Pipeline,
  item: ItemWithFeed,
  outcome: PageOutcome,
): Promise<boolean> {
  if (outcome.status === 'busy') {
    const at = Math.min(outcome.at.getTime(), pipeline.now().getTime() + LONGEST_BUSY);
    await postponeItem(pipeline.db, item.id, new Date(at), 'the host is busy', false);
    return true;
  }
  if (outcome.status !== 'failed' || item.attempts + 1 >= TRIES) return false;
  // After a second refusal by the host we stop asking: the story cannot wait for it.
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
