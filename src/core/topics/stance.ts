import type { Hit } from './find-evidence.ts';
import type { Firing, HitIndex } from './fire-rules.ts';
import type { Stance } from './match.ts';
import type { CompiledTopic } from './topics.ts';

/** Where several stances are named equally often, the rarer one wins. */
const ORDER: readonly Stance[] = ['evaded', 'denied', 'eased', 'proposed', 'in force'];
const TITLE_WORTH = 3;
const BEST_STATEMENT_WORTH = 2;

/** The state of the measure by the evidence: in the title first, then in the strongest statement. */
export function stanceOf(
  topic: CompiledTopic,
  statements: readonly Pick<Firing, 'hits' | 'sentence'>[],
  index: HitIndex,
): Stance | undefined {
  const { reading } = index;
  const worth = new Map<number, number>();
  for (const [rank, { sentence, hits }] of statements.entries()) {
    for (const place of new Set([sentence, ...hits.map((hit) => hit.sentence)])) {
      const own = reading.fields[place] === 'title' ? TITLE_WORTH : rank === 0 ? BEST_STATEMENT_WORTH : 1;
      worth.set(place, Math.max(own, worth.get(place) ?? 0));
    }
  }
  const exceptions = index.of(index.topics.stanceException);
  let best: Stance | undefined;
  let bestWorth = 0;
  for (const stance of ORDER) {
    const cues = topic.stance.find((entry) => entry.stance === stance);
    if (cues === undefined) continue;
    // One cue a sentence: a sentence that repeats itself says it once.
    const cued = new Set(
      index
        .of(cues.cues)
        .filter((hit) => isMeant(hit, stance, exceptions))
        .map((hit) => hit.sentence)
        .filter((sentence) => worth.has(sentence)),
    );
    const sum = [...cued].reduce((total, sentence) => total + worth.get(sentence)!, 0);
    if (sum > bestWorth) {
      best = stance;
      bestWorth = sum;
    }
  }
  return best;
}

/**
 * Whether the title, the opening or the strongest statement says by date or verb that a measure begins to hold: what was
 * proposed an hour ago may have been signed since.
 */
export function tellsBeginning(
  statements: readonly Pick<Firing, 'hits' | 'sentence'>[],
  index: HitIndex,
): boolean {
  const { reading } = index;
  const strongest = new Set(
    statements.slice(0, 1).flatMap(({ sentence, hits }) => [sentence, ...hits.map((hit) => hit.sentence)]),
  );
  return index
    .of(index.topics.takesEffect)
    .some(
      (hit) =>
        !hit.negated &&
        (reading.fields[hit.sentence] === 'title' ||
          reading.opens[hit.sentence]! ||
          strongest.has(hit.sentence)),
    );
}

/** What is said not to be allowed is not eased; a denial is a negation, and stays one. */
const TURNED_BY_NEGATION: ReadonlySet<Stance> = new Set(['eased', 'evaded']);

function isMeant(hit: Hit, stance: Stance, exceptions: readonly Hit[]): boolean {
  if (hit.negated && TURNED_BY_NEGATION.has(stance)) return false;
  return (
    !TURNED_BY_NEGATION.has(stance) ||
    exceptions.every((other) => other.end <= hit.start || hit.end <= other.start)
  );
}
