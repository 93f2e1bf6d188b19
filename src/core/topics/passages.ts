import { originalSpan } from '../matching/matcher.ts';
import type { Hit } from './hit.ts';
import type { Firing } from './fire-rules.ts';
import type { HitIndex } from './hit-index.ts';
import type { ClassifiableArticle, Passage, TextField } from './match.ts';

const MAX_PASSAGES = 8;
/** Of a longer "sentence" (a table, a list without full stops) only the part around the evidence is shown. */
const MAX_PASSAGE_UNITS = 600;

/** The reason for a passage: a rule that fired or, where none did, the concepts of highest weight. */
export type Statement = Pick<Firing, 'hits' | 'sentence'> & { readonly rule: { readonly id: string } };

/** Words of the article. */
interface Excerpt {
  /** In the field. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The words around the evidence that are shown. */
interface Place {
  readonly field: TextField;
  /** Evidence from the title is not part of a passage in the text. */
  readonly hits: readonly Hit[];
  readonly shown: Excerpt;
  readonly together: Passage['together'];
}

/** The passages of one reading. What several topics rest on is cut from the article once. */
export class Passages {
  private readonly index: HitIndex;
  private readonly article: ClassifiableArticle;
  private readonly passages = new Map<Statement, Passage>();
  private readonly terms = new Map<Hit, Passage['terms'][number]>();
  /** By the number of the sentence; of passages that are a whole sentence. */
  private readonly sentences = new Map<number, Excerpt>();

  /** @param article that of the index */
  constructor(index: HitIndex, article: ClassifiableArticle) {
    this.index = index;
    this.article = article;
  }

  /** One passage for each sentence, from the strongest rule that fired there. */
  of(statements: readonly Statement[]): Passage[] {
    const seen = new Set<string>();
    const passages: Passage[] = [];
    for (const statement of statements) {
      const passage = this.passages.getOrInsertComputed(statement, () => this.cut(statement));
      if (seen.has(passage.text)) continue;
      seen.add(passage.text);
      passages.push(passage);
      if (passages.length === MAX_PASSAGES) break;
    }
    return passages;
  }

  private cut(statement: Statement): Passage {
    const { field, hits, shown, together } = this.placeOf(statement);
    const { start, end, text } = shown;
    const terms = hits.map((hit) => this.termOf(hit, field));
    return { rule: statement.rule.id, field, start, end, text, together, terms };
  }

  private placeOf(statement: Pick<Firing, 'hits' | 'sentence'>): Place {
    const { fields } = this.index.reading;
    const field = fields[statement.sentence]!;
    const hits = statement.hits.filter((hit) => fields[hit.sentence] === field);
    // Hits are in order of the text.
    const first = hits[0]!.sentence;
    const last = hits.at(-1)!.sentence;
    const together = first === last ? 'sentence' : 'nearby';
    let shown = together === 'sentence' ? this.sentences.get(first) : undefined;
    if (shown === undefined) {
      const { start, end, isWhole } = this.extentOf(hits);
      shown = this.excerpt(start, end, field);
      if (isWhole && together === 'sentence') this.sentences.set(first, shown);
    }
    return { field, hits, shown, together };
  }

  /** The sentences of the hits, in normalised units, or a part of them. */
  private extentOf(hits: readonly Hit[]) {
    const { segments, text } = this.index.reading;
    let start = segments.sentences[hits[0]!.sentence]!;
    let end = segments.sentences[hits.at(-1)!.sentence + 1] ?? text.length;
    const isWhole = end - start <= MAX_PASSAGE_UNITS;
    if (!isWhole) {
      const middle = (hits[0]!.start + hits.at(-1)!.end) >> 1;
      start = Math.max(start, Math.min(hits[0]!.start, middle - MAX_PASSAGE_UNITS / 2));
      end = Math.min(end, Math.max(hits.at(-1)!.end, middle + MAX_PASSAGE_UNITS / 2));
    }
    while (start < end && text.units[start]! <= 0x20) start++;
    while (end > start && text.units[end - 1]! <= 0x20) end--;
    return { start, end, isWhole };
  }

  private termOf(hit: Hit, field: TextField): Passage['terms'][number] {
    let term = this.terms.get(hit);
    if (term === undefined) {
      const concept = this.index.topics.concepts[hit.concept]!;
      term = { concept, ...this.excerpt(hit.start, hit.end, field) };
      this.terms.set(hit, term);
    }
    return term;
  }

  private excerpt(from: number, to: number, field: TextField): Excerpt {
    const { text, offsets } = this.index.reading;
    const span = originalSpan(text, from, to);
    const start = span.start - offsets[field];
    const end = span.end - offsets[field];
    return { start, end, text: contentOf(field, this.article).slice(start, end) };
  }
}

function contentOf(field: TextField, article: ClassifiableArticle): string {
  if (field === 'title') return article.title;
  return field === 'lead' ? (article.lead ?? '') : article.text;
}
