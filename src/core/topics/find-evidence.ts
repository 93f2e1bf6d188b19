import { findPatterns } from '../matching/matcher.ts';
import { type NormalisedText, PARAGRAPH_BREAK, normalise } from '../matching/normalise.ts';
import { languageBit } from './compile-topics.ts';
import { type LexiconLanguage, lexiconOf, plausibleLexicons } from './languages.ts';
import type { ClassifiableArticle, TextField } from './match.ts';
import { PartHits } from './join-parts.ts';
import { eachMeaning, type Meaning } from './meaning-table.ts';
import { type Segments, WORD, segment } from './segment.ts';
import type { GroupIndex, Topics } from './topics.ts';
import { lowerBound } from '../matching/lower-bound.ts';

/** A term found in the article. `start` and `end` are normalised units of `MatchedText.text`. */
export interface Hit {
  readonly concept: number;
  readonly start: number;
  readonly end: number;
  readonly languages: number;
  readonly sentence: number;
  /** `Segments.position` of its start and end. */
  readonly from: number;
  readonly to: number;
  negated: boolean;
}

/** An article as the rules read it: its fields joined, split into sentences and searched once. */
export interface MatchedText {
  readonly text: NormalisedText;
  readonly segments: Segments;
  /** The field of each sentence. */
  readonly fields: readonly TextField[];
  /** Whether each sentence belongs to the opening: the lead, or the first words of the text. */
  readonly opens: readonly boolean[];
  /** Offset in `text.source` at which each field begins. */
  readonly offsets: Readonly<Record<TextField, number>>;
  /** Number of words in the text, without title and lead. */
  readonly words: number;
  /** In order of start. */
  readonly hits: readonly Hit[];
  /** The lexicons to try, one at a time. */
  readonly lexicons: readonly (LexiconLanguage | undefined)[];
}

const SEPARATOR = '\n\n';
/** The length of the opening in words: about three sentences. */
const OPENING_WORDS = 60;
/** Longer paragraphs are part of the text, even if they begin like a label of the page. */
const FURNITURE_WORDS = 60;
/** How many words a negation affects. */
const NEGATION_WORDS = 3;

/** Splits the article and finds every term of the topics in one pass. */
export function findTerms(article: ClassifiableArticle, topics: Topics): MatchedText {
  const lead = article.lead ?? '';
  const source = article.title + SEPARATOR + (lead === '' ? '' : lead + SEPARATOR) + article.text;
  const leadAt = article.title.length + SEPARATOR.length;
  const offsets = {
    title: 0,
    lead: leadAt,
    text: leadAt + (lead === '' ? 0 : lead.length + SEPARATOR.length),
  };
  const text = normalise(source);
  const segments = segment(text);
  const textStart = firstUnitAt(text, offsets.text);
  const textWords = segments.position[Math.min(textStart, text.length)]!;
  const fields: TextField[] = [];
  const opens: boolean[] = [];
  for (const start of segments.sentences) {
    const offset = start < text.length ? text.starts[start]! : offsets.text;
    const field = offset >= offsets.text ? 'text' : offset >= leadAt && lead !== '' ? 'lead' : 'title';
    fields.push(field);
    opens.push(
      field === 'lead' || (field === 'text' && segments.position[start]! - textWords < OPENING_WORDS * WORD),
    );
  }
  const code = article.language ?? 'und';
  const lexicons = code === 'und' ? plausibleLexicons(source) : [lexiconOf(code)];
  const reading = { text, segments, fields, opens, offsets, lexicons };
  const words = Math.ceil((segments.position[text.length]! - textWords) / WORD);
  return { ...reading, words, hits: findHits(text, segments, lexicons, topics) };
}

function firstUnitAt(text: NormalisedText, offset: number): number {
  return lowerBound(text.length, (unit) => text.starts[unit]! >= offset);
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly languages: number;
}

function findHits(
  text: NormalisedText,
  segments: Segments,
  lexicons: readonly (LexiconLanguage | undefined)[],
  topics: Topics,
): Hit[] {
  const languages = lexicons.reduce((bits, lexicon) => bits | languageBit(lexicon), 0);
  const exceptions = new Map<number, Span[]>();
  const conditional: { readonly hit: Hit; readonly meaning: Meaning }[] = [];
  const found: Hit[] = [];
  const parts = new PartHits();
  findPatterns(topics.matcher, text, (pattern, start, end) => {
    eachMeaning(topics.meanings, pattern, languages, (meaning) => {
      if (meaning.isException) {
        const spans = exceptions.get(meaning.concept);
        if (spans === undefined)
          exceptions.set(meaning.concept, [{ start, end, languages: meaning.languages }]);
        else spans.push({ start, end, languages: meaning.languages });
        return;
      }
      const hit: Hit = {
        concept: meaning.concept,
        start,
        end,
        languages: meaning.languages,
        sentence: 0,
        from: segments.position[start]!,
        to: segments.position[end]!,
        negated: false,
      };
      if (meaning.chain !== undefined) parts.add(meaning.chain, hit);
      else if (meaning.near === undefined) found.push(hit);
      else conditional.push({ hit, meaning });
    });
  });
  found.push(...parts.joined(segments));
  const companions = new Companions(found, topics);
  for (const { hit, meaning } of conditional) {
    if (companions.isNear(hit, meaning.near!, meaning.words * WORD)) found.push(hit);
  }
  const kept = found.flatMap((hit) => {
    // An exception of one language does not affect the others.
    const languages = hit.languages & ~exceptedLanguages(hit, exceptions.get(hit.concept));
    return languages === 0 ? [] : languages === hit.languages ? [hit] : [{ ...hit, languages }];
  });
  kept.sort((a, b) => a.start - b.start || b.end - a.end || a.concept - b.concept);
  return negate(dropFurniture(place(withoutRepeats(kept), segments), text, segments, topics), topics);
}

