import type { StoryRecord } from '../src/core/stories/story.ts';

/**
 * Replaces the stories table in a benchmark. A map from key to stories gives the same candidates as the indexed query,
 * with its window, order and LIMIT.
 */
export class StoryIndex {
  readonly records = new Map<string, StoryRecord>();
  readonly #byKey = new Map<number, Set<string>>();
  readonly #windowMs: number;
  readonly #limit: number;

  constructor(windowMs: number, limit: number) {
    this.#windowMs = windowMs;
    this.#limit = limit;
  }

  candidates(keys: readonly number[], at: number): StoryRecord[] {
    const shared = new Map<string, number>();
    for (const key of keys) {
      for (const storyId of this.#byKey.get(key) ?? []) shared.set(storyId, (shared.get(storyId) ?? 0) + 1);
    }
    return [...shared]
      .map(([storyId, count]) => ({ record: this.records.get(storyId)!, count }))
      .filter(({ record }) => record.lastReport >= at - this.#windowMs)
      .sort((a, b) => b.count - a.count || b.record.lastReport - a.record.lastReport)
      .slice(0, this.#limit)
      .map(({ record }) => record);
  }

  store(record: StoryRecord): void {
    for (const key of this.records.get(record.storyId)?.keys ?? [])
      this.#byKey.get(key)?.delete(record.storyId);
    this.records.set(record.storyId, record);
    for (const key of record.keys) {
      const stories = this.#byKey.get(key);
      if (stories === undefined) this.#byKey.set(key, new Set([record.storyId]));
      else stories.add(record.storyId);
    }
  }
}
