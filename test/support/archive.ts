import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { stringify } from 'yaml';
import type { RouteConfig } from '../../src/core/alerts/route-config.ts';
import { storeArticle, storeMatches } from '../../src/io/store/articles/articles.ts';
import type { Database } from '../../src/io/store/database.ts';
import type { Publishing } from '../../src/pipeline/stories/publication.ts';
import { publishArticle } from '../../src/pipeline/stories/publish-story.ts';
import { readArticle } from '../../src/pipeline/threads/read-article.ts';
import { shareModels } from '../../src/pipeline/models/shared-models.ts';
import type { RuleFiles } from '../../src/pipeline/models/load-topics.ts';

export interface LabelledItem {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly body: string;
}

/** The labelled items in English. */
export function englishItems(): LabelledItem[] {
  return readFileSync(new URL('../../fixtures/labelled.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LabelledItem)
    .filter((item) => item.lang === 'eng');
}

/** Items with a word in title or text that begins with the pattern. */
export function itemsWith(pattern: string, items: readonly LabelledItem[]): LabelledItem[] {
  const word = new RegExp(`\\b(?:${pattern})`, 'i');
  return items.filter(({ title, body }) => word.test(`${title}\n${body}`));
}

export function addressOf(item: Pick<LabelledItem, 'id'>): string {
  return `https://outlet.example/${item.id}`;
}

/** Rule files that are deleted after the test. */
export interface TopicFiles extends AsyncDisposable, RuleFiles {}

/** A topic with one rule for English words; `stance` is the stance of its matches. */
export interface OneRule {
  readonly terms: string;
  readonly weight?: number;
  readonly stance?: string;
}

/** Files for topics with one rule each (that of topic `t` is `t-rule`), and for very few entities. */
export async function topicFiles(topics: Readonly<Record<string, OneRule>>): Promise<TopicFiles> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-rules-'));
  const entities = path.join(directory, 'entities.yaml');
  await writeFile(entities, 'organisations:\n  nvidia: [NVIDIA]\n');
  await mkdir(path.join(directory, 'topics'));
  for (const [id, { terms, weight = 12, stance }] of Object.entries(topics))
    await writeFile(
      path.join(directory, 'topics', `${id}.yaml`),
      stringify({
        topic: id,
        title: `About ${id}`,
        threshold: 10,
        rules: [{ id: `${id}-rule`, weight, all: [`${id}-word`] }],
        ...(stance === undefined ? {} : { stance: { [stance]: [`${id}-word`] } }),
        concepts: { [`${id}-word`]: { en: terms } },
      }),
    );
  return {
    topics: path.join(directory, 'topics'),
    entities,
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  };
}

export interface StoreOptions {
  readonly rules: RuleFiles;
  /** When the first was published and read. */
  readonly at: Date;
  readonly publishing: Publishing;
  /** Whether the items are too old to alert; they are by default. */
  readonly backlog?: boolean;
}

/** Stores items as the pipeline would after reading their feed, one minute apart. */
export async function storeItems(
  db: Database,
  items: readonly LabelledItem[],
  { rules, at, publishing, backlog }: StoreOptions,
): Promise<void> {
  const models = await shareModels(rules);
  for (const [index, item] of items.entries()) {
    const published = new Date(at.getTime() + index * 60_000);
    const read = readArticle({
      page: undefined,
      entry: {
        url: addressOf(item),
        title: item.title,
        author: undefined,
        summary: undefined,
        content: item.body
          .split('\n\n')
          .map((paragraph) => `<p>${paragraph}</p>`)
          .join(''),
        published,
      },
      hints: { http: undefined, feed: 'en' },
      outlet: `Outlet ${index % 5}`,
      seenAt: published,
      models,
    });
    await db.transaction().execute(async (tx) => {
      const article = await storeArticle(
        tx,
        {
          ...read,
          url: addressOf(item),
          outlet: `Outlet ${index % 5}`,
          sample: false,
          features: read.story?.features,
        },
        published,
      );
      await storeMatches(tx, article.id, read.matches, published);
      if (read.story !== undefined)
        await publishArticle(publishing, tx, {
          article,
          matches: read.matches,
          story: read.story,
          backlog: backlog ?? true,
        });
    });
  }
}

/** Publishing to a route that wants everything. */
export function publishingAt(now: () => Date, route: Partial<RouteConfig> = {}): Publishing {
  return {
    settings: {
      routes: [{ name: 'all', channels: ['terminal'], updates: true, timeZone: 'UTC', ...route }],
    },
    log: pino({ level: 'silent' }),
    now,
  };
}
