import type { EvidenceSource } from './evidence-source.ts';
import type { HitIndex } from '../hit-index.ts';
import { placeWorth, textWorth } from '../place-worth.ts';
import type { RuleEvidence } from '../scored-rules.ts';
import type { LexiconKey } from '../languages.ts';
import { type CompiledFit, PLACES } from './compiled-fit.ts';
import type { PairFilter } from './pair-filter.ts';
import { FAMILY_WORTH, MAX_CONCEPTS, SentencePairs, wantedPairs } from './sentence-pairs.ts';
import { SHAPES } from './shape-names.ts';
import { type ArticleShape, countSentences, rulesShape, shapeOf } from './shape.ts';

/** What one lexicon found in an article, as values of features. Values are from 0 to about 3. */
export interface Evidence {
  /** By concept, then by family. */
  readonly title: Float32Array;
  readonly opening: Float32Array;
  readonly text: Float32Array;
  /** How many concepts of each family are found beyond the first; 0 for concepts. */
  readonly many: Float32Array;
  /** By `pairKey`: the value of the best sentence with both. */
  readonly pairs: ReadonlyMap<number, number>;
  /** The keys and values of `pairs`, which each topic reads in turn. */
  readonly pairKeys: readonly number[];
  readonly pairValues: Float64Array;
  /** The same of the second best sentence, for two families. */
  readonly again: ReadonlyMap<number, number>;
  /** The concepts and families that are found, ascending. */
  readonly present: readonly number[];
  readonly length: number;
  readonly shape: ArticleShape;
  readonly language: LexiconKey;
  /** The part of the log-odds that does not depend on rules, by the weights. */
  readonly weighed: Map<CompiledFit, number>;
}

/**
 * Positions of each concept, and those pairs in one sentence that have weights. Linear in the hits; computed once for
 * all topics.
 */
export function evidenceOf(index: HitIndex): Evidence {
  return index.made.of(evidenceOf, () => gatherEvidence(sourceOf(index), wantedPairs(index.topics)));
}

/** The whole article. */
export function sourceOf(index: HitIndex): EvidenceSource {
  const { hits, topics, lexicon, reading } = index;
  return { hits, topics, lexicon, reading, counts: countSentences(reading) };
}

/** @param wanted the pairs to be looked for; all if undefined */
export function gatherEvidence(source: EvidenceSource, wanted: PairFilter | undefined): Evidence {
  const { reading, topics } = source;
  const concepts = topics.concepts.length;
  const { families } = topics;
  const size = concepts + families.names.length;
  const title = new Float32Array(size);
  const opening = new Float32Array(size);
  const text = new Float32Array(size);
  const many = new Float32Array(size);
  const pairs = new SentencePairs(topics, wanted);
  const worth = textWorth(reading);
  const sentence: number[] = [];
  const pairUp = (at: number) => {
    pairs.add(sentence, placeWorth(at, reading));
    sentence.length = 0;
  };
  let at = -1;
  for (const hit of source.hits) {
    if (hit.sentence !== at) {
      if (at >= 0) pairUp(at);
      at = hit.sentence;
    }
    if (!sentence.includes(hit.concept) && sentence.length < MAX_CONCEPTS) sentence.push(hit.concept);
    if (reading.fields[hit.sentence] === 'title') title[hit.concept] = 1;
    else if (reading.opens[hit.sentence]!) opening[hit.concept] = 1;
    text[hit.concept]! += 1;
  }
  if (at >= 0) pairUp(at);
  const present: number[] = [];
  for (let concept = 0; concept < concepts; concept++) {
    if (!(text[concept]! > 0)) continue;
    present.push(concept);
    // One mention counts once, e mentions count twice.
    text[concept] = worth * (1 + Math.log(text[concept]!));
    for (const family of families.of[concept]!) {
      const own = concepts + family;
      title[own] = Math.max(title[own]!, FAMILY_WORTH * title[concept]!);
      opening[own] = Math.max(opening[own]!, FAMILY_WORTH * opening[concept]!);
      text[own] = Math.max(text[own]!, FAMILY_WORTH * text[concept]!);
      many[own]! += 1;
    }
  }
  for (let own = concepts; own < size; own++) {
    if (!(many[own]! > 0)) continue;
    many[own] = FAMILY_WORTH * Math.log(many[own]!);
    present.push(own);
  }
  const length = Math.log(1 + reading.words / 100);
  const { best, again } = pairs;
  return {
    title,
    opening,
    text,
    many,
    pairs: best,
    pairKeys: [...best.keys()],
    pairValues: Float64Array.from(best.values()),
    again,
    present,
    length,
    shape: shapeOf(source),
    language: source.lexicon,
    weighed: new Map(),
  };
}

/**
 * Values of rules are scaled by this, so that their weights are shrunk less: rules were written by people, concepts
 * only occur. With 3 instead of 1 the weights did better on every source that they were not fitted to.
 */
export const RULE_WORTH = 3;

/** The combined value of all rules. */
export function scoreValue({ score }: RuleEvidence, threshold: number): number {
  return RULE_WORTH * Math.log(1 + score / threshold);
}

/** The log-odds of the topic by its fitted weights. */
export function fittedLogOdds(
  fit: CompiledFit,
  evidence: Evidence,
  rules: RuleEvidence,
  threshold: number,
): number {
  let sum =
    weighEvidence(fit, evidence) +
    fit.score * scoreValue(rules, threshold) +
    fit.shape.rules * rulesShape(rules.ruleWorth.size);
  for (const [id, worth] of rules.ruleWorth) sum += (fit.rules.get(id) ?? 0) * RULE_WORTH * worth;
  for (const { id } of rules.counters) sum += fit.counters.get(id) ?? 0;
  return sum;
}

/** The part of the log-odds that does not depend on rules; computed once for topics with the same weights. */
function weighEvidence(fit: CompiledFit, evidence: Evidence): number {
  return evidence.weighed.getOrInsertComputed(fit, () => sumEvidence(fit, evidence));
}

function sumEvidence(fit: CompiledFit, evidence: Evidence): number {
  let sum = fit.bias + (fit.languages.get(evidence.language) ?? 0) + fit.length * evidence.length;
  for (const place of PLACES) {
    const weights = fit.places[place];
    const values = evidence[place];
    for (const concept of evidence.present) sum += weights[concept]! * values[concept]!;
  }
  for (const shape of SHAPES) if (shape !== 'rules') sum += fit.shape[shape] * evidence.shape[shape];
  for (let at = 0; at < evidence.pairKeys.length; at++) {
    const weight = fit.pairs.get(evidence.pairKeys[at]!);
    if (weight !== undefined) sum += weight * evidence.pairValues[at]!;
  }
  for (const [key, value] of evidence.again) sum += (fit.again.get(key) ?? 0) * value;
  return sum;
}
