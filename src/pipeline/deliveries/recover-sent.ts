import { z } from 'zod';
import type { SentNotes } from '../../io/sent-notes.ts';
import {
  type Delivered,
  flushDelivered,
  markAllDelivered,
} from '../../io/store/deliveries/delivery-attempts.ts';
import type { Pipeline } from '../context.ts';

/** A line of the notes. */
const noteSchema = z.object({
  lease: z.object({ id: z.uuid(), attempts: z.int() }),
  attempt: z.object({
    outcome: z.literal('delivered'),
    answer: z.string(),
    refused: z.string().optional(),
    at: z.iso.datetime().transform((at) => new Date(at)),
    ms: z.int(),
    part: z.int().optional(),
  }),
});

/** What a restart needs to record the delivery. */
export function sentNoteOf({ lease: { id, attempts }, attempt }: Delivered): string {
  return JSON.stringify({ lease: { id, attempts }, attempt });
}

/** A line that was cut off counts for nothing: its delivery is sent again. */
function readNote(line: string): Delivered[] {
  try {
    return [noteSchema.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}

type Recovering = Pick<Pipeline, 'db' | 'log' | 'sentNotes'>;

/** How many deliveries are recorded in one statement. */
const AT_ONCE = 64;

/** Records what processes of this machine had sent and not recorded when they were killed. */
export async function recoverSent(pipeline: Recovering, which: 'all' | 'silent' = 'silent'): Promise<void> {
  const { db, log, sentNotes } = pipeline;
  if (sentNotes === undefined) return;
  if (which === 'silent') await recoverFirst(pipeline);
  await sentNotes.takeOver(which, async (lines) => {
    const sent = new Map(lines.flatMap(readNote).map((one) => [one.lease.id, one]));
    const all = [...sent.values()];
    for (let from = 0; from < all.length; from += AT_ONCE) {
      const some = all.slice(from, from + AT_ONCE);
      await markAllDelivered(db, some);
      await flushDelivered(
        db,
        some.map(({ lease }) => lease.id),
      );
    }
    log.info({ event: 'alert.recovered', deliveries: sent.size }, 'recorded what another process had sent');
  });
}

const FIRST = new WeakMap<SentNotes, Promise<void>>();

/** The first look of this process. It sends nothing before. */
export async function recoverFirst(pipeline: Recovering): Promise<void> {
  const { sentNotes } = pipeline;
  if (sentNotes === undefined) return;
  const known = FIRST.get(sentNotes);
  if (known !== undefined) return known;
  const first = recoverSent(pipeline, 'all');
  FIRST.set(sentNotes, first);
  // The next one that needs it tries again.
  first.catch(() => FIRST.delete(sentNotes));
  return first;
}
