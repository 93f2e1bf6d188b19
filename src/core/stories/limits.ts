// Defined once, so that the pipeline, the benchmark and docs/stories.md agree.

/** Reports of one event come within days; an anniversary is another event. Milliseconds. */
export const STORY_WINDOW_MS = 14 * 86_400_000;
/** Stories that an article is compared with, those that share most keys first. */
export const MAX_CANDIDATES = 50;
/** Two stories are merged automatically only within this time after their first reports. Milliseconds. */
export const MERGE_WINDOW_MS = 6 * 3_600_000;
/** The nightly check looks at the stories that had a report within this. Milliseconds. */
export const SPLIT_WINDOW_MS = 3 * 86_400_000;
