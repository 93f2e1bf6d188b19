/**
 * Groups the labelled articles of fixtures/stories.jsonl as the pipeline would, one after the other in time, and prints how well
 * that agrees with the labels, beside a baseline that compares titles. `--wrong` lists what is wrong in the half that may be tuned on.
 */
import { readFileSync } from 'node:fs';
import { compileGazetteer } from '../src/core/entities/gazetteer.ts';
import { parseGazetteer } from '../src/core/entities/gazetteer-data.ts';
import { findEntities } from '../src/core/entities/find-entities.ts';
import { decideStory } from '../src/core/stories/decide-story.ts';
import { hash32 } from '../src/core/stories/hash.ts';
import type { FeaturedArticle, StoryDecision } from '../src/core/stories/story.ts';
import { storyFeatures } from '../src/core/stories/story-features.ts';
import { joinStory, openStory } from '../src/core/stories/story-record.ts';
import { classify } from '../src/core/topics/classify.ts';
import { loadTopics } from '../src/pipeline/topics/load-topics.ts';
import { StoryIndex } from './story-index.ts';
import { bCubed, type Grouped, type Measure, pairwise } from './story-measures.ts';

interface LabelledArticle {
  readonly id: string;
  readonly event: string;
  readonly lang: string;
  readonly outlet: string;
  readonly url: string;
  readonly published: string;
  readonly title: string;
  readonly text: string;
}

const root = new URL('../', import.meta.url);
const WINDOW_MS = 14 * 86_400_000;
const CANDIDATES = 50;

/** Half the events, by the hash of their id, are never looked at while weights are tuned. */
const heldBack = (event: string): boolean => hash32(`held back ${event}`) % 2 === 0;

const articles = readFileSync(new URL('fixtures/stories.jsonl', root), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as LabelledArticle)
  .sort((a, b) => a.published.localeCompare(b.published) || a.id.localeCompare(b.id));

const topics = await loadTopics(new URL('config/topics', root).pathname);
const gazetteer = compileGazetteer(
  parseGazetteer(readFileSync(new URL('config/entities.yaml', root), 'utf8')),
);

const featured = articles.map((article): FeaturedArticle => {
  const readable = { title: article.title, text: article.text, language: article.lang };
  return storyFeatures({
    ...readable,
    topics: classify(readable, topics),
    entities: findEntities(readable, gazetteer),
    published: new Date(article.published),
    outlet: article.outlet,
    url: article.url,
  });
});

const ours = group();
const baseline = groupByTitle();

const rows: [string, Measure, Measure][] = [];
for (const [name, grouped] of [
  ['stories', ours.grouped],
  ['title words (Jaccard ≥ .3)', baseline],
] as const) {
  rows.push([`${name}, all`, pairwise(grouped), bCubed(grouped)]);
  const halves = [
    grouped.filter(({ event }) => !heldBack(event)),
    grouped.filter(({ event }) => heldBack(event)),
  ];
  rows.push([`${name}, tuned on`, pairwise(halves[0]!), bCubed(halves[0]!)]);
  rows.push([`${name}, held back`, pairwise(halves[1]!), bCubed(halves[1]!)]);
}

const events = new Set(articles.map(({ event }) => event));
const held = [...events].filter(heldBack).length;
console.log(
  `${articles.length} articles, ${events.size} events (${held} held back), ${new Set(articles.map(({ lang }) => lang)).size} languages\n`,
);
console.log(`${''.padEnd(40)}pairwise P    R    F1      B³ P     R    F1`);
for (const [name, pair, cubed] of rows) console.log(`${name.padEnd(40)}${show(pair)}   ${show(cubed)}`);
console.log(
  `\ncandidates examined per article: ${(ours.examined / articles.length).toFixed(1)} (${(ours.matched / articles.length).toFixed(1)} shared a key), the right story among them: ${ours.found} of ${ours.findable}`,
);
console.log(
  `decision ${ours.decideMicros.toFixed(0)} µs, features ${ours.featureMicros.toFixed(0)} µs, record ${Math.round(ours.bytes / articles.length)} bytes and ${Math.round(ours.keys / articles.length)} keys per article`,
);
if (process.argv.includes('--wrong')) listWrong();

