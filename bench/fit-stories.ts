/**
 * Fits the weights of story decisions to the labelled sets and writes config/stories/weights.json. The threshold for
 * joining is the best one when each author's set is judged by weights fitted on the others; only thresholds are
 * considered that leave no event without an alert. `--frequencies` also counts anew how common features are in the
 * classifier's labelled set.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { EVIDENCE } from '../src/core/stories/evidence.ts';
import type { FeaturedArticle } from '../src/core/stories/story.ts';
import { alertOutcome } from './alert-outcome.ts';
import { fitWeights, instancesOf } from './fit-weights.ts';
import { bCubed, type Measure } from './story-measures.ts';
import {
  featureAll,
  groupAll,
  readStorySet,
  STORY_SETS,
  type StorySetName,
  withinAnHour,
} from './story-set.ts';
import { countFrequencies } from './story-frequencies.ts';

const WEIGHTS = new URL('../config/stories/weights.json', import.meta.url);
const FREQUENCIES = new URL('../config/stories/frequencies.json', import.meta.url);
const BARS = Array.from({ length: 16 }, (_, index) => (index - 8) / 10);
/** A wrong join hides an alert; a missed join sends two. */
const LEAST_HELD_OUT_PRECISION = 0.92;
const LEAST_PRECISION_AT_ONCE = 0.95;

if (process.argv.includes('--frequencies')) {
  const counted = await countFrequencies(JSON.parse(readFileSync(FREQUENCIES, 'utf8')));
  writeFileSync(FREQUENCIES, `${JSON.stringify(counted, null, 2)}\n`);
  console.log('counted: run again without --frequencies to fit');
  process.exit();
}

const names = Object.keys(STORY_SETS) as StorySetName[];
const sets = await Promise.all(
  names.map(async (name) => {
    const articles = readStorySet(name);
    const featured = await featureAll(articles);
    return { name, articles, featured, instances: instancesOf(articles, featured) };
  }),
);
const heldOut = sets.map(({ name }) =>
  fitWeights(sets.filter((set) => set.name !== name).map(({ instances }) => instances)),
);
const weights = fitWeights(sets.map(({ instances }) => instances));
const forecasts = BARS.map((bar) => ({
  bar,
  measures: sets.map(({ articles, featured }, index) =>
    bCubed(groupAll(articles, featured, { weights: withBar(heldOut[index]!, bar) })),
  ),
  isSafe: sets.every(({ articles, featured }) => isSafe(articles, featured, withBar(weights, bar))),
}));
console.log(`bar   ${names.map((name) => `${name}, held out: P R F1`.padEnd(34)).join('')}`);
for (const { bar, measures, isSafe: safe } of forecasts)
  console.log(
    `${bar.toFixed(1).padEnd(6)}${measures.map((one) => show(one).padEnd(34)).join('')}${safe ? 'safe' : ''}`,
  );
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const allowed = forecasts.filter(
  ({ measures, isSafe: safe }) =>
    safe && measures.every(({ precision }) => precision >= LEAST_HELD_OUT_PRECISION),
);
const best = (allowed.length > 0 ? allowed : forecasts.slice(-1)).reduce((a, b) =>
  mean(b.measures.map((one) => one.f1)) > mean(a.measures.map((one) => one.f1)) ? b : a,
);
for (const { name, articles, featured } of sets)
  console.log(
    `${name}, fitted on all, bar ${best.bar}: ${show(bCubed(groupAll(articles, featured, { weights: withBar(weights, best.bar) })))}`,
  );
const file = {
  threshold: best.bar,
  weights: Object.fromEntries(
    EVIDENCE.map(([name], index) => [name, Number(weights[index]!.toFixed(3)) + 0]),
  ),
};
writeFileSync(WEIGHTS, `${JSON.stringify(file, null, 2)}\n`);

/** Whether every event is alerted and reports that all arrive within an hour are kept apart. */
function isSafe(
  articles: Parameters<typeof alertOutcome>[0],
  featured: readonly FeaturedArticle[],
  chosen: Float64Array,
): boolean {
  const grouped = groupAll(articles, featured, { weights: chosen });
  const together = groupAll(articles, withinAnHour(featured), { weights: chosen });
  return (
    alertOutcome(articles, featured, grouped).silent === 0 &&
    bCubed(together).precision >= LEAST_PRECISION_AT_ONCE
  );
}

function withBar(fitted: Float64Array, bar: number): Float64Array {
  const moved = Float64Array.from(fitted);
  moved[0]! -= bar;
  return moved;
}

function show({ precision, recall, f1 }: Measure): string {
  return [precision, recall, f1].map((value) => value.toFixed(3)).join(' ');
}
