import type { ColumnType } from 'kysely';
import type { RobotsState } from '../../../core/politeness/robots-cache.ts';

/** How hosts are visited. */
export interface HostsTable {
  host: string;
  /** No request may begin before. */
  next_slot_at: ColumnType<Date, Date | undefined, Date>;
  /** The last instant that a waiting request was given. */
  tail_at: ColumnType<Date, Date | undefined, Date>;
  /** Running requests, each with the epoch second at which its lease ends. */
  leases: ColumnType<Record<string, number>, string | undefined, string>;
  /** How often in a row it refused; an answer halves it. */
  refusals: ColumnType<number, number | undefined, number>;
  /** The end of the rest after its latest refusal. */
  rests_until: ColumnType<Date | null, Date | null | undefined, Date | null>;
  robots: ColumnType<RobotsState | null, string | undefined, string>;
  robots_expires_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}
