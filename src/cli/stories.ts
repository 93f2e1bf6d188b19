import { Command } from 'commander';
import { count } from '../core/messages/phrases.ts';
import type { StorySummary } from '../core/stories/summarise-story.ts';
import type { Database } from '../io/store/database.ts';
import { findArticleIds, getStory, listStories, type StoryRow } from '../io/store/stories/stories.ts';
import { reportsOf } from '../io/store/stories/story-reports.ts';
import { articleGists, storyGists } from '../pipeline/stories/article-gists.ts';
import type { Rearranged } from '../pipeline/stories/rearrange-stories.ts';
import { configOf, withStore } from './context.ts';
import { CommandFailure } from './failure.ts';
import { type ListOptions, rangeOf, withListOptions } from './list-options.ts';
import { requireTopic } from './require-topic.ts';
import { numberedId } from './option-values.ts';
import { minute, plain, print, printJson, printTable, withGist } from './output.ts';

/** `chipwatch stories …`: lists stories, and merges or splits them. */
export function storiesCommand(): Command {
  return new Command('stories')
    .description('the events that were reported, each with all its reports')
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(mergeCommand())
    .addCommand(splitCommand());
}

function listCommand(): Command {
  return withListOptions(
    new Command('list').description('the stories with the latest reports'),
    'only with a report in the last 24h, 7d …',
  ).action(async (options: ListOptions, command: Command) => {
    const config = configOf(command);
    await withStore(config, async ({ db }) => {
      const stories = await listStories(db, rangeOf(options));
      if (stories.length === 0) await requireTopic(config, db, options.topic);
      const gists = await storyGists(db, stories, config.web.language);
      if (options.json) printJson(stories.map((story) => ({ ...listed(story), gist: gists.get(story.id) })));
      else if (stories.length === 0) print('No stories yet.');
      else
        printTable(
          ['id', 'last report', 'reports', 'outlets', 'languages', 'topics', 'title'],
          stories.map((story) => [
            story.id,
            minute(story.last_report_at),
            String(story.article_count),
            String(story.outlets.length),
            story.languages.join(' '),
            topicsOf(story),
            `${story.sample ? '[SAMPLE] ' : ''}${withGist(story.title, gists.get(story.id))}`,
          ]),
        );
    });
  });
}

function listed(story: StoryRow) {
  return {
    id: story.id,
    title: story.title,
    link: story.link,
    sample: story.sample,
    firstReport: story.first_report_at,
    lastReport: story.last_report_at,
    reports: story.article_count,
    outlets: story.outlets,
    languages: story.languages,
    topics: story.state.topics,
    possible: story.state.possible ?? [],
    stances: Object.fromEntries(story.state.stances.map(({ topic, stance }) => [topic, stance])),
    official: story.state.official,
  };
}

/** `chip_ban (in force) + customs_check?`: the question mark is for a topic that is only possible. */
function topicsOf({ state }: StoryRow): string {
  return state.topics
    .map((topic) => {
      const stance = state.stances.find((one) => one.topic === topic)?.stance;
      return stance === undefined ? topic : `${topic} (${stance})`;
    })
    .concat((state.possible ?? []).map((topic) => `${topic}?`))
    .join(' + ');
}

function showCommand(): Command {
  return new Command('show')
    .description('a story’s reports in the order in which they came, and what each added')
    .argument('<id>')
    .option('--json', 'print JSON')
    .action(async (id: string, options: { json?: boolean }, command: Command) => {
      const config = configOf(command);
      await withStore(config, async ({ db }) => {
        const named = await storyOf(db, id);
        const story = named.merged_into === null ? named : await storyOf(db, named.merged_into);
        const { summariseStory } = await import('../core/stories/summarise-story.ts');
        const summary = summariseStory(await reportsOf(db, story.id));
        const reports = (summary?.timeline ?? []).map(({ article }) => article.articleId);
        const gists = await articleGists(db, reports, config.web.language);
        if (options.json) {
          const timeline = (summary?.timeline ?? []).map((entry) => ({
            ...entry,
            gist: gists.get(entry.article.articleId),
          }));
          printJson({ ...listed(story), timeline });
          return;
        }
        if (story.id !== named.id) print(`Story ${named.id} was merged into story ${story.id}.\n`);
        printStory(story, summary, gists);
      });
    });
}

