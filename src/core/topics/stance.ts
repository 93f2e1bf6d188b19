import type { Hit } from './hit.ts';
import type { Firing } from './fire-rules.ts';
import type { HitIndex } from './hit-index.ts';
import type { Stance } from './match.ts';
import type { CompiledTopic } from './topics.ts';

/** If several stances are named equally often, the rarer one is chosen. */
const ORDER: readonly Stance[] = ['evaded', 'denied', 'eased', 'proposed', 'in force'];
const TITLE_WORTH = 3;
const BEST_STATEMENT_WORTH = 2;

/**
 * The stance by the evidence: first in the title, then in the strongest statement. Where no word says it, it may be
 * implied: what is forbidden is in force, and who is charged with a sale evaded something.
 */
export function stanceOf(
  topic: CompiledTopic,
  statements: readonly Pick<Firing, 'hits' | 'sentence'>[],
  index: HitIndex,
): { readonly stance: Stance | undefined; readonly impliedStance?: true } {
  const worth = worthOf(statements, index);
  const stance = heaviest(cuesOf(topic.stance, index), worth);
  if (stance !== undefined) return { stance };
  const implied = heaviest(cuesOf(topic.impliedStance, index), worth);
  return implied === undefined ? { stance: undefined } : { stance: implied, impliedStance: true };
}

/** What each sentence that the match rests on counts. */
function worthOf(
  statements: readonly Pick<Firing, 'hits' | 'sentence'>[],
  index: HitIndex,
): ReadonlyMap<number, number> {
  const { reading } = index;
  const worth = new Map<number, number>();
  // The strongest statement comes first, so a sentence keeps the worth it has from the first one.
  const put = (place: number, otherwise: number) => {
    if (!worth.has(place)) worth.set(place, reading.fields[place] === 'title' ? TITLE_WORTH : otherwise);
  };
  for (let rank = 0; rank < statements.length; rank++) {
    const { sentence, hits } = statements[rank]!;
    const otherwise = rank === 0 ? BEST_STATEMENT_WORTH : 1;
    put(sentence, otherwise);
    for (const hit of hits) put(hit.sentence, otherwise);
  }
  return worth;
}

function heaviest(cued: CuedSentences, worth: ReadonlyMap<number, number>): Stance | undefined {
  let best: Stance | undefined;
  let bestWorth = 0;
  for (const stance of ORDER) {
    let sum = 0;
    for (const sentence of cued.get(stance) ?? []) sum += worth.get(sentence) ?? 0;
    if (sum > bestWorth) {
      best = stance;
      bestWorth = sum;
    }
  }
  return best;
}

interface Cue {
  readonly stance: Stance;
  readonly hit: Hit;
}

/** The sentences with words of each stance, once each, so that repetitions do not count. */
type CuedSentences = ReadonlyMap<Stance, ReadonlySet<number>>;

/** Found once for all topics with the same words for their stances. */
function cuesOf(stances: CompiledTopic['stance'], index: HitIndex): CuedSentences {
  const known = index.made.of(cuesOf, () => new Map<CompiledTopic['stance'], CuedSentences>());
  let cued = known.get(stances);
  if (cued === undefined) {
    const sentences = new Map<Stance, Set<number>>();
    for (const { stance, hit } of findCues(stances, index)) {
      const own = sentences.get(stance);
      if (own === undefined) sentences.set(stance, new Set([hit.sentence]));
      else own.add(hit.sentence);
    }
    known.set(stances, (cued = sentences));
  }
  return cued;
}

/**
 * The words of all stances that mean one here. Words inside a longer expression of another stance do not: a waiver
 * that is revoked eases nothing, and an order that is suspended is not in force.
 */
function findCues(stances: CompiledTopic['stance'], index: HitIndex): Cue[] {
  const exceptions = index.of(index.topics.stanceException);
  const all = stances
    .flatMap(({ stance, cues }) => index.of(cues).map((hit): Cue => ({ stance, hit })))
    .sort((a, b) => a.hit.start - b.hit.start || b.hit.end - a.hit.end);
  const reached = new Map<Stance, Hit>();
  return all.filter(({ stance, hit }) => {
    const within = [...reached].some(
      ([other, { start, end }]) => other !== stance && end >= hit.end && end - start > hit.end - hit.start,
    );
    if ((reached.get(stance)?.end ?? -1) < hit.end) reached.set(stance, hit);
    return !within && isMeant(hit, stance, exceptions);
  });
}

/**
 * Whether the text says by date or verb that the state it reports has just begun. What was proposed an hour ago may be
 * signed by now, and what was in force may be suspended.
 */
export function tellsBeginning(
  topic: CompiledTopic,
  { stance }: { readonly stance: Stance | undefined },
  statements: readonly Pick<Firing, 'hits' | 'sentence'>[],
  index: HitIndex,
): boolean {
  if (stance === 'in force') return tellsEffect(statements, index);
  return stance === 'eased' && tellsEnd(topic, index);
}

/** Whether the title says that a measure ends, and does not say that somebody only proposes it. */
function tellsEnd(topic: CompiledTopic, index: HitIndex): boolean {
  const inTitle = (hit: Hit) => index.reading.fields[hit.sentence] === 'title' && !hit.negated;
  const proposed = topic.stance.find(({ stance }) => stance === 'proposed');
  return (
    index.of(index.topics.measureEnded).some(inTitle) &&
    (proposed === undefined || !index.of(proposed.cues).some(inTitle))
  );
}

/** Whether the title, the opening or the strongest statement says by date or verb that a measure begins to apply. */
function tellsEffect(statements: readonly Pick<Firing, 'hits' | 'sentence'>[], index: HitIndex): boolean {
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

/** Stances that a negation reverses: something that is not allowed is not eased. A denial stays a denial. */
const TURNED_BY_NEGATION: ReadonlySet<Stance> = new Set(['eased', 'evaded']);

function isMeant(hit: Hit, stance: Stance, exceptions: readonly Hit[]): boolean {
  if (hit.negated && TURNED_BY_NEGATION.has(stance)) return false;
  return (
    !TURNED_BY_NEGATION.has(stance) ||
    exceptions.every((other) => other.end <= hit.start || hit.end <= other.start)
  );
}
