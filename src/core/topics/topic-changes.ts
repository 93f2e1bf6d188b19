import { compareMatches } from './compare-matches.ts';
import type { Match, Passage } from './match.ts';

/** The effect of changed rules on one topic of one article. */
export interface TopicChange {
  /** Found only now, no longer found, found with another stance, found with another level or confidence. */
  readonly kind: 'gained' | 'lost' | 'stance' | 'confidence';
  readonly topic: string;
  readonly before: Match | undefined;
  readonly after: Match | undefined;
  /** Rules that fire only now … */
  readonly began: readonly string[];
  /** … and rules that no longer fire. */
  readonly stopped: readonly string[];
  /** The sentence that shows the change best. */
  readonly passage: Passage | undefined;
}

/** Compares the matches of one article before and after a change. */
export function topicChanges(before: readonly Match[], after: readonly Match[]): TopicChange[] {
  const { gained, lost, changed } = compareMatches(before, after);
  const stances = new Set(changed.map((change) => change.after.topic));
  return [
    ...gained.map((match) => changeOf('gained', undefined, match)),
    ...lost.map((match) => changeOf('lost', match, undefined)),
    ...changed.map((change) => changeOf('stance', change.before, change.after)),
    ...after.flatMap((match) => {
      const twin = before.find(({ topic }) => topic === match.topic);
      const isRescored =
        twin !== undefined && (twin.level !== match.level || twin.confidence !== match.confidence);
      return isRescored && !stances.has(match.topic) ? [changeOf('confidence', twin, match)] : [];
    }),
  ];
}

function changeOf(
  kind: TopicChange['kind'],
  before: Match | undefined,
  after: Match | undefined,
): TopicChange {
  const old = (before?.rules ?? []).map(({ id }) => id);
  const now = (after?.rules ?? []).map(({ id }) => id);
  const began = now.filter((id) => !old.includes(id));
  const stopped = old.filter((id) => !now.includes(id));
  return {
    kind,
    topic: ((after ?? before) as Match).topic,
    before,
    after,
    began,
    stopped,
    passage:
      after?.passages.find(({ rule }) => began.includes(rule)) ??
      before?.passages.find(({ rule }) => stopped.includes(rule)) ??
      (after ?? before)?.passages[0],
  };
}
