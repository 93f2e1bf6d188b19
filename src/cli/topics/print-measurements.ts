import { ANY_TOPIC, type Measurement } from '../../core/topics/measure-classifier.ts';
import { plain, print, printTable } from '../output.ts';
import type { TestReport } from './test-topics.ts';

/** Prints the figures of `topics test`: per topic, per language, and every wrong item. */
export function printMeasurements({ topics, total, languages, wrong }: TestReport): void {
  const columns = [...topics, ANY_TOPIC];
  printTable(
    ['topic', 'precision', 'recall', 'f1', 'found', 'missed', 'false'],
    columns.map((topic) => {
      const { precision, recall, f1, hits, misses, falseAlarms } = total.scores.get(topic)!;
      return [
        topic,
        figure(precision),
        figure(recall),
        figure(f1),
        String(hits),
        String(misses),
        String(falseAlarms),
      ];
    }),
  );
  print();
  printTable(
    ['f1', 'items', ...columns],
    languages.map(([language, measurement]) => [
      language,
      String(measurement.items),
      ...f1s(measurement, columns),
    ]),
  );
  print();
  print(
    `${wrong.length} of ${total.items} items are wrong${wrong.length > 0 ? ' (- missed, + false):' : '.'}`,
  );
  for (const { id, title, missed, extra } of wrong) {
    const changes = [...missed.map((topic) => `-${topic}`), ...extra.map((topic) => `+${topic}`)];
    print(`  ${plain(id)}  ${changes.join(' ')}  ${plain(title)}`);
  }
}

function f1s(measurement: Measurement, columns: readonly string[]): string[] {
  return columns.map((topic) => figure(measurement.scores.get(topic)?.f1));
}

function figure(value: number | undefined): string {
  return value === undefined ? '-' : value.toFixed(3);
}
