import { type GistFacts, gistOf } from '../../core/messages/gist.ts';
import type { ReaderLanguage } from '../../core/messages/gist-labels.ts';
import type { Level, Stance } from '../../core/topics/match.ts';
import { archivedMatches } from '../../io/store/articles/archive.ts';
import { namedIn } from '../../io/store/articles/articles.ts';
import { titlingArticles } from '../../io/store/stories/stories.ts';
import type { Database } from '../../io/store/database.ts';

/** The facts of a stored article's gist. */
interface MatchedReport {
  readonly language: string;
  readonly entities: GistFacts['entities'];
  readonly matches: readonly {
    readonly topic: string;
    readonly label: string;
    readonly level: Level;
    readonly stance: string | null;
    readonly confidence: number;
    readonly passages: readonly { readonly terms: readonly { readonly concept: string }[] }[];
  }[];
}

/** The gist of a report for a reader; undefined where they can read its title, or no topic matched. */
export function gistOfReport(
  { language, entities, matches }: MatchedReport,
  reader: ReaderLanguage,
): string | undefined {
  const isSure = matches.some(({ level }) => level === 'sure');
  const topics = matches
    // As in messages, possible topics are left out beside a sure one.
    .filter(({ level }) => level === 'sure' || !isSure)
    .toSorted((a, b) => b.confidence - a.confidence || (a.topic < b.topic ? -1 : 1))
    .map(({ topic, label, stance, passages }) => ({
      id: topic,
      label,
      stance: (stance as Stance | null) ?? undefined,
      concepts: passages.flatMap(({ terms }) => terms.map(({ concept }) => concept)),
    }));
  return gistOf({ language, topics, entities }, reader);
}

/** The gists of stored articles by id; articles without one are left out. */
export async function articleGists(
  db: Database,
  articleIds: readonly string[],
  reader: ReaderLanguage,
): Promise<Map<string, string>> {
  if (articleIds.length === 0) return new Map();
  const [articles, matches] = await Promise.all([namedIn(db, articleIds), archivedMatches(db, articleIds)]);
  const byArticle = Map.groupBy(matches, (match) => match.article_id);
  return new Map(
    articles.flatMap(({ id, language_tag, entities }): [string, string][] => {
      const own = byArticle.get(id) ?? [];
      const gist = gistOfReport({ language: language_tag, entities, matches: own }, reader);
      return gist === undefined ? [] : [[id, gist]];
    }),
  );
}

/** The gists of stories' titles, by the ids of the stories. */
export async function storyGists(
  db: Database,
  stories: readonly { readonly id: string }[],
  reader: ReaderLanguage,
): Promise<Map<string, string>> {
  const articles = await titlingArticles(
    db,
    stories.map(({ id }) => id),
  );
  const gists = await articleGists(db, [...articles.values()], reader);
  return new Map(
    [...articles].flatMap(([story, article]): [string, string][] => {
      const gist = gists.get(article);
      return gist === undefined ? [] : [[story, gist]];
    }),
  );
}
