import { foldForSearch } from '../../core/search/fold-for-search.ts';
import { searchWords } from '../../core/search/search-words.ts';
import { createThreadPool } from '../../io/threads/thread-pool.ts';
import { bareTerm } from '../../core/search/plain-terms.ts';
import { entriesOf, type PackedLexicon } from '../../pipeline/threads/packed-lexicon.ts';
import type { EntityName } from '../../core/entities/entity-names.ts';

/** Words that mean the same as a word of the query. */
export interface LexiconMeaning {
  /** The concept or entity: `customs`, `NVIDIA`. */
  readonly name: string;
  readonly also: readonly { readonly language: string; readonly spaced: string }[];
  readonly alsoPairs: readonly string[];
  /** All forms as written, to be marked in results. */
  readonly terms: readonly string[];
}

interface Lexicon {
  readonly at: number;
  readonly packed: PackedLexicon;
}

/** Milliseconds for which a lexicon is not read again. */
const FRESH = 300_000;
const READING = 60_000;
/** The maximum number of terms searched for one meaning. */
const TERMS = 160;

const lexicons = new Map<string, Promise<Lexicon>>();
/** Topics that are being read again. Each reading takes a thread, so there is one at a time. */
const renewed = new Set<string>();

/** The concepts of the topics, read on a thread. */
async function lexicon(topics: string, entities: string): Promise<Lexicon> {
  const known = await lexicons.get(topics)?.catch(() => undefined);
  if (known !== undefined && (Date.now() - known.at < FRESH || renewed.has(topics))) return known;
  const reading = readLexicon(topics, entities);
  // A caller with the previous lexicon need not wait for the next.
  if (known === undefined) lexicons.set(topics, reading);
  renewed.add(topics);
  reading
    .then(
      () => lexicons.set(topics, reading),
      () => {
        if (known === undefined) lexicons.delete(topics);
      },
    )
    .finally(() => renewed.delete(topics));
  return known ?? reading;
}

/** Begins to read the lexicon before somebody searches. An error is ignored here: the search meets it again. */
export function warmLexicon({ topics, entities }: Pick<Sources, 'topics' | 'entities'>): void {
  lexicon(topics, entities).catch(() => {});
}

async function readLexicon(topics: string, entities: string): Promise<Lexicon> {
  const pool = createThreadPool<{ topics: string; entities?: string }, PackedLexicon>({
    entry: new URL('../../pipeline/threads/read-lexicon.ts', import.meta.url),
    deadlineMs: READING,
    maxHeapMb: 512,
  });
  try {
    const packed = await pool.run({ topics, entities });
    return { at: Date.now(), packed };
  } finally {
    await pool.close();
  }
}

interface Sources {
  readonly topics: string;
  readonly entities: string;
  readonly names: readonly EntityName[];
}

/** A part of a query with its synonyms. */
interface Meant {
  readonly text: string;
  readonly meanings: readonly LexiconMeaning[];
}

/** The maximum number of words in a term. */
const LONGEST = 4;

/**
 * Cuts a query into terms of the lexicon and the words between them. A query with quotes or `OR` means exactly its
 * words and is not cut.
 */
export async function meaningsOf(query: string, sources: Sources): Promise<Meant[]> {
  if (/"|\bOR\b/.test(query)) return [];
  const tokens = query.split(/\s+/).filter((token) => token !== '');
  const meant: Meant[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = await longestTerm(tokens.slice(at, at + LONGEST), sources);
    meant.push(found ?? { text: tokens[at] as string, meanings: [] });
    at += found === undefined ? 1 : found.text.split(' ').length;
  }
  return meant.some(({ meanings }) => meanings.length > 0) ? meant : [];
}

async function longestTerm(tokens: readonly string[], sources: Sources): Promise<Meant | undefined> {
  for (let length = tokens.length; length > 0; length--) {
    const text = tokens.slice(0, length).join(' ');
    const meanings = await meaningsOfTerm(text.toLowerCase(), sources);
    if (meanings.length > 0) return { text, meanings };
  }
  return undefined;
}

/** The concepts of the topics and the entities of the gazetteer that have this term. */
async function meaningsOfTerm(
  wanted: string,
  { topics, entities, names }: Sources,
): Promise<LexiconMeaning[]> {
  const found: LexiconMeaning[] = names
    .filter(({ forms }) => forms.has(wanted))
    .map(({ name, forms }) =>
      meaning(
        name,
        [...forms].map((form) => ['*', form] as const),
      ),
    );
  const { packed } = await lexicon(topics, entities);
  // A concept that has hundreds of terms is wider than the single word that was typed.
  const entries = entriesOf(packed, foldForSearch(wanted)).toSorted(
    (a, b) => Number(b.id === wanted) - Number(a.id === wanted) || a.terms.length - b.terms.length,
  );
  const [best] = entries;
  if (best !== undefined) {
    const name = best.id.replaceAll(/[-_]/g, ' ');
    found.push(meaning(name, [['en', name], ...best.terms]));
  }
  return found;
}

function meaning(name: string, terms: readonly (readonly [string, string])[]): LexiconMeaning {
  const spaced = new Map<string, string[]>();
  const alsoPairs: string[] = [];
  const searched = spread(terms);
  for (const [language, term] of searched) {
    const { spaced: words, pairs } = searchWords(term.replace(/\*$/, ''));
    if (pairs !== undefined && words === undefined) alsoPairs.push(pairs);
    else if (term.endsWith('*') && words !== undefined && /^[\p{L}\p{N}]+$/u.test(words))
      alsoPairs.push(`'${words.toLowerCase()}':*`);
    else if (pairs === undefined && words !== undefined)
      spaced.set(language, [...(spaced.get(language) ?? []), `"${words.replaceAll('"', ' ')}"`]);
  }
  return {
    name,
    also: [...spaced].map(([language, phrases]) => ({ language, spaced: phrases.join(' OR ') })),
    alsoPairs,
    terms: searched.map(([, term]) => bareTerm(term)),
  };
}

/** Selects terms evenly over the languages, the short ones first, because they find most. */
function spread(terms: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  const byLanguage = Map.groupBy(terms, ([language]) => language);
  const each = Math.max(1, Math.floor(TERMS / Math.max(1, byLanguage.size)));
  return [...byLanguage.values()].flatMap((list) =>
    list.toSorted((a, b) => a[1].length - b[1].length).slice(0, each),
  );
}
