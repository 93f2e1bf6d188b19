import type { Channel } from '../io/channels/channel.ts';

/** Messages that one process sends through one channel at a time: as many as its HTTP connections. */
const LINES = 4;
/** A send that takes longer is a slow one. Milliseconds. */
const SLOW = 1_000;

interface Lines {
  /** When each send under way began, on the process's own clock. */
  readonly begun: Map<symbol, number>;
  readonly waiting: (() => void)[];
}

/** Keyed by the channel object, so that they are freed with it. */
const linesOf = new WeakMap<Channel, Lines>();

/**
 * Takes a line of the channel for one send; call what it returns when the send is over, once or more often. Waits a moment for one that is
 * in use. Undefined when all are with an answer that takes long: the worker has other channels to serve.
 */
export async function takeLine(channel: Channel): Promise<(() => void) | undefined> {
  const lines = linesOf.get(channel) ?? { begun: new Map(), waiting: [] };
  linesOf.set(channel, lines);
  const line = Symbol(channel.name);
  const begin = () => lines.begun.set(line, performance.now());
  if (lines.begun.size < LINES) begin();
  else if (!(await beginWhenFree(lines, begin))) return undefined;
  return () => {
    if (lines.begun.delete(line)) lines.waiting.shift()?.();
  };
}

async function beginWhenFree({ begun, waiting }: Lines, begin: () => void): Promise<boolean> {
  const patience = SLOW - (performance.now() - Math.max(...begun.values()));
  if (patience <= 0) return false;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const free = () => {
    clearTimeout(timer);
    // Taken at once, or a newcomer would get the line before the one that waited.
    begin();
    resolve(true);
  };
  const timer = setTimeout(() => {
    waiting.splice(waiting.indexOf(free), 1);
    resolve(false);
  }, patience);
  waiting.push(free);
  return promise;
}
