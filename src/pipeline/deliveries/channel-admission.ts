import { isDeepStrictEqual } from 'node:util';
import { admit, afterOutcome, breakerSchema, CLOSED_BREAKER } from '../../core/alerts/circuit-breaker.ts';
import { pacingSchema, type Pace, pausePacing, takeSlot } from '../../core/alerts/pacing.ts';
import type { SendOutcome } from '../../io/channels/channel.ts';
import { type ChannelState, changeChannel, getChannels, setBreaker } from '../../io/store/channels.ts';
import type { Database } from '../../io/store/database.ts';
import type { Pipeline } from '../context.ts';
import { batchTasks, perDatabase } from '../batch-tasks.ts';

export type ChannelAdmission =
  | {
      readonly status: 'open';
      /** The channel had failed, and this message tests whether it works again. */
      readonly probe: boolean;
      /** The breaker has counted failures, which a success must reset. */
      readonly failed: boolean;
    }
  | { readonly status: 'wait'; readonly until: Date; readonly reason: string };

/** Asks the channel's circuit breaker and rate limiter, across all workers, whether one message may be sent now. */
export async function admitToChannel(
  pipeline: Pipeline,
  name: string,
  pace: Pace | undefined,
): Promise<ChannelAdmission> {
  const now = pipeline.now();
  if (pace === undefined) {
    const age = performance.now() - (seenWell(pipeline.db).get(name) ?? -Infinity);
    if (age < SEEN_WELL) {
      if (age > SEEN_WELL / 2) lookAhead(pipeline.db, name, now);
      return WELL;
    }
    // Without a limit or recorded failures no lock is needed, which would slow down all workers.
    const entry = await look(pipeline.db, name, now);
    if (entry.status === 'wait' || !entry.probe) return entry;
  }
  return changeChannel<ChannelAdmission>(pipeline.db, name, (row) => {
    const { entry, state } = decide(row, now, pace);
    return { state, result: entry };
  });
}

const WELL: ChannelAdmission = { status: 'open', probe: false, failed: false };

function decide(
  row: ChannelState,
  now: Date,
  pace: Pace | undefined,
): { entry: ChannelAdmission; state: ChannelState | undefined } {
  const breaker = breakerSchema.parse(row.breaker);
  const admission = admit(breaker, now);
  if (!admission.admitted)
    return {
      entry: {
        status: 'wait',
        until: admission.retryAt,
        reason: 'the channel rests after failures in a row',
      },
      state: undefined,
    };
  const slot = takeSlot(pacingSchema.parse(row.pacing), now, pace);
  if (!slot.granted)
    return {
      entry: { status: 'wait', until: slot.at, reason: 'the channel keeps to its pace' },
      state: undefined,
    };
  return {
    entry: { status: 'open', probe: admission.probe, failed: !isDeepStrictEqual(breaker, CLOSED_BREAKER) },
    state: { breaker: admission.breaker, pacing: slot.pacing },
  };
}

/**
 * For how long a process relies on having seen a channel without failures. A failure that another process has recorded
 * since then is noticed that much later. Milliseconds.
 */
const SEEN_WELL = 200;

/** When this process last saw that a channel had no failures, by its own clock. */
const seenWell = perDatabase((_db: Database) => new Map<string, number>());

/** The channels that are being looked at ahead. */
const lookedAt = perDatabase((_db: Database) => new Set<string>());

/** Looks at a channel while it still counts as seen, so that no delivery waits for that. */
function lookAhead(db: Database, name: string, now: Date): void {
  const names = lookedAt(db);
  if (names.has(name)) return;
  names.add(name);
  // If it fails, the next delivery looks itself.
  look(db, name, now)
    .catch(() => {})
    .finally(() => names.delete(name));
}

async function look(db: Database, name: string, now: Date): Promise<ChannelAdmission> {
  const since = performance.now();
  const { entry } = decide(await reading(db)(name), now, undefined);
  if (entry.status === 'open' && !entry.probe && !entry.failed) seenWell(db).set(name, since);
  return entry;
}

/** Deliveries that begin together share one query. */
const reading = perDatabase((db: Database) =>
  batchTasks<string, ChannelState>(async (names) => {
    const states = await getChannels(db, [...new Set(names)]);
    return names.map((name) => states.get(name) as ChannelState);
  }),
);

/**
 * Updates breaker and rate limiter with the result of a send.
 * @param entry from `admitToChannel`: after a success of a channel without failures nothing need be written
 */
export async function recordSendOutcome(
  pipeline: Pipeline,
  name: string,
  outcome: SendOutcome,
  entry: Pick<Extract<ChannelAdmission, { status: 'open' }>, 'failed'>,
): Promise<void> {
  if (outcome.status === 'delivered') {
    if (entry.failed) await setBreaker(pipeline.db, name, CLOSED_BREAKER);
    return;
  }
  seenWell(pipeline.db).delete(name);
  const now = pipeline.now();
  await changeChannel(
    pipeline.db,
    name,
    (row) => {
      const pacing = pacingSchema.parse(row.pacing);
      const asked = outcome.status === 'retry' ? outcome.retryAfterMs : undefined;
      return {
        state: {
          breaker: afterOutcome(breakerSchema.parse(row.breaker), outcome, now),
          pacing: asked === undefined ? pacing : pausePacing(pacing, now, asked),
        },
        result: undefined,
      };
    },
    { text: outcome.reason, at: now },
  );
  // It may have been read meanwhile.
  seenWell(pipeline.db).delete(name);
}

/** Whether a channel accepts messages, only a probe, or none before the end of its pause. */
export type ChannelReadiness = 'there' | 'probed' | 'resting';

export function readinessOf(row: ChannelState, now: Date): ChannelReadiness {
  const { entry } = decide(row, now, undefined);
  if (entry.status === 'wait') return 'resting';
  return entry.probe ? 'probed' : 'there';
}
