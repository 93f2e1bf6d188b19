import { searchWords } from '../core/search/search-words.ts';
import { createThreadPool } from '../io/threads/thread-pool.ts';
import type { LexiconEntry } from '../pipeline/threads/read-lexicon.ts';
import type { EntityName } from './entity-names.ts';

/** Words that mean the same as what was asked for. */
export interface LexiconMeaning {
  /** What they stand for: `customs`, `NVIDIA`. */
  readonly name: string;
  readonly also: readonly { readonly language: string; readonly spaced: string }[];
  readonly alsoPairs: readonly string[];
  /** All of them as they are written, to mark where they stand. */
  readonly terms: readonly string[];
}

interface Lexicon {
  readonly at: number;
  /** Concepts by a term of theirs, in lower case. */
  readonly byTerm: ReadonlyMap<string, readonly LexiconEntry[]>;
}

/** Milliseconds for which a reading is good. */
const FRESH = 300_000;
const READING = 60_000;
/** Terms of one meaning that are searched for. */
const TERMS = 160;

const lexicons = new Map<string, Promise<Lexicon>>();
/** Topics that are being read again: each reading is a thread, so one at a time. */
const renewed = new Set<string>();

/** The concepts of the topics, read on a thread of its own. */
async function lexicon(topics: string, entities: string | undefined): Promise<Lexicon> {
  const known = await lexicons.get(topics)?.catch(() => undefined);
  if (known !== undefined && (Date.now() - known.at < FRESH || renewed.has(topics))) return known;
  const reading = readLexicon(topics, entities);
  // A caller with the previous version need not wait for the next.
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

async function readLexicon(topics: string, entities: string | undefined): Promise<Lexicon> {
  const pool = createThreadPool<{ topics: string; entities?: string }, LexiconEntry[]>({
    entry: new URL('../pipeline/threads/read-lexicon.ts', import.meta.url),
    deadlineMs: READING,
    maxHeapMb: 512,
  });
  try {
    const entries = await pool.run({ topics, ...(entities === undefined ? {} : { entities }) });
    const byTerm = new Map<string, LexiconEntry[]>();
    for (const entry of entries)
      for (const word of new Set([
        entry.id.replaceAll(/[-_]/g, ' '),
        ...entry.terms.map(([, term]) => bare(term)),
      ]))
        byTerm.set(word, [...(byTerm.get(word) ?? []), entry]);
    return { at: Date.now(), byTerm };
  } finally {
    await pool.close();
  }
}

function bare(term: string): string {
  return term.replace(/\*$/, '').toLowerCase();
}

interface Sources {
  readonly topics: string | undefined;
  readonly entities: string | undefined;
  readonly names: readonly EntityName[];
}

/** A part of a query, with what means the same. */
interface Meant {
  readonly text: string;
  readonly meanings: readonly LexiconMeaning[];
}

/** Words that a term has at most. */
const LONGEST = 4;

/**
 * A query cut into terms that mean something, and the words between them. Who says which words stand in a row, or offers
 * others, means just these words: then it stays whole.
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

/** Concepts of the topics, and names of the gazetteer. */
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
  if (topics === undefined) return found;
  const { byTerm } = await lexicon(topics, entities);
  // A concept of which the word is one among hundreds says something else than the word.
  const entries = (byTerm.get(wanted) ?? []).toSorted(
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
    terms: searched.map(([, term]) => bare(term)),
  };
}

/** As many of each language as there is room for, so that none is left out; the short ones find the most. */
function spread(terms: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  const byLanguage = Map.groupBy(terms, ([language]) => language);
  const each = Math.max(1, Math.floor(TERMS / Math.max(1, byLanguage.size)));
  return [...byLanguage.values()].flatMap((list) =>
    list.toSorted((a, b) => a[1].length - b[1].length).slice(0, each),
  );
}
