import { admit, afterOutcome, breakerSchema } from '../core/alerts/circuit-breaker.ts';
import { pacingSchema, type Pace, pausePacing, takeSlot } from '../core/alerts/pacing.ts';
import type { SendOutcome } from '../io/channels/channel.ts';
import { changeChannel } from '../io/store/channels.ts';
import type { Pipeline } from './context.ts';

export type Entry =
  | { readonly status: 'open' }
  | { readonly status: 'wait'; readonly until: Date; readonly reason: string };

/** Asks the channel's circuit breaker and its pace, over all workers, whether one message may go out now. */
export async function enterChannel(pipeline: Pipeline, name: string, pace: Pace | undefined): Promise<Entry> {
  const now = pipeline.now();
  return changeChannel<Entry>(pipeline.db, name, (row) => {
    const admission = admit(breakerSchema.parse(row.breaker), now);
    if (!admission.admitted)
      return {
        state: undefined,
        result: {
          status: 'wait',
          until: admission.retryAt,
          reason: 'the channel rests after failures in a row',
        },
      };
    const slot = takeSlot(pacingSchema.parse(row.pacing), now, pace);
    if (!slot.granted)
      return {
        state: undefined,
        result: { status: 'wait', until: slot.at, reason: 'the channel keeps to its pace' },
      };
    return { state: { breaker: admission.breaker, pacing: slot.pacing }, result: { status: 'open' } };
  });
}

/** Lets breaker and pace learn from what came back. */
export async function leaveChannel(pipeline: Pipeline, name: string, outcome: SendOutcome): Promise<void> {
  const now = pipeline.now();
  const error = outcome.status === 'delivered' ? undefined : { text: outcome.reason, at: now };
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
    error,
  );
}
