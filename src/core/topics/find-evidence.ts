import { type NormalisedText, normalise } from '../matching/normalise.ts';
import { findHits } from './find-hits.ts';
import type { Hit } from './hit.ts';
import { ALL_LANGUAGES, type LexiconKey, lexiconOf, plausibleLexicons } from './languages.ts';
import type { ClassifiableArticle, TextField } from './match.ts';
import { Remembered } from './remembered.ts';
import { type Segments, WORD, segment } from './segment.ts';
import type { Topics } from './topics.ts';
import { lowerBound } from '../matching/lower-bound.ts';

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
  /** What each lexicon found, in order of start. Words of two lexicons never form one statement. */
  readonly found: readonly { readonly lexicon: LexiconKey; readonly hits: readonly Hit[] }[];
  /** What was made of it, whatever the lexicon. */
  readonly made: Remembered;
}

const SEPARATOR = '\n\n';
/** The length of the opening in words: about three sentences. */
const OPENING_WORDS = 60;

/** Splits the article and finds every term of the topics, in one pass for each lexicon. */
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
  const lexicons = code === 'und' ? plausibleLexicons(source) : [lexiconOf(code) ?? ALL_LANGUAGES];
  const found = lexicons.map((lexicon) => ({
    lexicon,
    hits: findHits(text, segments, topics.lexicons.get(lexicon)!, topics),
  }));
  const words = Math.ceil((segments.position[text.length]! - textWords) / WORD);
  return { text, segments, fields, opens, offsets, words, found, made: new Remembered() };
}

function firstUnitAt(text: NormalisedText, offset: number): number {
  return lowerBound(text.length, (unit) => text.starts[unit]! >= offset);
}
