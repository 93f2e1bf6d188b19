import { explainLoss } from '../io/lost-connection.ts';
import type { Logger } from 'pino';
import { Client } from 'pg';
import { type Address, addressNow } from '../io/follow-address.ts';
import { REMIND } from '../io/throttle-reports.ts';
import { DatabaseUnreachableError } from './open-store.ts';

/** Milliseconds between two checks, and the time allowed for an answer. */
const TICK = 2_000;
const PATIENCE = 10_000;
/** The first delay between two attempts to start the embedded server; it doubles. Milliseconds. */
const FIRST_REVIVAL = 1_000;
const LONGEST_REVIVAL = 60_000;

export interface DatabaseWatch {
  readonly url: Address;
  /** Whether `DATABASE_URL_FILE` names another server by now. */
  readonly isElsewhere?: (() => boolean) | undefined;
  /** Starts the embedded server again if it has died; true when it had. */
  readonly revive?: (() => Promise<boolean>) | undefined;
  readonly log: Logger;
  /** After so many seconds without the database the process ends; 0 waits for ever. */
  readonly giveUpAfter: number;
  readonly onGivenUp: () => void;
}

/**
 * Checks whether the database answers, logs when it does not, and restarts the embedded one. Returns a function that
 * stops it.
 */
export function watchDatabase({
  url,
  isElsewhere,
  revive,
  log,
  giveUpAfter,
  onGivenUp,
}: DatabaseWatch): () => void {
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let awaySince: number | undefined;
  let remindAt = 0;
  let isSaid = false;
  let reviveAt = 0;
  let revivalDelay = FIRST_REVIVAL;

  async function ask(): Promise<void> {
    if (client === undefined) {
      const fresh = new Client({
        connectionString: addressNow(url),
        application_name: 'chipwatch watch',
        connectionTimeoutMillis: PATIENCE,
        query_timeout: PATIENCE,
      });
      fresh.on('error', () => {});
      await fresh.connect();
      client = fresh;
    }
    await client.query('SELECT 1');
  }

  /** The reason why the embedded server could not be started, where that was tried. */
  async function tryToRevive(now: number): Promise<string | undefined> {
    if (revive === undefined || now < reviveAt) return undefined;
    reviveAt = now + revivalDelay;
    revivalDelay = Math.min(LONGEST_REVIVAL, revivalDelay * 2);
    try {
      if (await revive())
        log.warn({ event: 'database.revived' }, 'embedded PostgreSQL had died and was started again');
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  }

  async function look(): Promise<void> {
    try {
      await ask();
      if (awaySince !== undefined) {
        const seconds = Math.round((performance.now() - awaySince) / 1_000);
        log.info({ event: 'database.back', seconds }, 'the database is back');
        // Each process that used the dead server must register with the new one.
        await revive?.().catch(() => {});
      }
      awaySince = undefined;
      revivalDelay = FIRST_REVIVAL;
      reviveAt = 0;
    } catch (error) {
      const lost = client;
      client = undefined;
      void lost?.end().catch(() => {});
      if (!isStopped) await suffer(error as Error);
    }
  }

  async function suffer(error: Error): Promise<void> {
    const now = performance.now();
    awaySince ??= now;
    if (now >= remindAt) {
      remindAt = now + REMIND;
      // The advice on DATABASE_URL does not concern the embedded server.
      const reason =
        revive === undefined
          ? new DatabaseUnreachableError(addressNow(url), error).message
          : explainLoss(error, 'PostgreSQL').reason;
      const seconds = Math.round((now - awaySince) / 1_000);
      log.error(
        { event: 'database.away', seconds, reason },
        'the database does not answer; nothing is lost, work goes on when it is back',
      );
    }
    if (!isSaid && isElsewhere?.() === true) {
      isSaid = true;
      log.error(
        { event: 'database.moved' },
        'DATABASE_URL_FILE names another server or database by now: restart this process to use it',
      );
    }
    const why = await tryToRevive(now);
    if (why !== undefined) log.error({ event: 'database.dead', reason: why }, 'could not start it again');
    if (giveUpAfter > 0 && now - awaySince >= giveUpAfter * 1_000 && !isStopped) {
      isStopped = true;
      log.fatal({ event: 'database.given-up', seconds: giveUpAfter }, 'the database stayed away');
      onGivenUp();
    }
  }

  const tick = async () => {
    await look();
    if (awaySince === undefined) remindAt = 0;
    if (!isStopped) timer = setTimeout(tick, TICK);
  };
  void tick();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    void client?.end().catch(() => {});
  };
}
