// The pipeline, the benchmark and docs/stories.md say the same because they say it from here.

/** Reports of one event come within days; an anniversary is another event. Milliseconds. */
export const STORY_WINDOW_MS = 14 * 86_400_000;
/** Stories that an article is compared with, those that share most keys first. */
export const MAX_CANDIDATES = 50;
