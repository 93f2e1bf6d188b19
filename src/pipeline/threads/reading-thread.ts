import type { WholeOpml } from '../../core/opml/whole-opml.ts';
import { once } from '../../core/words/once.ts';
import { keepCompiled } from '../../io/cache/compile-cache.js';
import type { ClassifiedText, ClassifyTask } from './classify-texts.ts';
import type { ExplainTask, TextExplanation } from './explain-text.ts';
import type { ParseFeedOutcome, ParseFeedTask } from './parse-feed.ts';
import type { ReadArticleTask, ReadPage } from './read-article.ts';
import type { ReadSitemapOutcome, ReadSitemapTask } from './read-sitemap.ts';

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

/** Each is loaded when it is first needed: a process that only polls does not load the rest. */
const modules = {
  feed: once(() => import('./parse-feed.ts')),
  article: once(() => import('./read-article.ts')),
  classify: once(() => import('./classify-texts.ts')),
  explain: once(() => import('./explain-text.ts')),
  sitemap: once(() => import('./read-sitemap.ts')),
  opml: once(() => import('../../core/opml/whole-opml.ts')),
};
const models = once(() => import('../models/shared-models.ts'));

const loaded = new Set<ReadingTask['kind']>();

/** Loads the code and unpacks the models, which does not count against the document's deadline. */
export async function prepare(task: ReadingTask): Promise<void> {
  if (!loaded.has(task.kind)) {
    await modules[task.kind]();
    if ('models' in task) await models();
    // The pool kept what the entry loaded; without this the next thread would compile the rest again.
    keepCompiled();
    loaded.add(task.kind);
  }
  if ('models' in task) (await models()).openModels(task.models);
}

/** Runs inside a thread. */
export async function run(task: ReadingTask): Promise<ReadingOutcome> {
  switch (task.kind) {
    case 'feed':
      return (await modules.feed()).run(task);
    case 'article':
      return (await modules.article()).readArticle(task);
    case 'classify':
      return (await modules.classify()).classifyTexts(task);
    case 'explain':
      return (await modules.explain()).explainText(task);
    case 'sitemap':
      return (await modules.sitemap()).run(task);
    case 'opml':
      return (await modules.opml()).readWholeOpml(task.text);
  }
}
