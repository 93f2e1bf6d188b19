import type { Cuts } from './confidence.ts';
import { findTerms } from './find-evidence.ts';
import { HitIndex } from './hit-index.ts';
import type { LexiconKey } from './languages.ts';
import { groundsOf } from './fit/grounds.ts';
import { statementIn } from './fit/heaviest-statements.ts';
import type { ClassifiableArticle, Ground, Level, Passage } from './match.ts';
import { type NearMiss, findNearMiss } from './near-miss.ts';
import { Passages } from './passages.ts';
import { firingsOf } from './score-rules.ts';
import { cutsOf, scoreTopic } from './score-topic.ts';
import type { CompiledRule, CompiledTopic, Topics } from './topics.ts';

export interface RuleExplanation {
  readonly id: string;
  readonly weight: number;
  /** The passages where the rule fired, strongest first. */
  readonly passages: readonly Passage[];
  /** Where it nearly fired; undefined if it did fire. */
  readonly nearMiss: NearMiss | undefined;
}

export interface TopicExplanation {
  readonly topic: string;
  readonly title: string;
  /** Undefined where it does not match. */
  readonly level: Level | undefined;
  /** Per cent, 0 to 100. */
  readonly confidence: number;
  readonly cuts: Cuts;
  /** Sum of the rules' weights minus counter-evidence. */
  readonly score: number;
  readonly threshold: number;
  /** Groups of the guard that the article lacks; without them no rule is tried. */
  readonly missingGuard: readonly (readonly string[])[];
  readonly rules: readonly RuleExplanation[];
  readonly counters: readonly { readonly id: string; readonly subtract: number }[];
  /** The sentence that alone makes the topic likelier than the article as a whole does; its weights are not in `grounds`. */
  readonly decisive: Passage | undefined;
  /** What speaks most for the topic by its fitted weights, highest first, and what against it; empty without weights. */
  readonly grounds: { readonly for: readonly Ground[]; readonly against: readonly Ground[] };
  readonly version: string;
}

/** Grounds that are shown for and against a topic. */
const MAX_GROUNDS = 8;
/** What lowers the log-odds by less changes the confidence by less than three per cent. */
const LEAST_AGAINST = 0.1;

/** What `classify` does with an article, rule by rule. */
export interface Explanation {
  /** The lexicon with the most evidence; `*` where only terms common to all languages were used. */
  readonly lexicon: LexiconKey;
  readonly topics: readonly TopicExplanation[];
}

/**
 * For every rule, where it fired or what was missing. With language `und` the lexicon with the most evidence is
 * shown.
 */
export function explain(article: ClassifiableArticle, topics: Topics): Explanation {
  const reading = findTerms(article, topics);
  const explained = reading.found.map((matched) => {
    const index = new HitIndex(reading, topics, matched);
    const passages = new Passages(index, article);
    return {
      lexicon: matched.lexicon,
      hits: matched.hits.length,
      topics: topics.topics.map((topic) => explainTopic(topic, index, passages)),
    };
  });
  const worth = (entry: (typeof explained)[number]) =>
    entry.topics.reduce((sum, { score }) => sum + score, 0) + entry.hits / 1e6;
  const best = explained.toSorted((a, b) => worth(b) - worth(a))[0];
  if (best === undefined) return { lexicon: '*', topics: [] };
  return { lexicon: best.lexicon, topics: best.topics };
}

function explainTopic(topic: CompiledTopic, index: HitIndex, passages: Passages): TopicExplanation {
  const { topics } = index;
  const found = scoreTopic(topic, index);
  const { score, confidence, level, firings, counters } = found;
  const statement = found.decisive === undefined ? undefined : statementIn(found.decisive, topic, index);
  const grounds = found.isGuarded ? groundsOf(found, index) : [];
  const explainRule = (rule: CompiledRule): RuleExplanation => {
    const own = firings.filter((firing) => firing.rule === rule);
    // The guard keeps rules from being tried; near misses are shown all the same.
    const wouldFire = own.length > 0 || firingsOf(rule, index).length > 0;
    return {
      id: rule.id,
      weight: rule.weight,
      passages: passages.of(own),
      nearMiss: wouldFire ? undefined : findNearMiss(rule, index, passages),
    };
  };
  return {
    topic: topic.id,
    title: topic.title,
    level,
    confidence,
    cuts: cutsOf(topic),
    score,
    threshold: topic.threshold,
    missingGuard: topic.guard
      .filter((group) => !index.has(group))
      .map((group) => topics.groups[group]!.map((concept) => topics.concepts[concept]!)),
    rules: topic.rules.map(explainRule),
    counters,
    decisive: statement && passages.of([statement])[0],
    grounds: {
      for: grounds.filter(({ adds }) => adds > 0).slice(0, MAX_GROUNDS),
      against: grounds
        .filter(({ adds }) => adds <= -LEAST_AGAINST)
        .slice(-MAX_GROUNDS)
        .toReversed(),
    },
    version: topic.version,
  };
}
