import { sql } from 'kysely';
import { count } from '../../core/messages/phrases.ts';
import type { Database } from '../../io/store/database.ts';
import type { Finding } from './finding.ts';

/** A delivery that waits for longer was held up. Seconds. */
const LONG_WAIT = 1_800;

/**
 * A channel that has accepted nothing for so long has no passing fault. Of one message, four or five attempts have failed
 * by then. Seconds.
 */
const REFUSING = 180;

/**
 * Messages whose attempts began so shortly before the last acceptance were sent together with the accepted one. Their later
 * attempts count. An older message that alone is never accepted says nothing about its channel. Seconds.
 */
const TOGETHER = 60;

/** Before the name of a channel in findings and incidents. */
const CHANNEL = 'channel ';

interface Outbox {
  readonly channel: string;
  readonly pending: number;
  /** Due by their routes. */
  readonly waiting: number;
  readonly late: number;
  readonly dead: number;
  /** The first failed attempt since the last message that was accepted. */
  readonly since: Date | null;
  readonly isRefusing: boolean;
  readonly said: string | null;
}

/**
 * Whether alerts reach their readers: a finding about all deliveries, then one about each channel.
 *
 * A channel refuses when every attempt has failed for three minutes. An attempt that is planned for later counts until
 * then: a failure before this machine slept says nothing about the time of its sleep. A delivery that a channel refuses
 * for good is dead. One is late half an hour after its planned time, unless its channel refuses, which is told before.
 */
export async function examineDeliveries(db: Database, now: Date): Promise<[Finding, ...Finding[]]> {
  const before = new Date(now.getTime() - LONG_WAIT * 1_000);
  // A success with a later time was recorded by a clock that ran ahead.
  const { rows } = await sql<Outbox>`
    WITH names AS (
      SELECT channel AS name FROM deliveries WHERE state = 'pending'
      UNION SELECT channel FROM deliveries WHERE state = 'dead'
      UNION SELECT name FROM channels
      -- The end of an incident is told after its channel was removed, too.
      UNION SELECT substr(kind, ${CHANNEL.length + 1}) FROM troubles WHERE kind LIKE ${`${CHANNEL}%`}
    ), gone AS (
      SELECT channel, count(*)::int AS dead FROM deliveries WHERE state = 'dead' GROUP BY channel
    )
    SELECT names.name AS channel, pending, waiting, late, coalesce(dead, 0) AS dead, since,
           coalesce(seen - since >= make_interval(secs => ${REFUSING}), false) AS "isRefusing",
           -- A delivery says that its channel rests; the channel knows why.
           coalesce(CASE WHEN last_error_at >= coalesce(since, ${before}) THEN last_error END, answer) AS said
      FROM names
     CROSS JOIN LATERAL (
       SELECT coalesce(max(delivered_at), '-infinity') AS at FROM deliveries
        WHERE channel = names.name AND state = 'delivered' AND delivered_at <= ${now}
     ) AS accepted
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS pending, count(*) FILTER (WHERE planned_at <= ${now})::int AS waiting,
              count(*) FILTER (WHERE planned_at < ${before})::int AS late,
              min(greatest(first_attempt_at, accepted.at)) FILTER (WHERE counts) AS since,
              max(greatest(last_attempt_at, least(due_at, ${now}::timestamptz))) FILTER (WHERE counts) AS seen,
              coalesce(max(answer) FILTER (WHERE counts), max(answer) FILTER (WHERE planned_at < ${before})) AS answer
         FROM (
           SELECT *, first_attempt_at > accepted.at - make_interval(secs => ${TOGETHER})
                     AND last_attempt_at > accepted.at AS counts
             FROM deliveries WHERE channel = names.name AND state = 'pending'
         ) AS tried
     ) AS unsent
      LEFT JOIN gone ON gone.channel = names.name
      LEFT JOIN channels ON channels.name = names.name
     ORDER BY names.name`.execute(db);
  return [allDeliveries(rows), ...rows.map(oneChannel)];
}

function allDeliveries(rows: readonly Outbox[]): Finding {
  const sum = (of: 'pending' | 'dead') => rows.reduce((all, row) => all + row[of], 0);
  const dead = sum('dead');
  const late = rows.filter((row) => row.late > 0 && !row.isRefusing);
  const lateOn = late
    .slice(0, 5)
    .map((row) => `${row.late} to ${row.channel}${row.said === null ? '' : ` (${row.said.slice(0, 80)})`}`);
  const lateness = late.length === 0 ? '' : `; waiting for more than half an hour: ${lateOn.join(', ')}`;
  return {
    what: 'deliveries',
    state: dead === 0 && late.length === 0 ? 'ok' : 'bad',
    says: `${sum('pending')} waiting, ${dead} dead${lateness}`,
    todo:
      dead > 0
        ? 'npx chipwatch deliveries list --dead shows why; deliveries retry sends them again'
        : late.length > 0
          ? 'npx chipwatch channels list says what is wrong with a channel; they go out when it is back'
          : undefined,
  };
}

function oneChannel({ channel, waiting, since, isRefusing, said }: Outbox): Finding {
  const what = `${CHANNEL}${channel}`;
  const waits = waiting === 1 ? '1 message waits' : `${count(waiting, 'message')} wait`;
  if (!isRefusing || since === null) return { what, state: 'ok', says: `does not refuse; ${waits}` };
  const from = since.toISOString().slice(0, 16).replace('T', ' ');
  return {
    what,
    state: 'bad',
    says: `has accepted nothing since ${from} UTC; ${waits}${said === null ? '' : ` (${said.slice(0, 200)})`}`,
    todo: 'mend its receiver, or its secret or address in the configuration; every message is tried for three days',
  };
}

/**
 * Whether messages of the last day reached all their recipients. A message that only some recipients did not get is
 * delivered, not dead.
 */
export async function examineRecipients(db: Database, now: Date): Promise<Finding> {
  const since = new Date(now.getTime() - 86_400_000);
  const { rows } = await sql<{ channel: string; messages: number; refused: string }>`
    SELECT channel, count(*)::int AS messages, max(refused) AS refused FROM deliveries
     WHERE refused IS NOT NULL AND delivered_at >= ${since} GROUP BY channel ORDER BY channel`.execute(db);
  const each = rows
    .slice(0, 5)
    .map(({ channel, messages, refused }) => `${count(messages, 'message')} of ${channel} (${refused})`);
  return {
    what: 'recipients',
    state: rows.length === 0 ? 'ok' : 'bad',
    says:
      rows.length === 0
        ? 'no message of the last day was refused for some of its recipients'
        : `refused for some recipients in the last day: ${each.join(', ')}`,
    todo:
      rows.length === 0
        ? undefined
        : 'correct or remove those addresses in the channel; npx chipwatch deliveries list --refused names the messages',
  };
}
