import { readFileSync } from 'node:fs';
import { compileGazetteer } from '../src/core/entities/gazetteer.ts';
import { parseGazetteer } from '../src/core/entities/gazetteer-data.ts';
import { decideStory } from '../src/core/stories/decide-story.ts';
import { detectLanguage } from '../src/core/language/detect-language.ts';
import { MAX_CANDIDATES, STORY_WINDOW_MS } from '../src/core/stories/limits.ts';
import type { FeaturedArticle, StoryDecision } from '../src/core/stories/story.ts';
import { readReport } from '../src/core/stories/read-report.ts';
import { joinStory, openStory } from '../src/core/stories/story-record.ts';
import { loadTopics } from '../src/pipeline/models/load-topics.ts';
import type { StoryReport } from '../test/support/story-outlets.ts';
import { StoryIndex } from './story-index.ts';
import type { Grouped } from './story-measures.ts';

/** A line of a labelled set. All but title, text, outlet, url and date are labels, never input. */
export interface LabelledArticle extends StoryReport {
  readonly stance?: string;
  /** The article that this one was copied from, with edits. */
  readonly copyOf?: string;
}

export interface GroupedArticle extends Grouped {
  readonly id: string;
  readonly decision: StoryDecision;
  /** The number of candidate stories that were compared. */
  readonly examined: number;
  /** Whether a story of its event was among them; undefined for the first report of an event. */
  readonly findable: boolean | undefined;
  readonly micros: number;
}

const root = new URL('../', import.meta.url);

/** The labelled sets, by author. */
export const STORY_SETS = {
  'first author': 'fixtures/stories.jsonl',
  'second author': 'fixtures/stories-2/stories-2.jsonl',
  own: 'fixtures/stories-own.jsonl',
  briefs: 'fixtures/stories-briefs.jsonl',
  'follow-ups': 'fixtures/stories-follow-ups.jsonl',
} as const;
export type StorySetName = keyof typeof STORY_SETS;

/** The labelled articles, oldest first. */
export function readStorySet(name: StorySetName): LabelledArticle[] {
  return readFileSync(new URL(STORY_SETS[name], root), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledArticle)
    .sort((a, b) => a.published.localeCompare(b.published) || a.id.localeCompare(b.id));
}

/** Analyses each article as the service does, with the shipped topics and gazetteer, and without the labels. */
export async function featureAll(articles: readonly LabelledArticle[]): Promise<FeaturedArticle[]> {
  const topics = await loadTopics(new URL('config/topics', root).pathname);
  const gazetteer = compileGazetteer(
    parseGazetteer(readFileSync(new URL('config/entities.yaml', root), 'utf8')),
  );
  return articles.map((article) => {
    const { title, text, outlet, url } = article;
    const { language } = detectLanguage(`${title}\n\n${text}`);
    const published = new Date(article.published);
    return readReport({ title, text, language, published, outlet, url }, { topics, gazetteer }, true).story;
  });
}

/** The same reports with all dates within one hour, in the order of the set, so that time gives no information. */
export function withinAnHour(featured: readonly FeaturedArticle[]): FeaturedArticle[] {
  const start = featured[0]!.features.at;
  return featured.map(({ features, keys }, index) => ({
    features: { ...features, at: start + (index * 3_600_000) / featured.length },
    keys,
  }));
}

export interface GroupingOptions {
  /** Other weights than the shipped ones. */
  readonly weights?: Float64Array | undefined;
  /** Stories that exist before the first article. */
  readonly index?: StoryIndex | undefined;
}

/** Decides one article after the other, each against the stories so far. */
export function groupAll(
  articles: readonly Pick<LabelledArticle, 'id' | 'event'>[],
  featured: readonly FeaturedArticle[],
  { weights, index = new StoryIndex(STORY_WINDOW_MS, MAX_CANDIDATES) }: GroupingOptions = {},
): GroupedArticle[] {
  const storiesOf = new Map<string, Set<string>>();
  return articles.map(({ id, event }, at) => {
    const article = featured[at]!;
    const candidates = index.candidates(article.keys, article.features.at);
    const right = storiesOf.get(event);
    const start = performance.now();
    const decision = decideStory(article.features, candidates, weights);
    const micros = (performance.now() - start) * 1000;
    const story = decision.kind === 'join' ? decision.storyId : `story of ${id}`;
    const record = index.records.get(story);
    index.store(record === undefined ? openStory(story, id, article) : joinStory(record, id, article));
    storiesOf.set(event, (right ?? new Set<string>()).add(story));
    return {
      id,
      event,
      story,
      decision,
      examined: candidates.length,
      findable: right && candidates.some(({ storyId }) => right.has(storyId)),
      micros,
    };
  });
}
