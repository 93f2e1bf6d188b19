import { MAX_CANDIDATES, STORY_WINDOW_MS } from '../../core/stories/limits.ts';
import type { FeaturedArticle, StoryRecord } from '../../core/stories/story.ts';
import type { Database } from '../../io/store/database.ts';
import {
  cachedStories,
  insertStory,
  nearStories,
  overwriteStories,
  type CachedStory,
  type StoryRow,
  type StoryWrite,
} from '../../io/store/stories/stories.ts';

/** An article for which a story is searched. */
export interface StoryLookup {
  /** The story that it is in already. */
  readonly storyId: string | null;
  readonly featured: FeaturedArticle;
}

/**
 * The candidate stories for the articles of one transaction, read by one query and updated as these articles change
 * them: the second of two reports that are stored together finds the story of the first.
 */
export class StoryCache {
  private readonly tx: Database;
  private readonly stories: Map<string, CachedStory>;
  private readonly mergedInto = new Map<string, string>();
  /** Stories that are not yet written as they are here. */
  private readonly changed = new Map<string, StoryWrite>();

  private constructor(tx: Database, stories: readonly CachedStory[]) {
    this.tx = tx;
    this.stories = new Map(stories.map((story) => [story.record.storyId, story]));
  }

  /** Must be called under the publishing lock. */
  static async open(tx: Database, lookups: readonly StoryLookup[]): Promise<StoryCache> {
    const near = lookups
      .filter(({ storyId }) => storyId === null)
      .map(({ featured }) => ({ keys: featured.keys, since: since(featured) }));
    const ids = lookups.flatMap(({ storyId }) => storyId ?? []);
    return new StoryCache(tx, await nearStories(tx, near, ids, MAX_CANDIDATES));
  }

  get(id: string): CachedStory | undefined {
    return this.stories.get(this.mergedInto.get(id) ?? id);
  }

  /** Records that a story was merged into another one. */
  async merge(from: string, into: StoryRow): Promise<void> {
    const [merged] = await cachedStories(this.tx, [into]);
    this.stories.delete(from);
    for (const [id, other] of this.mergedInto) if (other === from) this.mergedInto.set(id, into.id);
    this.mergedInto.set(from, into.id);
    this.stories.set(into.id, merged!);
  }

  /** Stories that share a key with the article and had a report within the window, most shared keys first. */
  candidates(featured: FeaturedArticle): StoryRecord[] {
    const wanted = new Set(featured.keys);
    const from = since(featured).getTime();
    return [...this.stories.values()]
      .filter(({ isMerged, record }) => !isMerged && record.lastReport >= from)
      .map(({ record }) => ({ record, shared: record.keys.filter((key) => wanted.has(key)).length }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared || b.record.lastReport - a.record.lastReport)
      .slice(0, MAX_CANDIDATES)
      .map(({ record }) => record);
  }

  /** Keeps a story in memory until `write`; a new one is written at once. Returns its id. */
  async put(id: string | undefined, story: StoryWrite): Promise<string> {
    const storyId = id ?? (await insertStory(this.tx, story)).id;
    if (id !== undefined) this.changed.set(id, story);
    this.stories.set(storyId, { ...story, record: { ...story, storyId }, isMerged: false });
    return storyId;
  }

  /** Writes the stories that have changed. */
  async write(): Promise<void> {
    await overwriteStories(this.tx, this.changed);
    this.changed.clear();
  }

  /** The ids of the stories that are known here. */
  get ids(): readonly string[] {
    return [...this.stories.keys()];
  }
}

function since({ features }: FeaturedArticle): Date {
  return new Date(features.at - STORY_WINDOW_MS);
}