function group() {
  const index = new StoryIndex(WINDOW_MS, CANDIDATES);
  const grouped: (Grouped & { readonly id: string; readonly decision: StoryDecision })[] = [];
  const storiesOfEvent = new Map<string, Set<string>>();
  let examined = 0;
  let found = 0;
  let findable = 0;
  let decideMs = 0;
  for (const [at, article] of articles.entries()) {
    const { features, keys } = featured[at]!;
    const candidates = index.candidates(keys, features.at);
    examined += candidates.length;
    const right = storiesOfEvent.get(article.event);
    if (right !== undefined) {
      findable += 1;
      if (candidates.some(({ storyId }) => right.has(storyId))) found += 1;
    }
    const start = performance.now();
    const decision = decideStory(features, candidates);
    decideMs += performance.now() - start;
    const story = decision.kind === 'join' ? decision.storyId : `story of ${article.id}`;
    const record = index.records.get(story);
    index.store(
      record === undefined
        ? openStory(story, article.id, featured[at]!)
        : joinStory(record, article.id, featured[at]!),
    );
    grouped.push({ id: article.id, event: article.event, story, decision });
    storiesOfEvent.set(article.event, (right ?? new Set()).add(story));
  }
  return {
    grouped,
    examined,
    matched: index.matched,
    found,
    findable,
    decideMicros: (decideMs * 1000) / articles.length,
    featureMicros: timeFeatures(),
    bytes: featured.reduce((sum, { features }) => sum + Buffer.byteLength(JSON.stringify(features)), 0),
    keys: featured.reduce((sum, { keys }) => sum + keys.length, 0),
  };
}

/** The second pass over the articles, when everything is compiled. */
function timeFeatures(): number {
  const start = performance.now();
  for (const article of articles) {
    storyFeatures({
      title: article.title,
      text: article.text,
      language: article.lang,
      topics: [],
      entities: [],
      published: new Date(article.published),
      outlet: article.outlet,
      url: article.url,
    });
  }
  return ((performance.now() - start) * 1000) / articles.length;
}

/** What a quick script would do: the story whose title shares most words, if it shares enough. */
function groupByTitle(): Grouped[] {
  const stories: { id: string; at: number; words: Set<string> }[] = [];
  return articles.map((article) => {
    const at = Date.parse(article.published);
    const words = new Set(
      article.title.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}]|[\p{L}\p{N}]+/gu),
    );
    let best: { id: string; likeness: number } | undefined;
    for (const story of stories) {
      if (at - story.at > WINDOW_MS) continue;
      const shared = [...words].filter((word) => story.words.has(word)).length;
      const likeness = shared / (words.size + story.words.size - shared);
      if (likeness > (best?.likeness ?? 0)) best = { id: story.id, likeness };
    }
    const id = best !== undefined && best.likeness >= 0.3 ? best.id : article.id;
    stories.push({ id, at, words });
    return { event: article.event, story: id };
  });
}

function listWrong(): void {
  const firstOf = new Map<string, string>();
  for (const { id, event, story, decision } of ours.grouped) {
    const expected = firstOf.get(event);
    if (expected === undefined) firstOf.set(event, story);
    const wrongJoin =
      decision.kind === 'join' &&
      !ours.grouped.some(
        (other) =>
          other.id !== id &&
          other.event === event &&
          other.story === story &&
          ours.grouped.indexOf(other) < ours.grouped.findIndex((item) => item.id === id),
      );
    const missed = decision.kind === 'new' && expected !== undefined;
    if (heldBack(event) || !(wrongJoin || missed)) continue;
    const judged = decision.kind === 'join' ? decision : decision.nearest;
    console.log(
      `\n${missed ? 'MISSED' : 'WRONG '} ${id}: ${judged?.storyId ?? 'no candidate'} ${judged?.score ?? ''}`,
    );
    for (const { says, weight } of judged?.reasons ?? [])
      console.log(`    ${String(weight).padStart(6)} ${says}`);
  }
}

function show({ precision, recall, f1 }: Measure): string {
  return [precision, recall, f1].map((value) => value.toFixed(3)).join(' ');
}
