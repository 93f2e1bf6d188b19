import { createHash } from 'node:crypto';
import type { Article } from '../../core/articles/article.ts';
import { articleFromFeed } from '../../core/articles/article-from-feed.ts';
import { extractArticle } from '../../core/articles/extract-article.ts';
import { decodeDocument } from '../../core/encoding/decode.ts';
import { detectLanguage } from '../../core/language/detect-language.ts';
import type { DetectedLanguage } from '../../core/language/detected-language.ts';
import { readReport } from '../../core/stories/read-report.ts';
import type { FeaturedArticle } from '../../core/stories/story.ts';
import type { EntityMention, Match } from '../../core/topics/match.ts';
import type { Topics } from '../../core/topics/topics.ts';
import { loadRules, type RuleFiles } from './rules.ts';

/** A page to read, or where there is none, the feed's own words. */
export interface ReadArticleTask {
  readonly page:
    | { readonly bytes: Uint8Array; readonly contentType: string | undefined; readonly url: string }
    | undefined;
  /** What the feed said: the way out where the page says nothing. */
  readonly entry: {
    readonly url: string;
    /** Whether nothing else lies at the URL: else its fragment tells the entries apart. */
    readonly hasOwnPage?: boolean;
    readonly title: string;
    readonly author: string | undefined;
    readonly summary: string | undefined;
    readonly content: string | undefined;
    readonly published: Date | undefined;
  };
  readonly hints: { readonly http: string | undefined; readonly feed: string | undefined };
  readonly outlet: string;
  /** Publication instant where nothing tells one. */
  readonly seenAt: Date;
  readonly rules: RuleFiles;
}

/** Everything the pipeline stores of one page. */
export interface ReadPage {
  readonly article: Article;
  readonly contentHash: string;
  readonly language: DetectedLanguage;
  readonly entities: readonly EntityMention[];
  readonly matches: readonly (Match & { readonly label: string })[];
  readonly story: FeaturedArticle;
  readonly reportedAt: Date;
}

/** Shorter than this a page's text may be a teaser or a wall, and the feed's own text is looked at too. Characters. */
const THIN_TEXT = 200;
/** A publication date that lies further ahead than this is a mistake. Milliseconds. */
const CLOCK_SKEW = 24 * 3_600_000;

/** Decodes, extracts, tags the language, classifies and describes one article. Runs inside a thread. */
export async function readArticle(task: ReadArticleTask): Promise<ReadPage> {
  const { topics, gazetteer } = await loadRules(task.rules);
  const article = choose(task);
  const text = `${article.title}\n\n${article.text}`;
  const language = detectLanguage(text, { page: article.languageHint, ...task.hints });
  const reportedAt = plausible(article.published ?? task.entry.published, task.seenAt);
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
  );
  return {
    article,
    contentHash: createHash('sha256').update(text).digest('base64url').slice(0, 22),
    language,
    entities,
    matches: matches.map((match) => ({ ...match, label: topicTitle(topics, match.topic) })),
    story,
    reportedAt,
  };
}

function choose({ page, entry }: ReadArticleTask): Article {
  const fromFeed = articleFromFeed(entry);
  if (page === undefined) return fromFeed;
  const { text: html } = decodeDocument(page.bytes, { contentType: page.contentType, kind: 'html' });
  const extracted = extractArticle(html, page.url);
  const titled = extracted.title === '' ? { ...extracted, title: entry.title } : extracted;
  const thin = titled.text.length < THIN_TEXT && fromFeed.text.length > titled.text.length;
  return thin ? { ...titled, text: fromFeed.text, via: 'feed' } : titled;
}

function plausible(published: Date | undefined, seenAt: Date): Date {
  if (published === undefined || published.getTime() > seenAt.getTime() + CLOCK_SKEW) return seenAt;
  return published;
}

function topicTitle(topics: Topics, id: string): string {
  return topics.topics.find((topic) => topic.id === id)?.title ?? id;
}
