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
  return {
    name: config.name,
    kind: 'console',
    maxStories: 1000,
    async send(message) {
      const text = render(message, colour);
      const error = await new Promise<Error | undefined>((resolve) => {
        stream.write(text, (failure) => resolve(failure ?? undefined));
      });
      return error === undefined
        ? { status: 'delivered', answer: 'written' }
        : { status: 'retry', reason: `cannot write: ${error.message}` };
    },
    async close() {
      stream.off('error', ignore);
    },
  };
}
