import { explainLoss } from '../io/lost-connection.ts';
import type { Logger } from 'pino';

const TICK = 1_000;
/**
 * A jump of the clock by more than this. Both clocks pause alike, so a busy machine does not cause one. Milliseconds.
 */
const JUMP = 30_000;

/**
 * Reports jumps of the machine's clock, because it decides what is due. Returns a function that stops it.
 * @param onSetBack makes waiting work due
 */
export function watchClock(log: Logger, onSetBack: () => Promise<void>): () => void {
  let offset = Date.now() - performance.now();
  const timer = setInterval(() => {
    const current = Date.now() - performance.now();
    const jumped = current - offset;
    offset = current;
    if (Math.abs(jumped) < JUMP) return;
    log.warn(
      { event: 'clock.jumped', seconds: Math.round(jumped / 1_000) },
      'the clock jumped; what it put off too far is made due when it is right again',
    );
    if (jumped < 0)
      onSetBack().catch((error: Error) =>
        log.warn(
          { event: 'clock.unmended', ...explainLoss(error, 'PostgreSQL') },
          'could not make due what waits',
        ),
      );
  }, TICK);
  timer.unref();
  return () => clearInterval(timer);
}
