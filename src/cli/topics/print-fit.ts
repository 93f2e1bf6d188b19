import { ANY_TOPIC } from '../../core/topics/measure-classifier.ts';
import { plain, print, printTable } from '../output.ts';
import type { FitReport } from '../../core/topics/fit/fit-report.ts';

const JUDGED = {
  now: 'weights in use',
  unseen: 'new, articles unseen',
  leftOut: 'new, source left out',
} as const;

/** Prints the scores of the weights in use and of the new ones on each source. */
export function printFitReport({ topics, figures }: FitReport): void {
  for (const { topic, weights, sure, possible } of topics)
    print(`${topic}: ${weights} weights, possible from ${possible}, sure from ${sure}`);
  print();
  const columns = topics.map(({ topic }) => topic);
  printTable(
    [
      'source',
      'items',
      'level',
      'judged by',
      'any P',
      'any R',
      'any F1',
      ...columns.map((topic) => `${topic} F1`),
    ],
    figures.map(({ source, items, level, judged, scores }) => [
      plain(source),
      String(items),
      level,
      JUDGED[judged],
      figure(scores[ANY_TOPIC]?.precision),
      figure(scores[ANY_TOPIC]?.recall),
      figure(scores[ANY_TOPIC]?.f1),
      ...columns.map((topic) => figure(scores[topic]?.f1)),
    ]),
  );
}

function figure(value: number | undefined): string {
  return value === undefined ? '-' : value.toFixed(3);
}
