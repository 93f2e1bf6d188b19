import type { Match } from './match.ts';

/** The differences between two versions of the topics for one article. */
export interface MatchChange {
  /** Topics that only the new version finds … */
  readonly gained: readonly Match[];
  /** … and topics that only the old one finds. */
  readonly lost: readonly Match[];
  /** Topics that both find, with different stances. */
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
