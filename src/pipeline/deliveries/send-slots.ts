import type { Channel } from '../../io/channels/channel.ts';

/** How many messages one process sends through one channel at a time: as many as its HTTP connections. */
const SLOTS = 4;
/** A send that takes longer counts as slow. Milliseconds. */
const SLOW = 1_000;

interface Slots {
  /** When each running send began, by the process's own clock. */
  readonly begun: Map<symbol, number>;
  readonly waiting: (() => void)[];
}

/** A WeakMap, so that the state is freed with the channel. */
const slotsOf = new WeakMap<Channel, Slots>();

/**
 * Takes one of the channel's send slots. Call the returned function when the send is over; calling it again does
 * nothing. If no slot is free, waits while the running sends are not slow yet. Undefined when all slots are taken by
 * slow sends: the worker should serve other channels.
 */
export async function takeSendSlot(channel: Channel): Promise<(() => void) | undefined> {
  const slots = slotsOf.get(channel) ?? { begun: new Map(), waiting: [] };
  slotsOf.set(channel, slots);
  const slot = Symbol(channel.name);
  const begin = () => slots.begun.set(slot, performance.now());
  if (slots.begun.size < SLOTS) begin();
  else if (!(await beginWhenFree(slots, begin))) return undefined;
  return () => {
    if (slots.begun.delete(slot)) slots.waiting.shift()?.();
  };
}

async function beginWhenFree({ begun, waiting }: Slots, begin: () => void): Promise<boolean> {
  const patience = SLOW - (performance.now() - Math.max(...begun.values()));
  if (patience <= 0) return false;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const free = () => {
    clearTimeout(timer);
    // The slot is taken at once, so that a newcomer cannot take it first.
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
