/**
 * Measures how well topics are recognised, by source: `npm run bench:topics [FILE…]`. Each further file is one more
 * source, of items like those in `fixtures/labelled.jsonl`. Weights are fitted anew, so that every article is judged by
 * weights that were fitted without it, or without its source. Writes `docs/topics-reliability.svg` unless `--no-plot` is given.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fitReport } from '../src/core/topics/fit/fit-report.ts';
import { printFitReport } from '../src/cli/topics/print-fit.ts';
import { readLabelled } from '../src/cli/topics/read-labelled.ts';
import { confidenceOf } from '../src/core/topics/confidence.ts';
import type { LabelledArticle } from '../src/core/topics/fit/find-features.ts';
import { fitTopics } from '../src/core/topics/fit/fit-topics.ts';
import { loadTopics } from '../src/pipeline/models/load-topics.ts';
import { type Bin, reliabilitySvg } from './support/reliability-svg.ts';

const OWN = [
  'labelled',
  'labelled-2',
  'labelled-own',
  'labelled-languages',
  'labelled-briefs',
  'labelled-feeds',
  'labelled-trade',
  'labelled-general',
  'labelled-archives',
  'labelled-press',
  'labelled-digests',
  'labelled-asia',
  'labelled-portals',
  'labelled-transit',
  'labelled-kinds',
  'labelled-wordings',
].map((name) => `fixtures/${name}.jsonl`);
const PLOT = 'docs/topics-reliability.svg';
const BINS = 10;

const given = process.argv.slice(2);
const files = [...OWN, ...given.filter((argument) => !argument.startsWith('--'))];
const topics = await loadTopics('config/topics');
const articles = (
  await Promise.all(
    files.map(async (file) =>
      (
        await readLabelled(file)
      ).map(
        ({ item }): LabelledArticle => ({
          article: { title: item.title, text: item.body, language: item.lang },
          topics: item.topics,
          judged: item.judged,
          source: path.basename(file, '.jsonl'),
        }),
      ),
    ),
  )
).flat();

const fits = fitTopics(topics, articles, undefined);
printFitReport(fitReport(topics, articles, fits));

const curves = (['unseen', 'leftOut'] as const).map((how) => ({
  name:
    how === 'unseen'
      ? 'weights that had not seen the article'
      : 'weights that had seen nothing of its source',
  bins: binsOf(
    fits.flatMap((fit) =>
      articles.flatMap((article, index) => {
        const logOdds = fit[how][index];
        // Articles that name nothing of the topic's guard get no confidence, whatever the weights.
        return logOdds === undefined
          ? []
          : [{ confidence: confidenceOf(logOdds), isOn: article.topics.includes(fit.topic) }];
      }),
    ),
  ),
}));
for (const { name, bins } of curves) {
  process.stdout.write(`\n${name}\n  said  seen  articles\n`);
  for (const { said, seen, articles } of bins)
    process.stdout.write(`  ${percent(said)}  ${percent(seen)}  ${String(articles).padStart(8)}\n`);
}
if (!given.includes('--no-plot')) {
  const title = `Reliability: ${articles.length} articles, ${files.length} sources`;
  await writeFile(PLOT, reliabilitySvg(title, curves));
  process.stdout.write(`\n${PLOT} written\n`);
}

function binsOf(judged: readonly { readonly confidence: number; readonly isOn: boolean }[]): Bin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const own = judged.filter(
      ({ confidence }) => Math.min(BINS - 1, Math.floor((confidence / 100) * BINS)) === bin,
    );
    const mean = (value: (one: (typeof own)[number]) => number) =>
      own.length === 0 ? 0 : own.reduce((sum, one) => sum + value(one), 0) / own.length;
    return {
      articles: own.length,
      said: mean(({ confidence }) => confidence / 100),
      seen: mean(({ isOn }) => Number(isOn)),
    };
  });
}

function percent(value: number): string {
  return (value * 100).toFixed(0).padStart(4);
}
