import type { TopicWarning } from '../../core/topics/check-topics.ts';
import type { Reapplied } from '../../pipeline/topics/reapply-topics.ts';
import type { LanguageSuggestions } from '../../pipeline/topics/suggest-terms.ts';
import type { FittedWeights } from '../../pipeline/topics/fit-weights.ts';
import type { Trying } from '../../pipeline/topics/try-topics.ts';

/** Days of the archive that work may be about. */
export const WORK_DAYS = ['7', '30', '90', '365', '3650'] as const;

export type WorkDays = (typeof WORK_DAYS)[number];

/** A line that was not imported. */
export interface RefusedLine {
  readonly line: number;
  readonly message: string;
}

export interface Reapplying {
  readonly days: WorkDays;
  readonly dry: boolean;
  readonly alert: boolean;
}

export type WorkOutcome =
  | { readonly status: 'suggested'; readonly languages: readonly LanguageSuggestions[] }
  | {
      readonly status: 'fitted';
      readonly fitted: FittedWeights;
      /** What the weights would change in the archive. */
      readonly tried: Trying;
    }
  | {
      readonly status: 'reapplied';
      readonly done: Reapplied;
      readonly how: Reapplying;
    }
  | {
      readonly status: 'imported';
      readonly stored: number;
      /** Of these, the articles that match a topic. */
      readonly matched: number;
      readonly refused: readonly RefusedLine[];
    }
  | { readonly status: 'checked'; readonly warnings: readonly TopicWarning[] }
  | { readonly status: 'failed'; readonly message: string };