/** The positions of each group, for terms that count only near it. */
class Companions {
  private readonly found: readonly Hit[];
  private readonly topics: Topics;
  private readonly byGroup = new Map<GroupIndex, readonly Hit[]>();

  constructor(found: readonly Hit[], topics: Topics) {
    // A copy, so that two terms which each need another cannot satisfy each other.
    this.found = [...found];
    this.topics = topics;
  }

  isNear(hit: Hit, group: GroupIndex, distance: number): boolean {
    let named = this.byGroup.get(group);
    if (named === undefined) {
      const concepts = new Set(this.topics.groups[group]!);
      named = this.found.filter((other) => concepts.has(other.concept)).sort((a, b) => a.from - b.from);
      this.byGroup.set(group, named);
    }
    const others = named;
    const next = lowerBound(others.length, (index) => others[index]!.from >= hit.from);
    const after = others[next];
    const before = others[next - 1];
    return (
      (after !== undefined && after.from - hit.to <= distance) ||
      (before !== undefined && hit.from - before.to <= distance)
    );
  }
}

function exceptedLanguages(hit: Hit, spans: readonly Span[] | undefined): number {
  if (spans === undefined) return 0;
  // Spans are ordered by end. The first one that ends after the hit's start is the only candidate that begins before
  // it.
  const first = lowerBound(spans.length, (index) => spans[index]!.end > hit.start);
  let languages = 0;
  for (let index = first; index < spans.length && index < first + 4; index++) {
    if (spans[index]!.start < hit.end) languages |= spans[index]!.languages;
  }
  return languages;
}

/** One hit for each position and concept; of those that begin together the longest. */
function withoutRepeats(hits: readonly Hit[]): Hit[] {
  const last = new Map<number, Hit>();
  return hits.filter((hit) => {
    const before = last.get(hit.concept);
    if (before !== undefined && hit.end <= before.end && (hit.languages & ~before.languages) === 0)
      return false;
    last.set(hit.concept, hit);
    return true;
  });
}

function place(hits: readonly Hit[], segments: Segments): Hit[] {
  let sentence = 0;
  return hits.map((hit) => {
    while (sentence + 1 < segments.sentences.length && segments.sentences[sentence + 1]! <= hit.start)
      sentence++;
    return { ...hit, sentence };
  });
}

/** Drops hits in "read also" lines, comment forms and the like. */
function dropFurniture(hits: Hit[], text: NormalisedText, segments: Segments, topics: Topics): Hit[] {
  const furniture = topics.groups[topics.furniture]!;
  const dropped = new Set<number>();
  for (const hit of hits) {
    if (!furniture.includes(hit.concept)) continue;
    const before = hit.start === 0 ? PARAGRAPH_BREAK : text.units[hit.start - 1]!;
    const isFirst = segments.sentences[hit.sentence] === hit.start || before === PARAGRAPH_BREAK;
    if (isFirst && paragraphWords(hit.sentence, segments) <= FURNITURE_WORDS) {
      dropped.add(segments.paragraphs[hit.sentence]!);
    }
  }
  if (dropped.size === 0) return hits;
  return hits.filter((hit) => !dropped.has(segments.paragraphs[hit.sentence]!));
}

function paragraphWords(sentence: number, { sentences, paragraphs, position }: Segments): number {
  let first = sentence;
  while (first > 0 && paragraphs[first - 1] === paragraphs[sentence]) first--;
  let next = sentence + 1;
  while (next < sentences.length && paragraphs[next] === paragraphs[sentence]) next++;
  const end = next < sentences.length ? sentences[next]! : position.length - 1;
  return (position[end]! - position[sentences[first]!]!) / WORD;
}

function negate(hits: Hit[], topics: Topics): Hit[] {
  const mark = (group: GroupIndex, reaches: (negation: Hit, hit: Hit) => number) => {
    const concepts = topics.groups[group]!;
    if (concepts.length === 0) return;
    for (const [index, negation] of hits.entries()) {
      if (!concepts.includes(negation.concept)) continue;
      for (const step of [-1, 1]) {
        for (let other = index + step; other >= 0 && other < hits.length; other += step) {
          const hit = hits[other]!;
          if (hit.sentence !== negation.sentence) break;
          const distance = reaches(negation, hit);
          if (distance >= 0 && distance <= NEGATION_WORDS * WORD) hit.negated = true;
          else if (Math.abs(hit.from - negation.from) > 2 * NEGATION_WORDS * WORD) break;
        }
      }
    }
  };
  mark(topics.negationBefore, (negation, hit) => hit.from - negation.to);
  mark(topics.negationAfter, (negation, hit) => negation.from - hit.to);
  return hits;
}
