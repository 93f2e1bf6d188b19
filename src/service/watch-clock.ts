import type { Logger } from 'pino';

const TICK = 1_000;
/** More than a busy machine or a pause of the process explains… the two clocks pause alike, so a little will do. */
const JUMP = 30_000;

/**
 * Says when the clock of the machine has jumped: it decides what is due. Returns what stops the watch.
 * @param onSetBack makes due what was put off before
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
        log.warn({ event: 'clock.unmended', reason: error.message }, 'could not make due what waits'),
      );
  }, TICK);
  timer.unref();
  return () => clearInterval(timer);
}
