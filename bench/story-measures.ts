/** Precision, recall and F1 of a grouping against the labelled one. */
export interface Measure {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Grouped {
  /** The labelled group. */
  readonly event: string;
  /** The group that it was put into. */
  readonly story: string;
}

/** Over all pairs of items: whether two that were grouped together belong together. */
export function pairwise(items: readonly Grouped[]): Measure {
  const together = pairs(items.map(({ story }) => story));
  const labelled = pairs(items.map(({ event }) => event));
  const right = pairs(items.map(({ event, story }) => `${event} ${story}`));
  return measure(together === 0 ? 1 : right / together, labelled === 0 ? 1 : right / labelled);
}

/**
 * The same for some items of a larger grouping; all others in their groups reduce the precision.
 */
export function bCubedAmong(items: readonly Grouped[], all: readonly Grouped[]): Measure {
  const stories = counts(all.map(({ story }) => story));
  const events = counts(all.map(({ event }) => event));
  const both = counts(all.map(({ event, story }) => `${event} ${story}`));
  let precision = 0;
  let recall = 0;
  for (const { event, story } of items) {
    const right = both.get(`${event} ${story}`)!;
    precision += right / stories.get(story)!;
    recall += right / events.get(event)!;
  }
  return measure(precision / items.length, recall / items.length);
}

/**
 * B³ (Bagga and Baldwin 1998). For each item: the share of its group that belongs with it (precision), and the share
 * of the items that belong with it that are in its group (recall); averaged over the items.
 */
export function bCubed(items: readonly Grouped[]): Measure {
  return bCubedAmong(items, items);
}

function measure(precision: number, recall: number): Measure {
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

function counts(ids: readonly string[]): Map<string, number> {
  const result = new Map<string, number>();
  for (const id of ids) result.set(id, (result.get(id) ?? 0) + 1);
  return result;
}

function pairs(ids: readonly string[]): number {
  return [...counts(ids).values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}
