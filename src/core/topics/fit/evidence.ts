import type { MatchedText } from '../find-evidence.ts';
import type { HitIndex } from '../fire-rules.ts';
import type { ScoredRules } from '../score-topic.ts';
import type { Families } from '../topics.ts';
import type { CompiledFeature } from './compiled-fit.ts';

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
  readonly length: number;
}

/**
 * A long text names every concept somewhere, so the value of one mention decreases with the square root of the
 * length.
 */
const FULL_WORTH_WORDS = 250;
const OPENING_WORTH = 0.6;
/** A sentence with more concepts is a list. */
export const MAX_CONCEPTS = 24;
/** The factor in the key of two concepts; there are always fewer concepts. */
const CONCEPTS = 1 << 20;
/**
 * Values of families are scaled by this, so that their weights are shrunk less. A family rests on more articles than
 * a concept. With 2 the weights did better on sources that they were not fitted to; between 1 and 3 the results
 * differ little.
 */
const FAMILY_WORTH = 2;

/** The key of two concepts in one sentence. */
export function pairKey(one: number, other: number): number {
  return one < other ? one * CONCEPTS + other : other * CONCEPTS + one;
}

/** The concepts of a key. */
export function pairOf(key: number): [number, number] {
  return [Math.floor(key / CONCEPTS), key % CONCEPTS];
}

const gathered = new WeakMap<HitIndex, Evidence>();

/** Positions of each concept, and pairs in one sentence. Linear in the hits; computed once for all topics. */
export function evidenceOf(index: HitIndex): Evidence {
  const known = gathered.get(index);
  if (known !== undefined) return known;
  const evidence = gather(index);
  gathered.set(index, evidence);
  return evidence;
}

function gather(index: HitIndex): Evidence {
  const { reading, concepts } = index;
  const { families } = index.topics;
  const size = concepts + families.names.length;
  const title = new Float32Array(size);
  const opening = new Float32Array(size);
  const text = new Float32Array(size);
  const many = new Float32Array(size);
  const pairs = new Map<number, number>();
  const worth = textWorth(reading);
  const sentence: number[] = [];
  const pairUp = (at: number) => {
    const own = placeWorth(at, reading);
    const put = (key: number, value: number) => {
      if ((pairs.get(key) ?? 0) < value) pairs.set(key, value);
    };
    for (let a = 0; a < sentence.length; a++) {
      for (let b = a + 1; b < sentence.length; b++) put(pairKey(sentence[a]!, sentence[b]!), own);
    }
    for (const [one, other] of familyPairs(sentence, families)) {
      put(pairKey(concepts + one, concepts + other), FAMILY_WORTH * own);
    }
    sentence.length = 0;
  };
  let at = -1;
  for (const hit of index.hits) {
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
  for (let concept = 0; concept < concepts; concept++) {
    if (!(text[concept]! > 0)) continue;
    // One mention counts once, e mentions count twice.
    text[concept] = worth * (1 + Math.log(text[concept]!));
    for (const family of families.of[concept]!) {
      const own = concepts + family;
      for (const values of [title, opening, text]) {
        values[own] = Math.max(values[own]!, FAMILY_WORTH * values[concept]!);
      }
      many[own]! += 1;
    }
  }
  for (let own = concepts; own < size; own++) {
    if (many[own]! > 0) many[own] = FAMILY_WORTH * Math.log(many[own]!);
  }
  return { title, opening, text, many, pairs, length: Math.log(1 + reading.words / 100) };
}

/** Pairs of families in a sentence, each by a concept of its own. */
function familyPairs(sentence: readonly number[], families: Families): [number, number][] {
  const members = new Map<number, number[]>();
  for (const concept of sentence) {
    for (const family of families.of[concept]!) {
      const own = members.get(family);
      if (own === undefined) members.set(family, [concept]);
      else own.push(concept);
    }
  }
  const named = [...members];
  return named.flatMap(([one, ones], at) =>
    named
      .slice(at + 1)
      .filter(([, others]) => ones.length > 1 || others.length > 1 || ones[0] !== others[0])
      .map(([other]): [number, number] => [one, other]),
  );
}

/** The value of one mention in the text. */
function textWorth({ words }: MatchedText): number {
  return Math.min(1, Math.sqrt(FULL_WORTH_WORDS / Math.max(1, words)));
}

/** The value of what a sentence says: 1 in the title, less in a long text. */
export function placeWorth(sentence: number, reading: MatchedText): number {
  if (reading.fields[sentence] === 'title') return 1;
  const worth = textWorth(reading);
  return reading.opens[sentence]! ? Math.max(worth, OPENING_WORTH) : worth;
}

/**
 * Values of rules are scaled by this, so that their weights are shrunk less: rules were written by people, concepts
 * only occur. With 3 instead of 1 the weights did better on every source that they were not fitted to.
 */
export const RULE_WORTH = 3;

/** The combined value of all rules. */
export function scoreValue({ score, topic }: ScoredRules): number {
  return RULE_WORTH * Math.log(1 + score / topic.threshold);
}

/** The value of a feature in the article; 0 where it is absent. */
export function featureValue(feature: CompiledFeature, evidence: Evidence, found: ScoredRules): number {
  switch (feature.kind) {
    case 'title':
      return evidence.title[feature.concept]!;
    case 'opening':
      return evidence.opening[feature.concept]!;
    case 'text':
      return evidence.text[feature.concept]!;
    case 'many':
      return evidence.many[feature.concept]!;
    case 'pair':
      return evidence.pairs.get(feature.key) ?? 0;
    case 'rule':
      return RULE_WORTH * (found.ruleWorth.get(feature.id) ?? 0);
    case 'counter':
      return found.counters.some(({ id }) => id === feature.id) ? 1 : 0;
    case 'score':
      return scoreValue(found);
    case 'length':
      return evidence.length;
  }
}