function printStory(
  story: StoryRow,
  summary: StorySummary | undefined,
  gists: ReadonlyMap<string, string>,
): void {
  print(`${story.sample ? '[SAMPLE] ' : ''}${plain(story.title)}`);
  print(
    `  story ${story.id}: ${count(story.article_count, 'report')}, ${count(story.outlets.length, 'outlet')}, ${story.languages.join(', ')}; ${topicsOf(story)}`,
  );
  for (const { at, article, news } of summary?.timeline ?? []) {
    print();
    print(`${minute(at)}  ${plain(article.outlet)} (${article.language})  article ${article.articleId}`);
    print(`  ${plain(article.title)}`);
    const gist = gists.get(article.articleId);
    if (gist !== undefined) print(`  ${plain(gist)}`);
    print(`  ${plain(article.url)}`);
    if (news.length > 0) print(`  new: ${news.join('; ')}`);
  }
}

function mergeCommand(): Command {
  return new Command('merge')
    .description('make one story of several for good; nobody is alerted')
    .argument('<into>', 'the story that stays')
    .argument('<from...>', 'the stories that become part of it')
    .option('--json', 'print JSON')
    .action(async (into: string, from: string[], options: { json?: boolean }, command: Command) => {
      const ids = [into, ...from].map((id) => numberedId(id, 'story'));
      await withStore(configOf(command), async ({ db }) => {
        const { mergeIntoStory } = await import('../pipeline/stories/rearrange-stories.ts');
        const done = settled(await mergeIntoStory(db, ids[0] as string, ids.slice(1), new Date()));
        const [story] = done.stories as [StoryRow];
        if (options.json) printJson({ story: listed(story), moved: done.moved });
        else
          print(
            `Story ${story.id} has ${count(story.article_count, 'report')} now, ${done.moved} of them from ${from.join(', ')}.`,
          );
      });
    });
}

function splitCommand(): Command {
  return new Command('split')
    .description('take articles out of a story into one of their own for good; nobody is alerted')
    .argument('<id>', 'the story')
    .argument('<article...>', 'numbers (as in `stories show`) or addresses of articles')
    .option('--json', 'print JSON')
    .action(async (id: string, names: string[], options: { json?: boolean }, command: Command) => {
      const storyId = numberedId(id, 'story');
      await withStore(configOf(command), async ({ db }) => {
        const articles = await articleIds(db, names, storyId);
        const { splitFromStory } = await import('../pipeline/stories/rearrange-stories.ts');
        const done = settled(await splitFromStory(db, storyId, articles, new Date()));
        const [rest, created] = done.stories as [StoryRow, StoryRow];
        if (options.json) printJson({ story: listed(rest), created: listed(created), moved: done.moved });
        else
          print(
            `Story ${created.id} is new, with ${count(created.article_count, 'report')}; story ${rest.id} keeps ${rest.article_count}.`,
          );
      });
    });
}

/** The ids of these articles. @throws CommandFailure for an unknown one */
async function articleIds(db: Database, names: readonly string[], storyId: string): Promise<string[]> {
  const { canonicalUrl } = await import('../core/urls/canonical-url.ts');
  const wanted = names.map((name) => (/^\d+$/.test(name) ? name : canonicalUrl(name, undefined)));
  const known = await findArticleIds(db, wanted);
  return wanted.map((name) => {
    const id = known.get(name);
    if (id === undefined)
      throw new CommandFailure(
        `There is no article ${plain(name)}; see: chipwatch stories show ${storyId}`,
        3,
      );
    return id;
  });
}

/** The result if it succeeded. @throws CommandFailure */
function settled(result: Rearranged): Extract<Rearranged, { status: 'done' }> {
  if (result.status === 'refused') throw new CommandFailure(`Nothing is changed: ${result.reason}.`, 3);
  return result;
}

/** The story with this id. @throws CommandFailure */
async function storyOf(db: Database, id: string): Promise<StoryRow> {
  const story = await getStory(db, numberedId(id, 'story'));
  if (story === undefined)
    throw new CommandFailure(`There is no story ${id}; see: chipwatch stories list`, 3);
  return story;
}
