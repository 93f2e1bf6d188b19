import type { DateLag } from './date-lag.ts';

/** How a feed's dates were read before its zone, or its order of day and month, was found. */
export interface EarlierReading {
  readonly dayFirst?: boolean | undefined;
  readonly zone?: string | undefined;
  /** When it was found; epoch milliseconds. Dates that were stored before that were read so. */
  readonly until: number;
}

/** How a feed writes what its dates leave open. Learned from all its entries, and stored. */
export interface DateHabits {
  /** Whether `3/4/2026` is the third of April. Undefined where unknown. */
  readonly dayFirst?: boolean | undefined;
  /** IANA zone of times that name none; UTC where undefined. */
  readonly zone?: string | undefined;
  /** In which its dates in numbers count; the Gregorian one where undefined. */
  readonly calendar?: 'ethiopic' | undefined;
  /** Until when its dates count as local times although they say that they are in UTC; epoch milliseconds. */
  readonly falseUtcUntil?: number | undefined;
  /** How far behind the clock its new dates are, while no zone is known. */
  readonly lag?: DateLag | undefined;
  /** How they were read before that was found; undefined if they were never read otherwise. */
  readonly earlier?: EarlierReading | undefined;
}
