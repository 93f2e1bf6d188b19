import type { Hit } from '../hit.ts';
import type { MatchedText } from '../find-evidence.ts';
import type { Firing } from '../fire-rules.ts';
import type { HitIndex } from '../hit-index.ts';
import { hitsInSentence, isNamedIn } from '../hits-in-sentence.ts';
import { scoreOneSentence } from '../score-sentence.ts';
import type { RuleEvidence, ScoredRules } from '../scored-rules.ts';
import { WORD } from '../segment.ts';
import type { CompiledTopic } from '../topics.ts';
import type { CompiledFit } from './compiled-fit.ts';
import { type Evidence, fittedLogOdds, gatherEvidence } from './evidence.ts';
import type { EvidenceSource } from './evidence-source.ts';
import { wantedPairs } from './sentence-pairs.ts';
import { countSentences } from './shape.ts';

/** Shorter texts are about one subject. */
const LEAST_WORDS = 40;
/** An article with higher log-odds is on the topic in any case, and its sentences are not tried. */
const CLEAR = 1;

/** The sentence that alone speaks most for a topic. */
export interface BestSentence {
  readonly sentence: number;
  /** Log-odds as of a short item that has only this sentence. */
  readonly logOdds: number;
}

/** A sentence of the text as if it was the whole article. */
export interface LoneSentence {
  readonly sentence: number;
  readonly source: EvidenceSource;
  readonly found: RuleEvidence;
}

/**
 * The best sentence in which a rule fires, of an article whose log-odds leave room for it: digests and long reports may
 * say in one sentence of many what the topic is about.
 */
export function bestSentence(
  fit: CompiledFit,
  index: HitIndex,
  found: ScoredRules,
  whole: number,
): BestSentence | undefined {
  if (whole > CLEAR) return undefined;
  let best: BestSentence | undefined;
  for (const { sentence, source, found: own } of loneSentences(index, found)) {
    const logOdds = fittedLogOdds(fit, evidenceIn(sentence, source, index), own, found.topic.threshold);
    if (best === undefined || logOdds > best.logOdds) best = { sentence, logOdds };
  }
  return best;
}

/**
 * The log-odds of an article that is on the topic either as a whole or by one of its sentences. The best of many sentences
 * is high by chance, so it counts the less the more there are.
 */
export function withSentence(whole: number, sentence: number | undefined, sentences: number): number {
  if (sentence === undefined || whole > CLEAR) return whole;
  const alone = sentence - Math.log(sentences);
  const most = Math.max(whole, alone);
  return most + Math.log(Math.exp(whole - most) + Math.exp(alone - most));
}

/** How many sentences the article has, with its title. */
export function sentencesOf(index: HitIndex): number {
  const { headlines, sentences } = countSentences(index.reading);
  return headlines + sentences;
}

/** The sentences of the text that have all that a rule of the topic needs. Found once for topics of which the same rules fire. */
export function loneSentences(index: HitIndex, { firings, topic }: ScoredRules): readonly LoneSentence[] {
  const known = index.made.of(firings, () => new Map<CompiledTopic['guard'], readonly LoneSentence[]>());
  return known.getOrInsertComputed(topic.guard, () => [...findLoneSentences(index, firings, topic)]);
}

function* findLoneSentences(
  index: HitIndex,
  firings: readonly Firing[],
  topic: CompiledTopic,
): Generator<LoneSentence> {
  const { reading, topics, lexicon } = index;
  if (reading.words <= LEAST_WORDS) return;
  const alone = firings.filter(
    (firing) => reading.fields[firing.sentence] !== 'title' && standsAlone(firing, index),
  );
  for (const [sentence, own] of Map.groupBy(alone, (firing) => firing.sentence)) {
    const hits = borneOutIn(sentence, index);
    const isGuarded = topic.guard.every((group) =>
      topics.groups[group]!.some((concept) => hits.some((hit) => hit.concept === concept)),
    );
    if (!isGuarded) continue;
    yield {
      sentence,
      source: {
        hits,
        topics,
        lexicon,
        reading: { ...openingOnly(reading), words: wordsIn(sentence, reading) },
        counts: { headlines: 0, sentences: 1 },
      },
      found: scoreOneSentence(topic, sentence, own, index),
    };
  }
}

/** Without terms that count only near others, where those are in another sentence. */
function borneOutIn(sentence: number, index: HitIndex): Hit[] {
  return hitsInSentence(index.hits, sentence).filter((hit) => isBorneOut(hit, index));
}

function isBorneOut({ near, sentence }: Hit, index: HitIndex): boolean {
  return near === undefined || isNamedIn(index.of(near), sentence);
}

/** Whether the rule would fire if there was only this sentence. */
function standsAlone({ rule, hits, sentence }: Firing, index: HitIndex): boolean {
  return (
    hits.every((hit) => hit.sentence === sentence && isBorneOut(hit, index)) &&
    [...rule.article, ...rule.opening].every((group) => isNamedIn(index.of(group), sentence))
  );
}

function wordsIn(sentence: number, { segments, text }: MatchedText): number {
  const { sentences, position } = segments;
  const end = Math.min(sentences[sentence + 1] ?? text.length, text.length);
  return Math.ceil((position[end]! - position[sentences[sentence]!]!) / WORD);
}

/** A lone sentence is the opening of its text. Made once for all sentences. */
function openingOnly(reading: MatchedText): Pick<MatchedText, 'fields' | 'opens'> {
  return reading.made.of(openingOnly, () => ({
    fields: reading.fields.map((): 'text' => 'text'),
    opens: reading.opens.map(() => true),
  }));
}

/** Gathered once for all topics. */
function evidenceIn(sentence: number, source: EvidenceSource, index: HitIndex): Evidence {
  const known = index.made.of(evidenceIn, () => new Map<number, Evidence>());
  return known.getOrInsertComputed(sentence, () => gatherEvidence(source, wantedPairs(index.topics)));
}
