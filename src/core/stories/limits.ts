// Defined once for the pipeline, the benchmark and docs/stories.md.

/** Reports of one event come within days; an anniversary is another event. Milliseconds. */
export const STORY_WINDOW_MS = 14 * 86_400_000;
/** The maximum number of stories that an article is compared with; those that share most keys first. */
export const MAX_CANDIDATES = 40;
/** Two stories are merged automatically only within this time after their first reports. Milliseconds. */
export const MERGE_WINDOW_MS = 6 * 3_600_000;
/** The nightly check reads stories with a report within this time. Milliseconds. */
export const SPLIT_WINDOW_MS = 3 * 86_400_000;
