import type { ScoredRules } from './scored-rules.ts';
import { type Cuts, HAND_CUTS, confidenceOf, handConfidence, levelOf } from './confidence.ts';
import { bestSentence, sentencesOf, withSentence } from './fit/best-sentence.ts';
import { evidenceOf, fittedLogOdds } from './fit/evidence.ts';
import type { HitIndex } from './hit-index.ts';
import type { Level } from './match.ts';
import { scoreRules } from './score-rules.ts';
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
  const evidence = scoreRules(topic, index);
  if (evidence.firings.length === 0 && topic.fit === undefined) return { topic, ...NOTHING, isGuarded };
  const { score, firings, counters, ruleWorth } = evidence;
  return judge({ topic, score, firings, counters, ruleWorth, isGuarded }, index);
}

/** The cuts of a topic: those of its fit, or those for hand-written weights. */
export function cutsOf(topic: CompiledTopic): Cuts {
  return topic.fit?.cuts ?? HAND_CUTS;
}

function judge(found: ScoredRules, index: HitIndex): TopicScore {
  const { topic, score } = found;
  if (topic.fit === undefined) return levelled(found, handConfidence(score, topic.threshold), undefined);
  const whole = fittedLogOdds(topic.fit, evidenceOf(index), found, topic.threshold);
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
  const { topic, score, firings, counters, ruleWorth, isGuarded } = found;
  const level = levelOf(confidence, cutsOf(topic));
  return { topic, score, firings, counters, ruleWorth, isGuarded, confidence, level, decisive };
}
