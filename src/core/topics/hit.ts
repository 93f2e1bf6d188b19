import type { GroupIndex } from './meaning-table.ts';

/** A term found in the article. `start` and `end` are normalised units of `MatchedText.text`. */
export interface Hit {
  readonly concept: number;
  readonly start: number;
  readonly end: number;
  /** `Segments.position` of its start and end. */
  readonly from: number;
  readonly to: number;
  /** The group that the term needs nearby to count; undefined for terms that always count. */
  readonly near: GroupIndex | undefined;
  sentence: number;
  negated: boolean;
}
