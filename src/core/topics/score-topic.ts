import { HAND_CUTS, handConfidence, levelOf } from './confidence.ts';
import type { Reading } from './find-evidence.ts';
import { type Firing, type HitIndex, fireRule } from './fire-rules.ts';
import type { Level } from './match.ts';
import type { CompiledTopic } from './topics.ts';

/** A topic's evidence in one article, and what it comes to. */
export interface TopicScore {
  readonly topic: CompiledTopic;
  /** Sum of the rules' weights, counter-evidence subtracted. */
  readonly score: number;
  /** Per cent, 0 to 100. */
  readonly confidence: number;
  readonly level: Level | undefined;
  /** Strongest first. */
  readonly firings: readonly Firing[];
  readonly counters: readonly { readonly id: string; readonly subtract: number }[];
  /** Whether each group of the guard was found. */
  readonly isGuarded: boolean;
}

/**
 * Up to this many words one full statement is what the text is about; in longer ones every word occurs somewhere,
 * and a statement's worth falls with the square root of the length unless it stands in the title.
 */
const FULL_WORTH_WORDS = 250;
/** A statement in the opening of a long text tells more of its subject than one further down. */
const OPENING_WORTH = 0.6;
/** What each further statement adds, after the strongest. */
const REPETITION_WORTH = 0.5;
const MAX_STATEMENTS = 8;
/** A second rule in the same sentence strengthens it a little. */
const SECOND_RULE_WORTH = 0.2;

const NOTHING = { confidence: 0, level: undefined };

/** Tries the topic's rules on the hits of one lexicon. */
export function scoreTopic(topic: CompiledTopic, index: HitIndex): TopicScore {
  const isGuarded = topic.guard.every((group) => index.has(group));
  if (!isGuarded) return { topic, score: 0, ...NOTHING, firings: [], counters: [], isGuarded };
  const firings = topic.rules.flatMap((rule) => fireRule(rule, index));
  if (firings.length === 0) return { topic, score: 0, ...NOTHING, firings, counters: [], isGuarded };
  const counters = topic.counter
    .filter(
      ({ any, unless, zones }) => index.hasIn(any, zones) && !(unless !== undefined && index.has(unless)),
    )
    .map(({ id, subtract }) => ({ id, subtract }));
  const worth = new Map(firings.map((firing) => [firing, statementWorth(firing, index.reading)]));
  firings.sort((a, b) => worth.get(b)! - worth.get(a)! || a.sentence - b.sentence);
  const against = counters.reduce((sum, { subtract }) => sum + subtract, 0);
  const score = Math.max(0, evidenceWorth(firings, worth, index.reading) - against);
  const confidence = handConfidence(score, topic.threshold);
  const level = levelOf(confidence, HAND_CUTS);
  return { topic, score: Math.round(score * 100) / 100, confidence, level, firings, counters, isGuarded };
}

function statementWorth(firing: Firing, reading: Reading): number {
  if (firing.hits.some((hit) => reading.fields[hit.sentence] === 'title')) return firing.rule.weight;
  const length = Math.min(1, Math.sqrt(FULL_WORTH_WORDS / Math.max(1, reading.words)));
  return firing.rule.weight * (reading.opens[firing.sentence]! ? Math.max(length, OPENING_WORTH) : length);
}

/** The strongest statement in full, the further ones in part; sentences that repeat another count once. */
function evidenceWorth(
  firings: readonly Firing[],
  worth: ReadonlyMap<Firing, number>,
  reading: Reading,
): number {
  const bySentence = new Map<string, number>();
  const seen = new Set<string>();
  for (const firing of firings) {
    const key = sentenceKey(firing.sentence, reading);
    const ruleKey = `${firing.rule.id} ${key}`;
    if (seen.has(ruleKey)) continue;
    seen.add(ruleKey);
    const known = bySentence.get(key);
    const own = worth.get(firing)!;
    // Firings come strongest first.
    bySentence.set(key, known === undefined ? own : known + own * SECOND_RULE_WORTH);
  }
  const statements = [...bySentence.values()].sort((a, b) => b - a).slice(0, MAX_STATEMENTS);
  return statements.reduce((sum, value, rank) => sum + value * (rank === 0 ? 1 : REPETITION_WORTH), 0);
}

function sentenceKey(sentence: number, reading: Reading): string {
  const { sentences } = reading.segments;
  const start = sentences[sentence]!;
  const end = sentences[sentence + 1] ?? reading.text.length;
  return String.fromCharCode(...reading.text.units.subarray(start, Math.min(end, start + 80)));
}
