import type { Level, Stance } from '../topics/match.ts';
import type { TopicState } from './story.ts';
import { stanceAfter } from './story-state.ts';

/** An article of a story for display. */
export interface ReportedArticle {
  readonly articleId: string;
  readonly title: string;
  readonly url: string;
  readonly outlet: string;
  /** BCP 47. */
  readonly language: string;
  readonly published: Date;
  readonly official: boolean;
  readonly topics: readonly {
    readonly topic: string;
    readonly stance: Stance | undefined;
    readonly takesEffect?: true | undefined;
    readonly impliedStance?: true | undefined;
    readonly level: Level;
    readonly aside?: true | undefined;
  }[];
}

export interface StorySummary {
  readonly firstReport: ReportedArticle;
  readonly lastReport: Date;
  readonly articleCount: number;
  /** In order of their first reports. */
  readonly outlets: readonly string[];
  readonly languages: readonly string[];
  readonly topics: readonly string[];
  /** Oldest first. */
  readonly timeline: readonly TimelineEntry[];
}

export interface TimelineEntry {
  readonly at: Date;
  readonly article: ReportedArticle;
  /**
   * What was new: `first report`, `first in fr`, `chip_ban now in force`, `first official source`. Empty where
   * nothing was.
   */
  readonly news: readonly string[];
}

/** Undefined when there are no articles. */
export function summariseStory(articles: readonly ReportedArticle[]): StorySummary | undefined {
  const inTime = articles.toSorted((a, b) => a.published.getTime() - b.published.getTime());
  const firstReport = inTime[0];
  if (firstReport === undefined) return undefined;
  const outlets = new Set<string>();
  const languages = new Set<string>();
  const topics = new Set<string>();
  const stances = new Map<string, TopicState>();
  let official = false;
  const timeline = inTime.map((article, index): TimelineEntry => {
    const news: string[] = index === 0 ? ['first report'] : [];
    if (index > 0 && !languages.has(article.language)) news.push(`first in ${article.language}`);
    for (const { topic, stance, takesEffect, impliedStance, level, aside } of article.topics) {
      if (level === 'possible' || (aside === true && index > 0)) continue;
      if (index > 0 && !topics.has(topic)) news.push(`now also ${topic}`);
      topics.add(topic);
      if (stance === undefined) continue;
      const before = stances.get(topic);
      const after = stanceAfter(
        before,
        { topic, stance, takesEffect, impliedStance },
        article.published.getTime(),
      );
      if (before !== undefined && after.stance !== before.stance) news.push(`${topic} now ${after.stance}`);
      stances.set(topic, after);
    }
    if (article.official && !official) news.push('first official source');
    official ||= article.official;
    outlets.add(article.outlet);
    languages.add(article.language);
    return { at: article.published, article, news };
  });
  return {
    firstReport,
    lastReport: inTime.at(-1)!.published,
    articleCount: inTime.length,
    outlets: [...outlets],
    languages: [...languages],
    topics: [...topics],
    timeline,
  };
}
