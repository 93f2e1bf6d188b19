import type { Shape } from './shape-names.ts';
import type { EvidenceSource, SentenceCounts } from './evidence-source.ts';
import type { MatchedText } from '../find-evidence.ts';

/** The values of the shapes, without `rules`, which depends on the topic. */
export type ArticleShape = Readonly<Record<Exclude<Shape, 'rules'>, number>>;

/**
 * What one unit stands for: about the standard deviation over the labelled articles, so that all shapes are shrunk
 * alike.
 */
const UNIT: Readonly<Record<Shape, number>> = {
  sentences: 0.75,
  headlines: 0.18,
  entities: 0.5,
  title: 0.78,
  'concepts-together': 0.9,
  'families-together': 1.9,
  empty: 0.25,
  rules: 0.5,
};
const ENTITY_PREFIX = 'entity:';

/** Linear in the sentences; counted once for all topics. */
export function countSentences(reading: MatchedText): SentenceCounts {
  return reading.made.of(countSentences, () => count(reading));
}

function count({ fields, segments, text }: MatchedText): SentenceCounts {
  let headlines = 0;
  let sentences = 0;
  for (let at = 0; at < fields.length; at++) {
    // After the last full stop begins an empty sentence.
    if (segments.sentences[at]! >= text.length) continue;
    if (fields[at] === 'title') headlines++;
    else sentences++;
  }
  return { headlines, sentences };
}

/** Linear in the hits. */
export function shapeOf({ hits, reading, topics, counts }: EvidenceSource): ArticleShape {
  const { fields } = reading;
  const { headlines, sentences } = counts;
  const { of, names } = topics.families;
  // The sentence in which a concept or family was last seen, plus one.
  const seen = new Int32Array(topics.concepts.length);
  const seenFamily = new Int32Array(names.length);
  let entities = 0;
  let inTitle = 0;
  let named = 0;
  let concepts = 0;
  let families = 0;
  let together = 0;
  let familiesTogether = 0;
  let sentence = -1;
  for (const hit of hits) {
    // Hits are in order of the text.
    if (hit.sentence !== sentence) {
      sentence = hit.sentence;
      together = familiesTogether = 0;
      if (fields[sentence] !== 'title') named++;
    }
    const { concept } = hit;
    if (seen[concept] === sentence + 1) continue;
    if (seen[concept] === 0 && topics.concepts[concept]!.startsWith(ENTITY_PREFIX)) entities++;
    if (fields[sentence] === 'title' && !isInTitle(seen[concept]!, fields)) inTitle++;
    seen[concept] = sentence + 1;
    together++;
    for (const family of of[concept]!) {
      if (seenFamily[family] === sentence + 1) continue;
      seenFamily[family] = sentence + 1;
      familiesTogether++;
    }
    concepts = Math.max(concepts, together);
    families = Math.max(families, familiesTogether);
  }
  return {
    sentences: Math.log(1 + sentences) / UNIT.sentences,
    headlines: Math.log(Math.max(1, headlines)) / UNIT.headlines,
    entities: Math.log(1 + entities) / UNIT.entities,
    title: Math.log(1 + inTitle) / UNIT.title,
    'concepts-together': Math.sqrt(concepts) / UNIT['concepts-together'],
    'families-together': families / UNIT['families-together'],
    empty: (sentences === 0 ? 0 : 1 - named / sentences) / UNIT.empty,
  };
}

/** Whether a concept was last seen in a sentence of the title; titles come first. @param last the sentence, plus one */
function isInTitle(last: number, fields: EvidenceSource['reading']['fields']): boolean {
  return last > 0 && fields[last - 1] === 'title';
}

/** The shape `rules`. @param fired how many rules of the topic fire */
export function rulesShape(fired: number): number {
  return Math.log(1 + fired) / UNIT.rules;
}
