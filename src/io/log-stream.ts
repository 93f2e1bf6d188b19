import { write, writeSync } from 'node:fs';

/** The maximum number of characters that wait to be written; further lines are dropped. */
const MOST = 4 * 1024 * 1024;
/** The delay until the next attempt when the reader of a pipe is slow. Milliseconds. */
const BUSY_DELAY = 100;

const isBusy = (error: NodeJS.ErrnoException) => error.code === 'EAGAIN' || error.code === 'EBUSY';

/** Accepts lines and writes them in the background. */
export interface LogStream {
  write(text: string): void;
  /** Writes the waiting lines, as many as can be written without waiting. */
  flushSync(): void;
}

/**
 * Writes lines to a file descriptor in the background. If they cannot be written, because the disk is full, the pipe is
 * broken or its reader has stopped, they are dropped and the service continues. The next line that can be written says
 * how many are missing.
 */
export function openLogStream(fd: number, most: number = MOST): LogStream {
  let waiting: string[] = [];
  let size = 0;
  let dropped = 0;
  let writing: Buffer | undefined;

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
    writing = buffer;
    write(fd, buffer, (error, written) => {
      if (error === null) {
        const rest = buffer.subarray(written);
        if (rest.length > 0) next(rest);
        else if (waiting.length > 0) next(take());
        else writing = undefined;
      } else if (isBusy(error)) setTimeout(next, BUSY_DELAY, buffer).unref();
      else {
        drop(buffer.toString());
        writing = undefined;
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
      if (writing === undefined) next(take());
    },
    flushSync() {
      // A buffer whose write has begun is left out: the system has it already, or its reader does not read.
      let buffer = waiting.length > 0 ? take() : Buffer.alloc(0);
      try {
        while (buffer.length > 0) buffer = buffer.subarray(writeSync(fd, buffer));
      } catch {
        // Nothing more can be done with it.
      }
    },
  };
}
