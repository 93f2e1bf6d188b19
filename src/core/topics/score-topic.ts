import type { ScoredRules } from './scored-rules.ts';
import { type Cuts, HAND_CUTS, confidenceOf, handConfidence, levelOf } from './confidence.ts';
import type { MatchedText } from './find-evidence.ts';
import { bestSentence, sentencesOf, withSentence } from './fit/best-sentence.ts';
import { evidenceOf, fittedLogOdds } from './fit/evidence.ts';
import { type Firing, fireRules } from './fire-rules.ts';
import type { HitIndex } from './hit-index.ts';
import type { Level } from './match.ts';
import { SECOND_RULE_WORTH } from './score-sentence.ts';
import type { CompiledTopic } from './topics.ts';

/** A topic's evidence in one article, and the confidence that results. */
export interface TopicScore extends ScoredRules {
  /** Per cent, 0 to 100. */
  readonly confidence: number;
  readonly level: Level | undefined;
  /** The sentence that decided, where one alone speaks more for the topic than the whole article. */
  readonly decisive?: number | undefined;
  /** Whether the topic is sure with that sentence and would not be without. */
  readonly aside?: boolean;
}

/**
 * Up to this many words one statement shows what the text is about. In longer texts the value of a statement outside
 * the title decreases with the square root of the length, because every word occurs somewhere.
 */
const FULL_WORTH_WORDS = 250;
/** The value of a statement in the opening of a long text, which says more about the subject than a later one. */
const OPENING_WORTH = 0.6;
/** The share that each further statement adds. */
const REPETITION_WORTH = 0.5;
const MAX_STATEMENTS = 8;

const NOTHING = {
  score: 0,
  confidence: 0,
  level: undefined,
  firings: [],
  counters: [],
  ruleWorth: new Map(),
};

/** Applies the topic's rules to the hits of one lexicon. */
export function scoreTopic(topic: CompiledTopic, index: HitIndex): TopicScore {
  const isGuarded = topic.guard.every((group) => index.has(group));
  if (!isGuarded) return { topic, ...NOTHING, isGuarded };
  const firings = fireRules(topic, index);
  if (firings.length === 0 && topic.fit === undefined) return { topic, ...NOTHING, isGuarded };
  const counters = topic.counter
    .filter(
      ({ any, unless, zones }) => index.hasIn(any, zones) && !(unless !== undefined && index.has(unless)),
    )
    .map(({ id, subtract }) => ({ id, subtract }));
  const worth = new Map(firings.map((firing) => [firing, statementWorth(firing, index.reading)]));
  firings.sort((a, b) => worth.get(b)! - worth.get(a)! || a.sentence - b.sentence);
  const against = counters.reduce((sum, { subtract }) => sum + subtract, 0);
  const score = Math.max(0, evidenceWorth(firings, worth, index.reading) - against);
  const ruleWorth = new Map<string, number>();
  // Firings come strongest first.
  for (const firing of firings) {
    const { id, weight } = firing.rule;
    if (!ruleWorth.has(id)) ruleWorth.set(id, worth.get(firing)! / weight);
  }
  return judge(
    { topic, score: Math.round(score * 100) / 100, firings, counters, isGuarded, ruleWorth },
    index,
  );
}

/** The cuts of a topic: those of its fit, or those for hand-written weights. */
export function cutsOf(topic: CompiledTopic): Cuts {
  return topic.fit?.cuts ?? HAND_CUTS;
}

function judge(found: ScoredRules, index: HitIndex): TopicScore {
  const { topic, score } = found;
  if (topic.fit === undefined) return levelled(found, handConfidence(score, topic.threshold), undefined);
  const whole = fittedLogOdds(topic.fit, evidenceOf(index), found);
  const best = bestSentence(topic.fit, index, found, whole);
  if (best === undefined) return levelled(found, confidenceOf(whole), undefined);
  const logOdds = withSentence(whole, best.logOdds, sentencesOf(index));
  // The sentence decides where it adds more than the whole article gives: its share of the odds is above a half.
  const judged = levelled(
    found,
    confidenceOf(logOdds),
    logOdds - whole > Math.LN2 ? best.sentence : undefined,
  );
  const aside = judged.level === 'sure' && levelOf(confidenceOf(whole), cutsOf(topic)) !== 'sure';
  return { ...judged, aside };
}

function levelled(found: ScoredRules, confidence: number, decisive: number | undefined): TopicScore {
  return { ...found, confidence, level: levelOf(confidence, cutsOf(found.topic)), decisive };
}

function statementWorth(firing: Firing, reading: MatchedText): number {
  if (firing.hits.some((hit) => reading.fields[hit.sentence] === 'title')) return firing.rule.weight;
  const length = Math.min(1, Math.sqrt(FULL_WORTH_WORDS / Math.max(1, reading.words)));
  return firing.rule.weight * (reading.opens[firing.sentence]! ? Math.max(length, OPENING_WORTH) : length);
}

/** Sums the statements: the strongest in full, the others in part; repeated sentences count once. */
function evidenceWorth(
  firings: readonly Firing[],
  worth: ReadonlyMap<Firing, number>,
  reading: MatchedText,
): number {
  const bySentence = new Map<number, { sum: number; readonly rules: string[] }>();
  for (const firing of firings) {
    const first = firstAlike(firing.sentence, reading);
    const known = bySentence.get(first);
    const own = worth.get(firing)!;
    const { id } = firing.rule;
    // Firings come strongest first.
    if (known === undefined) bySentence.set(first, { sum: own, rules: [id] });
    else if (!known.rules.includes(id)) {
      known.sum += own * SECOND_RULE_WORTH;
      known.rules.push(id);
    }
  }
  const statements = Array.from(bySentence.values(), ({ sum }) => sum)
    .sort((a, b) => b - a)
    .slice(0, MAX_STATEMENTS);
  return statements.reduce((sum, value, rank) => sum + value * (rank === 0 ? 1 : REPETITION_WORTH), 0);
}

/** Sentences by their first units, made once for all topics. */
interface Beginnings {
  readonly byHash: Map<number, number[]>;
  readonly firstOf: Map<number, number>;
}
const beginnings = new WeakMap<MatchedText, Beginnings>();

/** The first of the sentences asked for that begins like this one: a repeated sentence is no further statement. */
function firstAlike(sentence: number, reading: MatchedText): number {
  let known = beginnings.get(reading);
  if (known === undefined) beginnings.set(reading, (known = { byHash: new Map(), firstOf: new Map() }));
  let first = known.firstOf.get(sentence);
  if (first !== undefined) return first;
  const own = beginningOf(sentence, reading);
  const hash = hashOf(own);
  const others = known.byHash.get(hash);
  first = others?.find((other) => isSame(beginningOf(other, reading), own)) ?? sentence;
  if (others === undefined) known.byHash.set(hash, [sentence]);
  else if (first === sentence) others.push(sentence);
  known.firstOf.set(sentence, first);
  return first;
}

const BEGINNING_UNITS = 80;

function beginningOf(sentence: number, { segments, text }: MatchedText): Uint16Array {
  const start = segments.sentences[sentence]!;
  const end = segments.sentences[sentence + 1] ?? text.length;
  return text.units.subarray(start, Math.min(end, start + BEGINNING_UNITS));
}

function hashOf(units: Uint16Array): number {
  let hash = 0;
  for (let at = 0; at < units.length; at++) hash = (Math.imul(hash, 31) + units[at]!) | 0;
  return hash;
}

function isSame(one: Uint16Array, other: Uint16Array): boolean {
  return one.length === other.length && one.every((unit, at) => unit === other[at]);
}
