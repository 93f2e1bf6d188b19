import type { Article } from '../article.ts';
import type { ReadingWithData } from '../body/read-with-fallbacks.ts';
import { closingAuthors } from './closing-byline.ts';
import { anyTime, dateContext, type PageTimes, timeOn } from './dates.ts';
import { guessLanguage } from './guess-language.ts';
import { ownFacts } from './own-facts.ts';
import type { PageFacts } from './page-facts.ts';
import { readDate } from '../../dates/read-date.ts';
import type { PageTree } from '../page/page-tree.ts';
import type { Metadata } from './read-metadata.ts';
import { siteTest } from './site-author.ts';
import {
  ageInLines,
  authorsInLines,
  dateInLines,
  dateOfDateline,
  furtherAuthors,
  headerLines,
  isOfChange,
} from './header-lines.ts';

/** Adds date and byline as printed on the page, where the metadata has none, or has a date without a time. */
export function completeMetadata(
  facts: PageFacts,
  metadata: Metadata,
  { tree, body, text, data }: ReadingWithData,
  times: PageTimes = {},
): Pick<Article, 'published' | 'authors'> {
  let { published, authors } = metadata;
  const isBare = published !== undefined && published.getTime() % 86_400_000 === 0;
  const lines = headerLines(tree, body, metadata.title);
  if (authors.length === 0) {
    const isSite = siteTest(facts);
    const named = data?.authors.length ? data.authors : authorsInLines(lines);
    authors = named.filter((name) => !isSite(name));
    if (authors.length === 0) authors = closingAuthors(text).filter((name) => !isSite(name));
  } else authors = [...authors, ...furtherAuthors(lines, authors)];
  if (published === undefined || isBare) {
    const language = facts.language === undefined ? guessLanguage(text) : undefined;
    const context = dateContext(facts, language, times);
    const said = data?.published === undefined ? undefined : readDate(data.published, context);
    const printed = said ?? dateInLines(lines, context);
    if (published === undefined) {
      const own = withoutChanges(ownFacts(facts, tree, metadata.title), tree);
      // A `<time>` on the same day may have the hour.
      published =
        (printed === undefined ? anyTime(own, context) : timeOn(own, context, printed)) ??
        printed ??
        dateOfDateline(text, context) ??
        metadata.modified;
    } else if (printed !== undefined && Math.abs(printed.getTime() - published.getTime()) < 86_400_000)
      published = printed;
  }
  return { published, authors };
}

/** When an article without a date was published, by the age that is printed beside its headline. */
export function publishedByAge(
  facts: PageFacts,
  { title }: Metadata,
  { tree, body, text }: ReadingWithData,
  fetched: Date,
): Date | undefined {
  const context = dateContext(facts, facts.language === undefined ? guessLanguage(text) : undefined);
  return ageInLines(headerLines(tree, body, title), { ...context, now: fetched });
}

/** The facts without times behind words such as `Updated`, unless there are no others. */
function withoutChanges(facts: PageFacts, tree: PageTree): PageFacts {
  const times = facts.times.filter(({ block }) => !isOfChange(tree.blocks[block]?.text.slice(0, 200) ?? ''));
  return times.length === 0 ? facts : { ...facts, bylines: facts.bylines, times };
}
