/**
 * Groups the labelled articles of fixtures/stories.jsonl as the pipeline would, one after the other in time, and prints
 * how well that agrees with the labels, beside a baseline that compares titles. `--wrong` lists what is wrong in the
 * half that may be tuned on, with the reasons.
 */
import { STORY_WINDOW_MS } from '../src/core/stories/limits.ts';
import { storyFeatures } from '../src/core/stories/story-features.ts';
import { bCubed, type Grouped, type Measure, pairwise } from './story-measures.ts';
import {
  featureAll,
  groupAll,
  type GroupedArticle,
  heldBack,
  type LabelledArticle,
  readStorySet,
} from './story-set.ts';

const articles = readStorySet((process.argv[2] as 'first author') ?? 'first author');
const featured = await featureAll(articles);
groupAll(articles, featured);
const grouped = groupAll(articles, featured);

const events = new Set(articles.map(({ event }) => event));
const languages = new Set(articles.map(({ lang }) => lang));
console.log(
  `${articles.length} articles, ${events.size} events (${[...events].filter(heldBack).length} held back), ${languages.size} languages\n`,
);
console.log(`${''.padEnd(40)}pairwise P    R    F1      B³ P     R    F1`);
for (const [name, items] of [
  ['stories', grouped],
  ['title words (Jaccard ≥ .3)', groupByTitle(articles)],
] as const) {
  printRow(`${name}, all`, items);
  printRow(
    `${name}, tuned on`,
    items.filter(({ event }) => !heldBack(event)),
  );
  printRow(
    `${name}, held back`,
    items.filter(({ event }) => heldBack(event)),
  );
}

const findable = grouped.filter((item) => item.findable !== undefined);
console.log(
  `\ncandidates examined per article: ${mean(grouped.map(({ examined }) => examined)).toFixed(1)}; a story of the same event among them for ${findable.filter((item) => item.findable).length} of ${findable.length}`,
);
console.log(
  `per decision ${mean(grouped.map(({ micros }) => micros)).toFixed(0)} µs, per article's features ${timeFeatures().toFixed(0)} µs`,
);
console.log(
  `stored per article: ${mean(featured.map(({ features }) => Buffer.byteLength(JSON.stringify(features)))).toFixed(0)} bytes, ${mean(featured.map(({ keys }) => keys.length)).toFixed(0)} keys`,
);
if (process.argv.includes('--wrong')) listWrong(grouped);

function printRow(name: string, items: readonly Grouped[]): void {
  console.log(`${name.padEnd(40)}${show(pairwise(items))}   ${show(bCubed(items))}`);
}

function show({ precision, recall, f1 }: Measure): string {
  return [precision, recall, f1].map((value) => value.toFixed(3)).join(' ');
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

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

/** What a quick script would do: the latest story whose title shares most words, if it shares enough. */
function groupByTitle(items: readonly LabelledArticle[]): Grouped[] {
  const earlier: { story: string; at: number; words: Set<string> }[] = [];
  return items.map(({ id, event, published, title }) => {
    const at = Date.parse(published);
    const words = new Set(title.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}]|[\p{L}\p{N}]+/gu));
    let best = { story: id, likeness: 0.3 };
    for (const other of earlier) {
      if (at - other.at > STORY_WINDOW_MS) continue;
      const shared = [...words].filter((word) => other.words.has(word)).length;
      const likeness = shared / (words.size + other.words.size - shared);
      if (likeness >= best.likeness) best = { story: other.story, likeness };
    }
    earlier.push({ story: best.story, at, words });
    return { event, story: best.story };
  });
}

function listWrong(items: readonly GroupedArticle[]): void {
  const eventOf = new Map(items.map(({ id, event }) => [`story of ${id}`, event]));
  for (const { id, event, story, decision, findable: hasRight } of items) {
    const missed = decision.kind === 'new' && hasRight !== undefined;
    const wrong = eventOf.get(story) !== event;
    if (heldBack(event) || !(missed || wrong)) continue;
    const judged = decision.kind === 'join' ? decision : decision.nearest;
    console.log(
      `\n${missed ? 'missed' : 'wrong'}: ${id}, nearest ${judged?.storyId ?? 'none'} ${judged?.score ?? ''}`,
    );
    for (const { says, weight } of judged?.reasons ?? []) {
      console.log(`  ${weight.toFixed(2).padStart(6)} ${says}`);
    }
  }
}
