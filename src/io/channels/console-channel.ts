import type { AlertMessage } from '../../core/messages/message.ts';
import type { Channel } from './channel.ts';

/** The part of a terminal or pipe that the channel needs. */
export interface TextStream {
  readonly isTTY?: boolean;
  write(text: string, done: (error?: Error | null) => void): boolean;
  on(event: 'error', listener: (error: Error) => void): unknown;
  off(event: 'error', listener: (error: Error) => void): unknown;
}

/** Whether to colour: a terminal, and https://no-color.org not asked for. */
export function wantsColour(stream: TextStream, env: Readonly<Record<string, string | undefined>>): boolean {
  return stream.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
}

/** A stream that has not written a message after so long has a reader that stopped. Milliseconds. */
const PATIENCE = 10_000;
/** Messages that wait within the stream. */
const MOST = 20;

function late(signal: AbortSignal): Promise<'late'> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('late');
    else signal.addEventListener('abort', () => resolve('late'), { once: true });
  });
}

/** Writes each message to a terminal or log, as the lines that `render` makes of it. */
export function createConsoleChannel(
  config: { readonly name: string },
  render: (message: AlertMessage, colour: boolean) => string,
  stream: TextStream = process.stdout,
  colour: boolean = wantsColour(stream, process.env),
): Channel {
  // When the reader is gone (`chipwatch | head`), the stream emits an error; it must not end the service. `write`
  // reports the same error to us.
  const ignore = () => {};
  stream.on('error', ignore);
  const writing = new Map<string, Promise<Error | undefined>>();
  const begin = (key: string, text: string) => {
    if (writing.size >= MOST) return Promise.resolve(new Error('nobody reads what was written before'));
    const begun = new Promise<Error | undefined>((resolve) => {
      stream.write(text, (failure) => resolve(failure ?? undefined));
    });
    writing.set(key, begun);
    return begun;
  };
  return {
    name: config.name,
    kind: 'console',
    maxStories: 1000,
    async send(message, signal) {
      const key = message.idempotencyKey;
      // A message that the stream has already been given is not written twice. A retry waits for that write.
      const begun = writing.get(key) ?? begin(key, render(message, colour));
      const error = await Promise.race([
        begun,
        late(AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)])),
      ]);
      if (error === 'late') return { status: 'retry', reason: 'nobody reads what is written' };
      writing.delete(key);
      return error === undefined
        ? { status: 'delivered', answer: 'written' }
        : { status: 'retry', reason: `cannot write: ${error.message}` };
    },
    async close() {
      stream.off('error', ignore);
    },
  };
}
