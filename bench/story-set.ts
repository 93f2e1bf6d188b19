import { readFileSync } from 'node:fs';
import { findEntities } from '../src/core/entities/find-entities.ts';
import { compileGazetteer } from '../src/core/entities/gazetteer.ts';
import { parseGazetteer } from '../src/core/entities/gazetteer-data.ts';
import { decideStory } from '../src/core/stories/decide-story.ts';
import { hash32 } from '../src/core/stories/hash.ts';
import type { FeaturedArticle, StoryDecision } from '../src/core/stories/story.ts';
import { storyFeatures } from '../src/core/stories/story-features.ts';
import { joinStory, openStory } from '../src/core/stories/story-record.ts';
import { classify } from '../src/core/topics/classify.ts';
import { loadTopics } from '../src/pipeline/topics/load-topics.ts';
import { StoryIndex } from './story-index.ts';
import type { Grouped } from './story-measures.ts';

/** A line of fixtures/stories.jsonl. `topics` and `stance` are labels, never input. */
export interface LabelledArticle {
  readonly id: string;
  readonly event: string;
  /** ISO 639-3. */
  readonly lang: string;
  readonly outlet: string;
  readonly url: string;
  /** ISO 8601. */
  readonly published: string;
  readonly title: string;
  readonly text: string;
  readonly topics: readonly string[];
  readonly stance?: string;
  /** The article that this one was copied from, with edits. */
  readonly copyOf?: string;
}

export interface GroupedArticle extends Grouped {
  readonly id: string;
  readonly decision: StoryDecision;
  /** Candidates that were looked at. */
  readonly examined: number;
  /** Whether a story of its event was among them; undefined for the first report of an event. */
  readonly findable: boolean | undefined;
  readonly micros: number;
}

const root = new URL('../', import.meta.url);
/** As in the pipeline. */
export const WINDOW_MS = 14 * 86_400_000;
const CANDIDATES = 50;

/** Half the events, by the hash of their id, are never looked at while weights are tuned. */
export function heldBack(event: string): boolean {
  return hash32(`held back ${event}`) % 2 === 0;
}

/** The labelled articles, oldest first. */
export function readStorySet(): LabelledArticle[] {
  return readFileSync(new URL('fixtures/stories.jsonl', root), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledArticle)
    .sort((a, b) => a.published.localeCompare(b.published) || a.id.localeCompare(b.id));
}

/** Reads each article as the pipeline does: shipped topics, shipped gazetteer, nothing of the labels. */
export async function featureAll(articles: readonly LabelledArticle[]): Promise<FeaturedArticle[]> {
  const topics = await loadTopics(new URL('config/topics', root).pathname);
  const gazetteer = compileGazetteer(
    parseGazetteer(readFileSync(new URL('config/entities.yaml', root), 'utf8')),
  );
  return articles.map((article) => {
    const readable = { title: article.title, text: article.text, language: article.lang };
    return storyFeatures({
      ...readable,
      topics: classify(readable, topics),
      entities: findEntities(readable, gazetteer),
      published: new Date(article.published),
      outlet: article.outlet,
      url: article.url,
    });
  });
}

/** Decides one article after the other, each against the stories so far. */
export function groupAll(
  articles: readonly LabelledArticle[],
  featured: readonly FeaturedArticle[],
): GroupedArticle[] {
  const index = new StoryIndex(WINDOW_MS, CANDIDATES);
  const storiesOf = new Map<string, Set<string>>();
  return articles.map(({ id, event }, at) => {
    const article = featured[at]!;
    const candidates = index.candidates(article.keys, article.features.at);
    const right = storiesOf.get(event);
    const start = performance.now();
    const decision = decideStory(article.features, candidates);
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
