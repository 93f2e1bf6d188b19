import { createHash } from 'node:crypto';
import type { Article } from '../../core/articles/article.ts';
import { articleFromFeed, type FeedWords } from '../../core/articles/article-from-feed.ts';
import { plausibleDate, isFromArchive } from '../../core/dates/plausible-date.ts';
import { decodeDocument } from '../../core/encoding/decode.ts';
import { detectLanguage } from '../../core/language/detect-language.ts';
import type { DetectedLanguage } from '../../core/language/detected-language.ts';
import { chooseArticle, type PageClaimed } from '../../core/plausibility/choose-article.ts';
import { readReport, type ReadReport } from '../../core/stories/read-report.ts';
import type { EntityMention, Match } from '../../core/topics/match.ts';
import type { Topics } from '../../core/topics/topics.ts';
import { openModels, type SharedModels } from '../models/shared-models.ts';

/** A page to read; without one, the text of the feed entry is used. */
export interface ReadArticleTask {
  readonly page:
    | {
        readonly bytes: Uint8Array;
        readonly contentType: string | undefined;
        /** Before redirects, where that was another address. */
        readonly requested?: string | undefined;
        readonly url: string;
        /** The header `Refresh`. */
        readonly refresh?: string | undefined;
        readonly fetched?: Date | undefined;
      }
    | undefined;
  /** The text of the feed entry, used if the page gives no article. */
  readonly entry: FeedWords;
  readonly hints: { readonly http: string | undefined; readonly feed: string | undefined };
  readonly outlet: string;
  /** Publication instant where neither page nor feed has one. */
  readonly seenAt: Date;
  /** Whether it was read before. Then it may be in a story, which needs its features even if no topic matches now. */
  readonly isAgain?: boolean;
  readonly models: SharedModels;
}

/** Everything the pipeline stores of one page. */
export interface ReadPage {
  readonly article: Article;
  readonly contentHash: string;
  readonly language: DetectedLanguage;
  readonly entities: readonly EntityMention[];
  readonly matches: readonly (Match & { readonly label: string })[];
  readonly story: ReadReport['story'];
  readonly reportedAt: Date;
  /** Undefined where there was no page. */
  readonly claim: PageClaimed | undefined;
  /** Whether the page is far older than its entry's date, and so from an archive. */
  readonly isFromArchive: boolean;
  /** Whether the accepted page has no date. */
  readonly isUndated: boolean;
}

/**
 * Decodes, extracts, detects the language, classifies and computes story features of one article. Runs inside a
 * thread.
 */
export function readArticle(task: ReadArticleTask): ReadPage {
  const { topics, gazetteer } = openModels(task.models);
  const { article: chosen, claim } = choose(task);
  // Dates of page and feed compete; neither can be later than our first sight of the article.
  const pageDate = plausibleDate(chosen.published, task.seenAt);
  const feedDate = plausibleDate(task.entry.published, task.seenAt);
  const article = { ...chosen, published: pageDate ?? feedDate };
  const text = `${article.title}\n\n${article.text}`;
  const language = detectLanguage(text, {
    page: article.languageHint,
    // Headers of a refused page describe that page, not the article.
    http: claim?.refusal === undefined ? task.hints.http : undefined,
    feed: task.hints.feed,
  });
  const reportedAt = article.published ?? task.seenAt;
  const { matches, entities, story } = readReport(
    {
      title: article.title,
      lead: article.lead,
      text: article.text,
      language: language.language,
      published: reportedAt,
      outlet: task.outlet,
      url: article.canonicalUrl,
    },
    { topics, gazetteer },
    task.isAgain,
  );
  return {
    article,
    contentHash: createHash('sha256').update(text).digest('base64url').slice(0, 22),
    language,
    entities,
    matches: matches.map((match) => ({ ...match, label: topicTitle(topics, match.topic) })),
    story,
    reportedAt,
    claim,
    isUndated: chosen.via !== 'feed' && chosen.published === undefined,
    isFromArchive: chosen.via !== 'feed' && isFromArchive(pageDate, feedDate, task.seenAt),
  };
}

function choose({ page, entry }: ReadArticleTask): { article: Article; claim: PageClaimed | undefined } {
  if (page === undefined) return { article: articleFromFeed(entry), claim: undefined };
  const { bytes, contentType, requested, url, refresh, fetched } = page;
  const { text: html } = decodeDocument(bytes, { contentType, kind: 'html' });
  return chooseArticle({ html, requested: requested ?? url, url, refresh, fetched }, entry);
}

function topicTitle(topics: Topics, id: string): string {
  return topics.topics.find((topic) => topic.id === id)?.title ?? id;
}
