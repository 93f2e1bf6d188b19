import { canShare, claimSlots } from '../../io/store/hosts/claim-slots.ts';
import type { Claim, SlotRequest } from '../../io/store/hosts/slot-request.ts';
import type { Database } from '../../io/store/database.ts';
import { releaseSlots, type UsedSlot } from '../../io/store/hosts/hosts.ts';
import { batchTasks, perDatabase } from '../batch-tasks.ts';

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
    this.take = batchTasks<SlotRequest, Claim>((requests) => this.takeAll(requests), { busyLinger: 10 });
  }

  /** Gives a slot back soon. The caller need not wait: if it fails, the lease of the slot ends by itself. */
  giveBack(slot: UsedSlot): void {
    this.used.push(slot);
    if (this.used.length >= MANY) void this.giveBackAll();
    else this.timer ??= setTimeout(() => void this.giveBackAll(), GATHERING);
  }

  private async takeAll(requests: readonly SlotRequest[]): Promise<Claim[]> {
    const claims = new Map<SlotRequest, Claim>();
    for (let left = requests; left.length > 0; ) {
      const now = firstOfEachHost(left);
      for (const [at, claim] of (await this.claim(now)).entries()) claims.set(now[at]!, claim);
      left = left.filter((request) => !claims.has(request));
    }
    return requests.map((request) => claims.get(request)!);
  }

  private async claim(requests: readonly SlotRequest[]): Promise<Claim[]> {
    await this.giving;
    // A slot that this process no longer uses must not keep its next request away.
    const hosts = new Set(requests.map(({ host }) => host));
    const used = this.used.filter(({ host }) => hosts.has(host));
    if (used.length > 0) this.used = this.used.filter(({ host }) => !hosts.has(host));
    try {
      return await claimSlots(this.db, requests, used);
    } catch (error) {
      for (const slot of used) this.giveBack(slot);
      throw error;
    }
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

/** The requests that can be answered together: of each host the first one, and those after it that can share with it. */
function firstOfEachHost(requests: readonly SlotRequest[]): SlotRequest[] {
  return [...Map.groupBy(requests, ({ host }) => host).values()].flatMap((asking) => {
    const other = asking.findIndex((request) => request !== asking[0] && !canShare(asking[0]!, request));
    return other === -1 ? asking : asking.slice(0, other);
  });
}

export const hostSlots = perDatabase((db: Database) => new HostSlots(db));
