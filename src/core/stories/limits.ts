// The pipeline, the benchmark and docs/stories.md say the same because they say it from here.

/** Reports of one event come within days; an anniversary is another event. Milliseconds. */
export const STORY_WINDOW_MS = 14 * 86_400_000;
/** Stories that an article is compared with, those that share most keys first. */
export const MAX_CANDIDATES = 50;
/** So long after their first reports two stories may still turn out to be one by themselves. Milliseconds. */
export const MERGE_WINDOW_MS = 6 * 3_600_000;
/** The nightly check looks at the stories that had a report within this. Milliseconds. */
export const SPLIT_WINDOW_MS = 3 * 86_400_000;
