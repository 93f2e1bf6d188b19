import type { FeaturedArticle, StoryMember, StoryRecord } from './story.ts';
import { stateAfter, stateAfterRereading } from './story-state.ts';

/** How many articles represent a story. */
const MAX_MEMBERS = 6;
const MAX_KEYS = 320;

/** A story of one article. */
export function openStory(storyId: string, articleId: string, article: FeaturedArticle): StoryRecord {
  const { features, keys } = article;
  return {
    storyId,
    firstReport: features.at,
    lastReport: features.at,
    articleCount: 1,
    keys,
    members: [{ articleId, features }],
    state: stateAfter({ topics: [], stances: [], official: false }, features),
  };
}

/** The story with one more article. */
export function joinStory(story: StoryRecord, articleId: string, article: FeaturedArticle): StoryRecord {
  return {
    ...withMember(story, articleId, article),
    articleCount: story.articleCount + 1,
    state: stateAfter(story.state, article.features),
  };
}

/** The story after one of its articles was read again; the new reading replaces the old. */
export function rereadInStory(story: StoryRecord, articleId: string, article: FeaturedArticle): StoryRecord {
  return {
    ...withMember(story, articleId, article),
    state: stateAfterRereading(story.state, article.features),
  };
}

function withMember(story: StoryRecord, articleId: string, { features, keys }: FeaturedArticle): StoryRecord {
  const others = story.members.filter((member) => member.articleId !== articleId);
  return {
    ...story,
    firstReport: Math.min(story.firstReport, features.at),
    lastReport: Math.max(story.lastReport, features.at),
    keys: boundedUnion(keys, story.keys),
    members: representatives([...others, { articleId, features }]),
  };
}

/** The union of two lists of keys, the newer ones first; older ones beyond the limit are left out. */
export function boundedUnion(newer: readonly number[], older: readonly number[]): number[] {
  return [...new Set([...newer, ...older])].slice(0, MAX_KEYS);
}

/**
 * Keeps the first report, the latest, and between them one for each language, the longest first. A new report in any
 * language finds a member to be compared with.
 */
export function representatives(members: readonly StoryMember[]): StoryMember[] {
  const inTime = [...members].sort((a, b) => a.features.at - b.features.at);
  if (inTime.length <= MAX_MEMBERS) return inTime;
  const kept = new Set<StoryMember>([inTime[0]!, inTime.at(-1)!]);
  const languages = new Set([...kept].map((member) => member.features.language));
  const byFullness = inTime.toSorted((a, b) => b.features.shingles - a.features.shingles);
  for (const member of byFullness) {
    if (kept.size < MAX_MEMBERS && !languages.has(member.features.language)) {
      kept.add(member);
      languages.add(member.features.language);
    }
  }
  for (const member of byFullness) {
    if (kept.size < MAX_MEMBERS) kept.add(member);
  }
  return inTime.filter((member) => kept.has(member));
}
