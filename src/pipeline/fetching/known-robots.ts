import { isFresh, type RobotsState } from '../../core/politeness/robots-cache.ts';
import type { Database } from '../../io/store/database.ts';
import { remember } from '../../io/remember.ts';
import { getRobots, writeAllRobots } from '../../io/store/hosts/stored-robots.ts';
import { batchTasks, perDatabase } from '../batch-tasks.ts';

/** Hosts whose robots.txt is cached; the least recently used are dropped. */
const MOST_HOSTS = 5_000;
/** A longer robots.txt, of more than some 300 rules, is read from the database each time. Characters. */
const LONGEST = 24_000;
const LINE = 50;

interface KnownHost {
  readonly host: string;
  readonly robots: RobotsState;
}

/** A cache of hosts' robots.txt; fresh ones are not read from the database. */
class KnownRobots {
  private readonly states = new Map<string, RobotsState>();
  private readonly read: (host: string) => Promise<RobotsState | undefined>;
  private readonly write: (known: KnownHost) => Promise<void>;

  constructor(db: Database) {
    this.read = batchTasks(
      async (hosts: readonly string[]) => {
        const found = await getRobots(db, [...new Set(hosts)]);
        return hosts.map((host) => found.get(host));
      },
      { busyLinger: 15 },
    );
    this.write = batchTasks(
      async (known: readonly KnownHost[]) => {
        await writeAllRobots(db, known);
        return [];
      },
      { apart: ({ host }) => [host], busyLinger: 15 },
    );
  }

  /** From the cache, where fresh. */
  inMemory(host: string, now: Date): RobotsState | undefined {
    const known = this.states.get(host);
    // Deleting and adding it makes it the most recently used.
    this.states.delete(host);
    if (known === undefined || !isFresh(known, now)) return undefined;
    this.states.set(host, known);
    return known;
  }

  /** From the cache where fresh, else from the database, fresh or not. */
  async of(host: string, now: Date): Promise<RobotsState | undefined> {
    const known = this.inMemory(host, now);
    if (known !== undefined) return known;
    const stored = await this.read(host);
    if (stored !== undefined && isFresh(stored, now)) this.keep(host, stored);
    return stored;
  }

  /** Stores a robots.txt that was just fetched, in the cache and in the database. */
  async store(host: string, robots: RobotsState): Promise<void> {
    await this.write({ host, robots });
    this.keep(host, robots);
  }

  private keep(host: string, state: RobotsState): void {
    if (lengthOf(state) > LONGEST) return;
    remember(this.states, host, state, MOST_HOSTS);
  }
}

function lengthOf({ rules: { rules, sitemaps } }: RobotsState): number {
  return [...rules.map(({ pattern }) => pattern), ...sitemaps].reduce(
    (sum, { length }) => sum + length + LINE,
    0,
  );
}

export const knownRobots = perDatabase((db: Database) => new KnownRobots(db));
