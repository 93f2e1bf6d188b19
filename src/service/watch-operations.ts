import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { explainLoss } from '../io/lost-connection.ts';
import type { Channel } from '../io/channels/channel.ts';
import { composeOperationsMessage } from '../core/messages/compose-operations.ts';
import { isHeartbeatDue } from '../core/scheduling/heartbeat.ts';
import type { Database } from '../io/store/database.ts';
import { ranNightly, whileHolding } from '../io/store/nightly.ts';
import { openIncident, notifyOpened, notifyClosed } from '../io/store/incidents.ts';
import { dailySummary } from './daily-summary.ts';
import type { Finding } from './doctor/finding.ts';

/** Milliseconds between two checks. */
const LOOK = 60_000;
/** The time limit for a message, because a transaction waits for it. Milliseconds. */
const PATIENCE = 20_000;

export interface OperationsParts {
  readonly db: Database;
  readonly channel: Channel;
  readonly log: Logger;
  /** Whether a message is sent each morning. */
  readonly heartbeat?: boolean | undefined;
  /** Checks the database and its surroundings. Throws when the database is away. */
  examine(now: Date): Promise<readonly Finding[]>;
}

/**
 * Whether an alert about the missing database was sent. The database cannot store that while it is away, so this
 * process remembers it.
 */
export interface DatabaseAway {
  told: boolean;
}

/**
 * Alerts the operator once about each new fault and about its end, even with several processes, because the database
 * stores what was sent.
 */
export async function notifyIncidents(parts: OperationsParts, away: DatabaseAway, now: Date): Promise<void> {
  const { db } = parts;
  let findings: readonly Finding[];
  try {
    findings = await parts.examine(now);
  } catch (error) {
    if (!away.told) away.told = await tell(parts, 'database: cannot be used', (error as Error).message, now);
    return;
  }
  if (away.told && (await tell(parts, 'database: is back', 'The record answers again.', now)))
    away.told = false;
  for (const { what, state, says } of findings) {
    if (state === 'bad') await openIncident(db, { kind: what, says, at: now });
    else await notifyClosed(db, what, () => tell(parts, `${what}: over`, says, now));
  }
  if (parts.heartbeat === true) await sendHeartbeat(parts, findings, now);
  await notifyOpened(db, now, ({ kind, says }) =>
    tell(parts, `${kind}: needs you`, `${says}. npx chipwatch doctor says what to do.`, now),
  );
}

/** Sends the heartbeat message, by one process once a day. */
async function sendHeartbeat(parts: OperationsParts, findings: readonly Finding[], now: Date): Promise<void> {
  const sentAt = await ranNightly(parts.db, 'heartbeat', now);
  if (!isHeartbeatDue(sentAt, now, now.getHours())) return;
  await whileHolding(parts.db, { task: 'heartbeat', ranAt: sentAt, now }, async () =>
    tell(parts, 'the last 24 hours', await dailySummary(parts.db, findings, now), now),
  );
}

async function tell(
  { channel, log }: OperationsParts,
  what: string,
  note: string,
  now: Date,
): Promise<boolean> {
  const outcome = await channel.send(
    composeOperationsMessage({ idempotencyKey: randomUUID(), createdAt: now, what, note }),
    AbortSignal.timeout(PATIENCE),
  );
  const told = outcome.status === 'delivered';
  log[told ? 'warn' : 'error'](
    { event: 'operations.message', channel: channel.name, what, outcome: outcome.status },
    told ? 'the operator was told' : 'the operator could not be told',
  );
  return told;
}

/** Checks once a minute. Returns a function that stops it. */
export function watchOperations(parts: OperationsParts): () => void {
  const away: DatabaseAway = { told: false };
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    await notifyIncidents(parts, away, new Date()).catch((error: Error) => {
      if (!stopped)
        parts.log.warn(
          { event: 'operations.failed', ...explainLoss(error, 'the database or the queue') },
          'could not look for troubles, will try again',
        );
    });
    if (!stopped) timer = setTimeout(look, LOOK);
  };
  timer = setTimeout(look, LOOK);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
