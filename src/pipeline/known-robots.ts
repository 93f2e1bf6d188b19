import { isFresh, type RobotsState } from '../core/politeness/robots-cache.ts';
import type { Database } from '../io/store/database.ts';
import { readRobots } from '../io/store/hosts.ts';
import { gather, perDatabase } from './gather.ts';

/** Hosts whose robots.txt a process keeps in memory; those asked for least lately go first. */
const MOST_HOSTS = 5_000;
/** What is longer is read from the database each time: some 300 rules. Letters, and what each line takes beside them. */
const LONGEST = 24_000;
const LINE = 50;

/** What this process knows of hosts' robots.txt: one that is fresh is not looked up again. */
class KnownRobots {
  private readonly states = new Map<string, RobotsState>();
  private readonly read: (host: string) => Promise<RobotsState | undefined>;

  constructor(db: Database) {
    this.read = gather(async (hosts: readonly string[]) => {
      const found = await readRobots(db, [...new Set(hosts)]);
      return hosts.map((host) => found.get(host));
    });
  }

  /** From memory where it is fresh, else from the database, fresh or not. */
  async of(host: string, now: Date): Promise<RobotsState | undefined> {
    const known = this.states.get(host);
    // Taken out and put in again, it is the one asked for last.
    this.states.delete(host);
    if (known !== undefined && isFresh(known, now)) {
      this.states.set(host, known);
      return known;
    }
    const stored = await this.read(host);
    if (stored !== undefined && isFresh(stored, now) && lengthOf(stored) <= LONGEST) this.keep(host, stored);
    return stored;
  }

  private keep(host: string, state: RobotsState): void {
    this.states.set(host, state);
    if (this.states.size > MOST_HOSTS) this.states.delete(this.states.keys().next().value as string);
  }
}

function lengthOf({ rules: { rules, sitemaps } }: RobotsState): number {
  return [...rules.map(({ pattern }) => pattern), ...sitemaps].reduce(
    (sum, { length }) => sum + length + LINE,
    0,
  );
}

export const knownRobots = perDatabase((db: Database) => new KnownRobots(db));
