import { GazetteerError } from '../../core/entities/gazetteer-data.ts';
import { TopicFileError } from '../../core/topics/topic-file-error.ts';
import { type ClassifiedText, type ClassifyTask, classifyTexts } from './classify-texts.ts';
import { run as parseFeed, type ParseFeedOutcome, type ParseFeedTask } from './parse-feed.ts';
import { type ReadArticleTask, type ReadPage, readArticle } from './read-article.ts';
import { type ReadSitemapOutcome, type ReadSitemapTask, run as readSitemap } from './read-sitemap.ts';
import { loadRules, type RuleFiles } from './rules.ts';

/** Feeds and pages share the machine's threads, and so one entry; rules are compiled here too, for that takes long. */
export type ReadingTask =
  | ({ readonly kind: 'feed' } & ParseFeedTask)
  | ({ readonly kind: 'article' } & ReadArticleTask)
  | ({ readonly kind: 'classify' } & ClassifyTask)
  | ({ readonly kind: 'sitemap' } & ReadSitemapTask)
  | { readonly kind: 'rules'; readonly rules: RuleFiles };

/** Whether topic and entity files can be used. */
export type RulesOutcome =
  | { readonly status: 'sound'; readonly topics: readonly string[] }
  /** A line for each fault, with file and line. */
  | { readonly status: 'faulty'; readonly message: string };

export type Reading = ParseFeedOutcome | ReadPage | ClassifiedText[] | ReadSitemapOutcome | RulesOutcome;

/** Compiling the rules takes longer than any document may: it is none of the document's time. */
export async function prepare(task: ReadingTask): Promise<void> {
  if (task.kind === 'article' || task.kind === 'classify') await loadRules(task.rules);
}

/** Runs inside a thread. */
export async function run(task: ReadingTask): Promise<Reading> {
  switch (task.kind) {
    case 'feed':
      return parseFeed(task);
    case 'article':
      return readArticle(task);
    case 'classify':
      return classifyTexts(task);
    case 'sitemap':
      return readSitemap(task);
    case 'rules':
      return checkRules(task.rules);
  }
}

async function checkRules(files: RuleFiles): Promise<RulesOutcome> {
  try {
    const { topics } = await loadRules(files);
    return { status: 'sound', topics: topics.topics.map((topic) => topic.id) };
  } catch (error) {
    if (error instanceof TopicFileError || error instanceof GazetteerError)
      return { status: 'faulty', message: error.message };
    const { code, path, message } = error as NodeJS.ErrnoException;
    // A path of the configuration that leads nowhere is a mistake in a file, as a bad rule is.
    if (path === undefined) throw error;
    return { status: 'faulty', message: `topics or entities cannot be read: ${path}: ${code ?? message}` };
  }
}
