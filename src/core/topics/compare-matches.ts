import type { Match } from './match.ts';

/** What another version of the topics changes for one article. */
export interface MatchChange {
  /** Topics found only by the new version … */
  readonly gained: readonly Match[];
  /** … and only by the old one. */
  readonly lost: readonly Match[];
  /** Found by both, with another stance. */
  readonly changed: readonly { readonly before: Match; readonly after: Match }[];
}

/** Compares the matches of one article under two versions of the topics. */
export function compareMatches(before: readonly Match[], after: readonly Match[]): MatchChange {
  const old = new Map(before.map((match) => [match.topic, match]));
  const topics = new Set(after.map((match) => match.topic));
  return {
    gained: after.filter((match) => !old.has(match.topic)),
    lost: before.filter((match) => !topics.has(match.topic)),
    changed: after.flatMap((match) => {
      const twin = old.get(match.topic);
      return twin !== undefined && twin.stance !== match.stance ? [{ before: twin, after: match }] : [];
    }),
  };
}
