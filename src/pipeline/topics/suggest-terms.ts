import { lexiconOf } from '../../core/topics/languages.ts';
import { isKnownTerm } from '../../core/topics/suggest/known-term.ts';
import { listTerms } from '../../core/topics/suggest/list-terms.ts';
import { type SuggestedTerm, type SuggestLimits, TermTally } from '../../core/topics/suggest/tally-terms.ts';
import type { Topics } from '../../core/topics/topics.ts';
import { type ArchivedArticle, archiveSpan, readArchive } from '../../io/store/articles/archive.ts';
import type { Database } from '../../io/store/database.ts';
import type { ArchiveProgress } from './classify-archive.ts';

/** Articles in memory at a time. */
const BATCH = 50;
/** Characters of a text that are read; the subject is in its beginning. */
const MAX_TEXT = 20_000;
/** How many more candidates are kept than shown, because known terms are removed at the end. */
const SPARE = 4;

export interface SuggestScope extends SuggestLimits {
  readonly since: Date | undefined;
  /** Only near misses of this topic; of all if undefined. */
  readonly topic: string | undefined;
  /** Only this language: a key of the lexicons, or ISO 639-3. */
  readonly language: string | undefined;
}

export interface LanguageSuggestions {
  /** The key of the lexicon, or ISO 639-3 where there is none. */
  readonly language: string;
  readonly nearMisses: number;
  readonly others: number;
  readonly terms: readonly SuggestedTerm[];
}

/**
 * Words that are more frequent in near misses (articles with a possible topic and no sure one) than elsewhere, by
 * language: terms that the lexicons may lack. The archive is read twice, in batches.
 */
export async function suggestTerms(
  { db, topics }: { readonly db: Database; readonly topics: Topics },
  { since, topic, language, ...limits }: SuggestScope,
  progress: ArchiveProgress,
): Promise<LanguageSuggestions[]> {
  const span = await archiveSpan(db, since);
  progress.start(2 * (span?.articles ?? 0));
  if (span === undefined) return [];
  const tallies = new Map<string, TermTally>();
  const walk = async (take: (article: ArchivedArticle, language: string) => void) => {
    for await (const batch of readArchive(db, span, BATCH))
      for (const article of batch) {
        progress.step(article.row.title);
        const own = lexiconOf(article.row.language) ?? article.row.language;
        if (language === undefined || language === own) take(article, own);
      }
  };
  await walk((article, own) => {
    if (!isNearMiss(article, topic)) return;
    const tally = tallies.get(own) ?? new TermTally();
    tallies.set(own, tally);
    const { outlet, title, canonical_url: url } = article.row;
    tally.addNear(termsOf(article), outlet, { title, url });
  });
  await walk((article, own) => {
    if (isNearMiss(article, topic)) return;
    tallies.get(own)?.addOther(termsOf(article));
  });
  return [...tallies]
    .map(([own, tally]) => ({
      language: own,
      nearMisses: tally.near,
      others: tally.other,
      terms: tally
        .suggest({ ...limits, terms: limits.terms * SPARE })
        .filter(({ term }) => !isKnownTerm(term, topics))
        .slice(0, limits.terms),
    }))
    .sort((a, b) => b.nearMisses - a.nearMisses || (a.language < b.language ? -1 : 1));
}

function isNearMiss({ matches }: ArchivedArticle, topic: string | undefined): boolean {
  return (
    matches.every(({ level }) => level === 'possible') &&
    matches.some((match) => topic === undefined || match.topic === topic)
  );
}

function termsOf({ row }: ArchivedArticle): Set<string> {
  return listTerms(`${row.title}\n${row.lead ?? ''}\n${row.text.slice(0, MAX_TEXT)}`);
}
