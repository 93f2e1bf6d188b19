import { readWholeOpml, type WholeOpml } from '../../core/opml/whole-opml.ts';
import { type ClassifiedText, type ClassifyTask, classifyTexts } from './classify-texts.ts';
import { explainText, type ExplainTask, type TextExplanation } from './explain-text.ts';
import { run as parseFeed, type ParseFeedOutcome, type ParseFeedTask } from './parse-feed.ts';
import { type ReadArticleTask, type ReadPage, readArticle } from './read-article.ts';
import { type ReadSitemapOutcome, type ReadSitemapTask, run as readSitemap } from './read-sitemap.ts';
import { openModels } from '../models/shared-models.ts';

/** Feeds and pages share one pool, and so one entry. */
export type ReadingTask =
  | ({ readonly kind: 'feed' } & ParseFeedTask)
  | ({ readonly kind: 'article' } & ReadArticleTask)
  | ({ readonly kind: 'classify' } & ClassifyTask)
  | ({ readonly kind: 'explain' } & ExplainTask)
  | ({ readonly kind: 'sitemap' } & ReadSitemapTask)
  | { readonly kind: 'opml'; readonly text: string };

export type ReadingOutcome =
  | ParseFeedOutcome
  | ReadPage
  | ClassifiedText[]
  | TextExplanation
  | ReadSitemapOutcome
  | WholeOpml;

/** Unpacks the models, which does not count against the document's deadline. */
export function prepare(task: ReadingTask): void {
  if (task.kind === 'article' || task.kind === 'classify' || task.kind === 'explain') openModels(task.models);
}

/** Runs inside a thread. */
export async function run(task: ReadingTask): Promise<ReadingOutcome> {
  switch (task.kind) {
    case 'feed':
      return parseFeed(task);
    case 'article':
      return readArticle(task);
    case 'classify':
      return classifyTexts(task);
    case 'explain':
      return explainText(task);
    case 'sitemap':
      return readSitemap(task);
    case 'opml':
      return readWholeOpml(task.text);
  }
}
