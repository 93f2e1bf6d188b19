/**
 * Groups the labelled articles of each author as the pipeline would, in order of time, and prints how well that
 * agrees with the labels. Compares with a baseline that compares titles, with weights fitted on the other authors
 * only, with all reports at the same time, and among unrelated reports (`--unrelated 20000`, which takes minutes).
 * `--wrong` lists the errors with their reasons.
 */
import fitted from '../config/stories/weights.json' with { type: 'json' };
import { STORY_WINDOW_MS } from '../src/core/stories/limits.ts';
import { readReport } from '../src/core/stories/read-report.ts';
import type { FeaturedArticle } from '../src/core/stories/story.ts';
import { loadGazetteer } from '../src/pipeline/models/load-gazetteer.ts';
import { loadTopics } from '../src/pipeline/models/load-topics.ts';
import { type AlertOutcome, alertOutcome } from './alert-outcome.ts';
import { fitWeights, instancesOf } from './fit-weights.ts';
import { bCubed, bCubedAmong, type Grouped, type Measure, pairwise } from './story-measures.ts';
import {
  featureAll,
  groupAll,
  type GroupedArticle,
  type LabelledArticle,
  readStorySet,
  STORY_SETS,
  type StorySetName,
  withinAnHour,
} from './story-set.ts';
import { unrelatedReports } from './unrelated-reports.ts';

const NAMES = Object.keys(STORY_SETS) as StorySetName[];
const rules = {
  topics: await loadTopics(new URL('../config/topics', import.meta.url).pathname),
  gazetteer: await loadGazetteer(new URL('../config/entities.yaml', import.meta.url).pathname),
};
const sets = await Promise.all(
  NAMES.map(async (name) => {
    const articles = readStorySet(name);
    return { name, articles, featured: await featureAll(articles) };
  }),
);
const instances = sets.map(({ articles, featured }) => instancesOf(articles, featured));

console.log(`${''.padEnd(44)}pairwise P    R    F1      B³ P     R    F1`);
for (const [index, { name, articles, featured }] of sets.entries()) {
  const events = new Set(articles.map(({ event }) => event));
  console.log(`${name}: ${articles.length} articles, ${events.size} events`);
  const grouped = groupAll(articles, featured);
  printRow('as shipped (fitted on all)', grouped);
  const others = fitWeights(instances.filter((_, other) => other !== index));
  others[0]! -= fitted.threshold;
  printRow('fitted on the other authors', groupAll(articles, featured, { weights: others }));
  printRow('all within one hour', groupAll(articles, withinAnHour(featured)));
  printRow('title words (Jaccard ≥ .3)', groupByTitle(articles));
  printCosts(grouped, featured);
  printAlerts(alertOutcome(articles, featured, grouped));
  if (process.argv.includes('--wrong')) listWrong(grouped);
}

const flag = process.argv.indexOf('--unrelated');
if (flag > 0) mixIn(Number(process.argv[flag + 1]));

/**
 * Unrelated reports of the same weeks are mixed in, each an event of its own and decided like all others. A report
 * that shares a story with one of them is wrong, whichever of the two came first.
 */
function mixIn(count: number): void {
  for (const { name, articles, featured } of sets) {
    const times = featured.map(({ features }) => features.at);
    const first = Math.min(...times);
    const last = Math.max(...times);
    let reading = 0;
    const strangers = unrelatedReports(count, first, last).map((report, number) => {
      const start = performance.now();
      const { story } = readReport(report, rules, true);
      reading += performance.now() - start;
      return { id: `unrelated ${number}`, event: `unrelated ${number}`, story };
    });
    const items = [
      ...articles.map(({ id, event }, at) => ({ id, event, story: featured[at]! })),
      ...strangers,
    ].sort((a, b) => a.story.features.at - b.story.features.at);
    const all = groupAll(
      items,
      items.map(({ story }) => story),
    );
    const events = new Set(articles.map(({ event }) => event));
    const own = all.filter(({ event }) => events.has(event));
    const withStrangers = new Set(all.filter(({ event }) => !events.has(event)).map(({ story }) => story));
    const joined = own.filter(({ story }) => withStrangers.has(story)).length;
    const together = all.length - own.length - withStrangers.size;
    console.log(`${`${name} among ${count}`.padEnd(44)}${''.padEnd(20)}${show(bCubedAmong(own, all))}`);
    console.log(
      `    ${joined} of ${own.length} share a story with an unrelated report; ${together} of ${count} unrelated reports joined another one; reading ${((reading / count) * 1000).toFixed(0)} µs a report`,
    );
    printCosts(all, featured);
  }
}

function printAlerts(outcome: AlertOutcome): void {
  const { events, alerts, updates, silent, twice } = outcome;
  const columns = {
    events,
    alerts,
    'alerts an event': (alerts / events).toFixed(2),
    updates,
    'never alerted': silent,
    'said twice': twice,
  };
  for (const row of [Object.keys(columns), Object.values(columns)])
    console.log(`    ${row.map((cell) => String(cell).padEnd(17)).join('')}`.trimEnd());
}

function printCosts(grouped: readonly GroupedArticle[], featured: readonly FeaturedArticle[]): void {
  const findable = grouped.filter((item) => item.findable !== undefined);
  const micros = grouped.map((item) => item.micros).sort((a, b) => a - b);
  console.log(
    `    ${mean(grouped.map(({ examined }) => examined)).toFixed(1)} candidates, one of the event among them for ${findable.filter((item) => item.findable).length} of ${findable.length}; a decision ${mean(micros).toFixed(0)} µs, p95 ${micros[Math.floor(micros.length * 0.95)]!.toFixed(0)} µs; stored ${mean(featured.map(({ features }) => Buffer.byteLength(JSON.stringify(features)))).toFixed(0)} bytes, ${mean(featured.map(({ keys }) => keys.length)).toFixed(0)} keys an article`,
  );
}

function printRow(name: string, items: readonly Grouped[]): void {
  console.log(`${`  ${name}`.padEnd(44)}${show(pairwise(items))}   ${show(bCubed(items))}`);
}

function show({ precision, recall, f1 }: Measure): string {
  return [precision, recall, f1].map((value) => value.toFixed(3)).join(' ');
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The baseline: the latest story whose title shares the most words, if it shares enough. */
function groupByTitle(items: readonly LabelledArticle[]): Grouped[] {
  const earlier: { story: string; at: number; words: Set<string> }[] = [];
  return items.map(({ id, event, published, title }) => {
    const at = Date.parse(published);
    const words = new Set(title.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}]|[\p{L}\p{N}]+/gu));
    let best = { story: id, similarity: 0.3 };
    for (const other of earlier) {
      if (at - other.at > STORY_WINDOW_MS) continue;
      const shared = [...words].filter((word) => other.words.has(word)).length;
      const similarity = shared / (words.size + other.words.size - shared);
      if (similarity >= best.similarity) best = { story: other.story, similarity };
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
    if (!(missed || wrong)) continue;
    const judged = decision.kind === 'join' ? decision : decision.nearest;
    console.log(
      `\n${missed ? 'missed' : 'wrong'}: ${id}, nearest ${judged?.storyId ?? 'none'} ${judged?.score ?? ''}`,
    );
    for (const { says, weight } of judged?.reasons ?? []) {
      console.log(`  ${weight.toFixed(2).padStart(6)} ${says}`);
    }
  }
}
