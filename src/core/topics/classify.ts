import { originalSpan } from '../matching/matcher.ts';
import { type MatchedText, findTerms } from './find-evidence.ts';
import type { Hit } from './hit.ts';
import type { Firing } from './fire-rules.ts';
import { HitIndex } from './hit-index.ts';
import { groundsOf } from './fit/grounds.ts';
import { heaviestStatements, statementIn } from './fit/heaviest-statements.ts';
import type { ClassifiableArticle, Ground, Match, Passage, TextField } from './match.ts';
import { type TopicScore, scoreTopic } from './score-topic.ts';
import { stanceOf, tellsBeginning } from './stance.ts';
import type { Topics } from './topics.ts';

const MAX_PASSAGES = 8;
/** Grounds that are kept of a match without a rule; further ones add little. */
const MAX_GROUNDS = 6;
/** Of a longer "sentence" (a table, a list without full stops) only the part around the evidence is shown. */
const MAX_PASSAGE_UNITS = 600;

/**
 * The topics of an article, sure or possible, strongest first, with the sentences that matched. With language `und`
 * every lexicon whose script occurs is tried separately, so that no rule mixes words of two languages.
 */
export function classify(article: ClassifiableArticle, topics: Topics): Match[] {
  const reading = findTerms(article, topics);
  const best = new Map<string, { readonly found: TopicScore; readonly index: HitIndex }>();
  for (const matched of reading.found) {
    if (matched.hits.length === 0) continue;
    const index = new HitIndex(reading, topics, matched);
    for (const topic of topics.topics) {
      const found = scoreTopic(topic, index);
      if (found.level === undefined) continue;
      const before = best.get(topic.id)?.found;
      if (before === undefined || isStronger(found, before)) best.set(topic.id, { found, index });
    }
  }
  return [...best.values()]
    .map(({ found, index }) => toMatch(found, index, topics, article))
    .sort(byConfidence);
}

/** Strongest first. */
export function byConfidence(a: Match, b: Match): number {
  return b.confidence - a.confidence;
}

function isStronger(one: TopicScore, other: TopicScore): boolean {
  return (
    one.confidence > other.confidence || (one.confidence === other.confidence && one.score > other.score)
  );
}

function toMatch(found: TopicScore, index: HitIndex, topics: Topics, article: ClassifiableArticle): Match {
  const statements = statementsOf(found, index);
  const rules = new Map(found.firings.map(({ rule }) => [rule.id, { id: rule.id, weight: rule.weight }]));
  const said = stanceOf(found.topic, statements, index);
  return {
    topic: found.topic.id,
    level: found.level ?? 'possible',
    confidence: found.confidence,
    ...said,
    ...(tellsBeginning(found.topic, said, statements, index) ? { takesEffect: true as const } : {}),
    ...(found.aside === true ? { aside: true as const } : {}),
    rules: [...rules.values()],
    passages: passagesOf(statements, index.reading, topics, article),
    ...(found.firings.length > 0 ? {} : { grounds: weightiest(groundsOf(found, index)) }),
    version: found.topic.version,
  };
}

/** What the match rests on: the sentence that decided, then the others, strongest first. */
function statementsOf({ topic, firings, decisive }: TopicScore, index: HitIndex): readonly Statement[] {
  const all: readonly Statement[] = firings.length > 0 ? firings : heaviestStatements(topic, index);
  if (decisive === undefined) return all;
  const own = all.filter(({ sentence }) => sentence === decisive);
  const first = own.length > 0 ? own : [statementIn(decisive, topic, index) ?? []].flat();
  return [...first, ...all.filter(({ sentence }) => sentence !== decisive)];
}

function weightiest(grounds: readonly Ground[]): Ground[] {
  return grounds.filter(({ adds }) => adds > 0).slice(0, MAX_GROUNDS);
}

/** The reason for a passage: a rule that fired or, where none did, the concepts of highest weight. */
export type Statement = Pick<Firing, 'hits' | 'sentence'> & { readonly rule: { readonly id: string } };

/** One passage for each sentence, from the strongest rule that fired there. */
export function passagesOf(
  statements: readonly Statement[],
  reading: MatchedText,
  topics: Topics,
  article: ClassifiableArticle,
): Passage[] {
  const seen = new Set<string>();
  const passages: Passage[] = [];
  for (const statement of statements) {
    const place = placeOf(statement, reading, article);
    if (seen.has(place.text)) continue;
    seen.add(place.text);
    passages.push(toPassage(statement, place, reading, topics));
    if (passages.length === MAX_PASSAGES) break;
  }
  return passages;
}

/** The words around the evidence that are shown. */
interface Place {
  readonly field: TextField;
  /** Evidence from the title is not part of a passage in the text. */
  readonly hits: readonly Hit[];
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly content: string;
  readonly together: Passage['together'];
}

function placeOf(
  firing: Pick<Firing, 'hits' | 'sentence'>,
  reading: MatchedText,
  article: ClassifiableArticle,
): Place {
  const { segments, text } = reading;
  const field = reading.fields[firing.sentence]!;
  const hits = firing.hits.filter((hit) => reading.fields[hit.sentence] === field);
  // Hits are in order of the text.
  const first = hits[0]!.sentence;
  const last = hits.at(-1)!.sentence;
  let start = segments.sentences[first]!;
  let end = segments.sentences[last + 1] ?? text.length;
  if (end - start > MAX_PASSAGE_UNITS) {
    const middle = (hits[0]!.start + hits.at(-1)!.end) >> 1;
    start = Math.max(start, Math.min(hits[0]!.start, middle - MAX_PASSAGE_UNITS / 2));
    end = Math.min(end, Math.max(hits.at(-1)!.end, middle + MAX_PASSAGE_UNITS / 2));
  }
  while (start < end && text.units[start]! <= 0x20) start++;
  while (end > start && text.units[end - 1]! <= 0x20) end--;
  const base = reading.offsets[field];
  const span = originalSpan(text, start, end);
  const content = contentOf(field, article);
  return {
    field,
    hits,
    start: span.start - base,
    end: span.end - base,
    text: content.slice(span.start - base, span.end - base),
    content,
    together: first === last ? 'sentence' : 'nearby',
  };
}

function toPassage(
  { rule }: Statement,
  { field, hits, start, end, text, content, together }: Place,
  reading: MatchedText,
  topics: Topics,
): Passage {
  const base = reading.offsets[field];
  const terms = hits.map((hit) => toTerm(hit, reading, topics, base, content));
  return { rule: rule.id, field, start, end, text, together, terms };
}

function toTerm(hit: Hit, reading: MatchedText, topics: Topics, base: number, content: string) {
  const span = originalSpan(reading.text, hit.start, hit.end);
  return {
    concept: topics.concepts[hit.concept]!,
    start: span.start - base,
    end: span.end - base,
    text: content.slice(span.start - base, span.end - base),
  };
}

function contentOf(field: TextField, article: ClassifiableArticle): string {
  if (field === 'title') return article.title;
  return field === 'lead' ? (article.lead ?? '') : article.text;
}
