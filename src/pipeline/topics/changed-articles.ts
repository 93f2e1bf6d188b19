import type { TopicChange } from '../../core/topics/topic-changes.ts';
import type { ArticleRow } from '../../io/store/articles/articles.ts';

/** A changed topic of an article, for display. */
export interface ChangedArticle extends TopicChange {
  readonly articleId: string;
  readonly title: string;
  readonly outlet: string;
  readonly reportedAt: Date;
  readonly url: string;
  /** BCP 47. */
  readonly language: string;
  readonly sample: boolean;
}

/** How many articles gained a topic, lost it, or have it with another stance or confidence. */
export type ChangeCounts = Readonly<Record<TopicChange['kind'], number>>;

/** Counts all changes and keeps the latest. */
export interface ChangeLog {
  add(row: ArticleRow, changes: readonly TopicChange[]): void;
  countsOf(topic: string): ChangeCounts;
  /** The latest changes of each topic and kind, up to the limit. */
  readonly latest: readonly ChangedArticle[];
}

const NONE: ChangeCounts = { gained: 0, lost: 0, stance: 0, confidence: 0 };

/** Starts an empty log that keeps `limit` articles of each topic and kind. */
export function openChangeLog(limit: number): ChangeLog {
  const counts = new Map<string, Record<TopicChange['kind'], number>>();
  const kept = new Map<string, ChangedArticle[]>();
  return {
    add(row, changes) {
      for (const change of changes) {
        const own = counts.get(change.topic) ?? { ...NONE };
        counts.set(change.topic, own);
        own[change.kind] += 1;
        const key = `${change.kind} ${change.topic}`;
        const list = kept.get(key) ?? [];
        kept.set(key, list);
        list.push({ ...described(row), ...change });
        if (list.length > limit) list.shift();
      }
    },
    countsOf: (topic) => counts.get(topic) ?? NONE,
    get latest() {
      return [...kept.values()].flatMap((list) => list.toReversed());
    },
  };
}

function described(row: ArticleRow) {
  return {
    articleId: row.id,
    title: row.title,
    outlet: row.outlet,
    reportedAt: row.reported_at,
    url: row.canonical_url,
    language: row.language_tag,
    sample: row.sample,
  };
}
