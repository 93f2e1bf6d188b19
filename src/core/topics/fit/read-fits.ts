import { didYouMean } from '../../words/nearest-word.ts';
import type { FileReader } from '../topic-file-reader.ts';
import type { TopicFile } from '../topic-schema.ts';
import type { FitDefinition } from './compiled-fit.ts';
import { parseFeature } from './feature.ts';

/** Reads the sections `fit`; reports those of unknown topics, doubled ones and names that are no features. */
export function readFits(
  files: readonly { readonly reader: FileReader; readonly content: TopicFile }[],
  topics: readonly { readonly id: string }[],
): ReadonlyMap<string, FitDefinition> {
  const fits = new Map<string, FitDefinition>();
  for (const { reader, content } of files) {
    for (const [topic, { bias, possible, sure, weights }] of Object.entries(content.fit)) {
      const path = ['fit', topic];
      const known = fits.get(topic);
      if (!topics.some(({ id }) => id === topic))
        reader.report(
          path,
          `topic "${topic}" is not defined${didYouMean(
            topic,
            topics.map(({ id }) => id),
          )}`,
          true,
        );
      if (known !== undefined)
        reader.report(path, `"${topic}" is already fitted in ${known.file}:${known.line}`, true);
      for (const name of Object.keys(weights)) {
        if (parseFeature(name) === undefined)
          reader.report([...path, 'weights', name], `"${name}" is no feature`, true);
      }
      fits.set(topic, {
        bias,
        cuts: { possible, sure },
        weights: new Map(Object.entries(weights)),
        file: reader.file,
        line: reader.lineOf(path, true),
      });
    }
  }
  return fits;
}
