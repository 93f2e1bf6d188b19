import { searchWords } from '../core/search/search-words.ts';
import { createThreadPool } from '../io/threads/thread-pool.ts';
import type { LexiconEntry } from '../pipeline/threads/read-lexicon.ts';
import type { EntityName } from './entity-names.ts';

/** Words that mean the same as what was asked for. */
export interface Meaning {
  /** What they stand for: `customs`, `NVIDIA`. */
  readonly name: string;
  readonly also: readonly { readonly language: string; readonly spaced: string }[];
  readonly alsoPairs: readonly string[];
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
  // Whoever has the one before need not wait for the next.
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

/** What the words that were asked for mean: concepts of the topics, and names of the gazetteer. */
export async function meaningsOf(
  query: string,
  {
    topics,
    entities,
    names,
  }: {
    readonly topics: string | undefined;
    readonly entities: string | undefined;
    readonly names: readonly EntityName[];
  },
): Promise<Meaning[]> {
  const wanted = query.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  if (wanted === '' || /["-]/.test(wanted)) return [];
  const found: Meaning[] = names
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

function meaning(name: string, terms: readonly (readonly [string, string])[]): Meaning {
  const spaced = new Map<string, string[]>();
  const alsoPairs: string[] = [];
  for (const [language, term] of spread(terms)) {
    const { spaced: words, pairs } = searchWords(term.replace(/\*$/, ''));
    if (pairs !== undefined && words === '') alsoPairs.push(pairs);
    else if (term.endsWith('*') && /^[\p{L}\p{N}]+$/u.test(words))
      alsoPairs.push(`'${words.toLowerCase()}':*`);
    else if (pairs === undefined && words !== '')
      spaced.set(language, [...(spaced.get(language) ?? []), `"${words.replaceAll('"', ' ')}"`]);
  }
  return {
    name,
    also: [...spaced].map(([language, phrases]) => ({ language, spaced: phrases.join(' OR ') })),
    alsoPairs,
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
