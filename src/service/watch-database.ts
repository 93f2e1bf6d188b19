import type { Logger } from 'pino';
import { Client } from 'pg';

/** Milliseconds between two looks, and how long an answer may take. */
const TICK = 2_000;
const PATIENCE = 10_000;
/** It is said when the database goes, and then each ten minutes. */
const REMIND = 600_000;
/** Between two tries to start the embedded server again: doubling, in milliseconds. */
const FIRST_REVIVAL = 1_000;
const LONGEST_REVIVAL = 60_000;

export interface DatabaseWatch {
  readonly url: string;
  /** Starts the server again where it is ours and has died; true when it had. */
  readonly revive?: (() => Promise<boolean>) | undefined;
  readonly log: Logger;
  /** After so long without the database the process ends. Seconds; 0 waits for ever. */
  readonly giveUpAfter: number;
  readonly onGivenUp: () => void;
}

/** Looks whether the database answers, says so when it does not, and has our own started again. Returns what stops it. */
export function watchDatabase({ url, revive, log, giveUpAfter, onGivenUp }: DatabaseWatch): () => void {
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let awaySince: number | undefined;
  let remindAt = 0;
  let reviveAt = 0;
  let revivalDelay = FIRST_REVIVAL;

  async function ask(): Promise<void> {
    if (client === undefined) {
      const fresh = new Client({
        connectionString: url,
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

  /** What the end of the server's own try to start says, where it was tried. */
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
        // Each process that used the dead server has to register with the new one.
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
      const seconds = Math.round((now - awaySince) / 1_000);
      log.error(
        { event: 'database.away', seconds, reason: error.message || String(error) },
        'the database does not answer; nothing is lost, work goes on when it is back',
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
