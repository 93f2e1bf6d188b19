import type { Database } from '../io/store/database.ts';
import { type Claim, claimSlots, releaseSlots, type SlotRequest, type UsedSlot } from '../io/store/hosts.ts';
import { batchTasks, perDatabase } from './batch-tasks.ts';

/** How long a used slot waits for others before it is given back; its host can spare it for so long. Milliseconds. */
const GATHERING = 100;
/** So many used slots wait for no others. */
const MANY = 64;

/** Takes and gives back slots for hosts, many in a statement. The limits hold across all processes. */
class HostSlots {
  readonly take: (request: SlotRequest) => Promise<Claim>;
  private readonly db: Database;
  private used: UsedSlot[] = [];
  private timer: NodeJS.Timeout | undefined;
  private giving: Promise<void> = Promise.resolve();

  constructor(db: Database) {
    this.db = db;
    this.take = batchTasks<SlotRequest, Claim>(
      async (requests) => {
        // A slot that this process no longer uses must not keep its next request away.
        const hosts = new Set(requests.map(({ host }) => host));
        if (this.used.some(({ host }) => hosts.has(host))) void this.giveBackAll();
        await this.giving;
        return claimSlots(db, requests);
      },
      { apart: ({ host }) => [host], busyLinger: 10 },
    );
  }

  /** Gives a slot back soon. The caller need not wait: if it fails, the lease of the slot ends by itself. */
  giveBack(slot: UsedSlot): void {
    this.used.push(slot);
    if (this.used.length >= MANY) void this.giveBackAll();
    else this.timer ??= setTimeout(() => void this.giveBackAll(), GATHERING);
  }

  private giveBackAll(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const slots = this.used;
    this.used = [];
    // One after the other, so that each caller knows that all slots up to its own are free.
    if (slots.length > 0) this.giving = this.giving.then(() => releaseSlots(this.db, slots)).catch(() => {});
    return this.giving;
  }
}

export const hostSlots = perDatabase((db: Database) => new HostSlots(db));
