import { write, writeSync } from 'node:fs';

/** Characters that wait to be written; what comes beyond is dropped. */
const MOST = 4 * 1024 * 1024;
/** Whoever reads at the other end is behind. Milliseconds until the next try. */
const BUSY_DELAY = 100;

const isBusy = (error: NodeJS.ErrnoException) => error.code === 'EAGAIN' || error.code === 'EBUSY';

/** Takes lines, and writes them when it can. */
export interface LogStream {
  write(text: string): void;
  /** Writes what waits, as far as it goes without waiting. */
  flushSync(): void;
}

/**
 * Lines to a file descriptor, in the background. The service goes on when they cannot be written: those that met a full
 * disk, a broken pipe or a reader that has stopped are dropped, and how many is said with the first that can be.
 */
export function openLogStream(fd: number, most: number = MOST): LogStream {
  let waiting: string[] = [];
  let size = 0;
  let dropped = 0;
  let inHand: Buffer | undefined;

  const drop = (text: string) => {
    dropped += text.split('\n').length - 1;
  };
  const take = (): Buffer => {
    const said =
      dropped === 0
        ? ''
        : `${JSON.stringify({ level: 'warn', time: new Date(), event: 'log.dropped', lines: dropped })}\n`;
    const text = waiting.join('');
    waiting = [];
    size = 0;
    dropped = 0;
    return Buffer.from(said + text);
  };
  const next = (buffer: Buffer) => {
    inHand = buffer;
    write(fd, buffer, (error, written) => {
      if (error === null) {
        const rest = buffer.subarray(written);
        if (rest.length > 0) next(rest);
        else if (waiting.length > 0) next(take());
        else inHand = undefined;
      } else if (isBusy(error)) setTimeout(next, BUSY_DELAY, buffer).unref();
      else {
        drop(buffer.toString());
        inHand = undefined;
      }
    });
  };
  return {
    write(text) {
      if (size + text.length > most) {
        drop(text);
        return;
      }
      waiting.push(text);
      size += text.length;
      if (inHand === undefined) next(take());
    },
    flushSync() {
      // What is in hand is with the system already, or with a reader that does not read.
      let buffer = waiting.length > 0 ? take() : Buffer.alloc(0);
      try {
        while (buffer.length > 0) buffer = buffer.subarray(writeSync(fd, buffer));
      } catch {
        // Nothing more can be done with it.
      }
    },
  };
}
