import { isFresh, type RobotsState } from '../core/politeness/robots-cache.ts';
import type { Database } from '../io/store/database.ts';
import { readRobots } from '../io/store/hosts.ts';
import { gather, perDatabase } from './gather.ts';

/** Hosts whose robots.txt a process keeps in memory; those asked for least lately go first. */
const MOST_HOSTS = 5_000;
/** A longer file is read from the database each time. Rules. */
const MOST_RULES = 300;

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
    if (known !== undefined && isFresh(known, now)) {
      this.keep(host, known);
      return known;
    }
    const stored = await this.read(host);
    if (stored !== undefined && isFresh(stored, now)) this.keep(host, stored);
    return stored;
  }

  private keep(host: string, state: RobotsState): void {
    this.states.delete(host);
    if (state.rules.rules.length > MOST_RULES) return;
    this.states.set(host, state);
    if (this.states.size > MOST_HOSTS) this.states.delete(this.states.keys().next().value as string);
  }
}

export const knownRobots = perDatabase((db: Database) => new KnownRobots(db));
