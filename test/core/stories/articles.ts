import { readFileSync } from 'node:fs';
import { findEntities } from '../../../src/core/entities/find-entities.ts';
import { compileGazetteer } from '../../../src/core/entities/gazetteer.ts';
import { parseGazetteer } from '../../../src/core/entities/gazetteer-data.ts';
import type { FeaturedArticle, StoryArticle } from '../../../src/core/stories/story.ts';
import { storyFeatures } from '../../../src/core/stories/story-features.ts';
import type { Match, Stance } from '../../../src/core/topics/match.ts';

const root = new URL('../../../', import.meta.url);
const gazetteer = compileGazetteer(
  parseGazetteer(readFileSync(new URL('config/entities.yaml', root), 'utf8')),
);

export const DAY = 86_400_000;
export const NOW = new Date('2025-10-08T09:00:00Z');

/** An article with the entities that the shipped gazetteer finds; every other field can be set. */
export function article(
  text: { readonly title: string; readonly text: string } & Partial<StoryArticle>,
): FeaturedArticle {
  return storyFeatures({
    language: 'eng',
    topics: [],
    published: NOW,
    outlet: 'a.example',
    url: 'https://a.example/1',
    entities: findEntities(text, gazetteer),
    ...text,
  });
}

/** A match with only the fields that stories use. */
export function match(topic: string, stance?: Stance): Match {
  return { topic, stance, level: 'sure', confidence: 90, rules: [], passages: [], version: 'test' };
}

/** One of the two source documents; its first line is the title. */
export function sourceDocument(name: string): { readonly title: string; readonly text: string } {
  const whole = readFileSync(new URL(`fixtures/documents/${name}.txt`, root), 'utf8');
  const end = whole.indexOf('\n');
  return { title: whole.slice(0, end).trim(), text: whole.slice(end).trim() };
}
