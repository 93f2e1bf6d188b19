import { didYouMean } from '../../words/nearest-word.ts';
import type { FileReader } from '../topic-file-reader.ts';
import type { TopicFile } from '../topic-schema.ts';
import type { FitDefinition, TopicDefinition } from '../definition.ts';
import { FAMILY_PREFIX } from '../families.ts';
import { conceptsOf, parseFeature } from './feature.ts';

/** The names that features may have: concepts and families. */
interface Known {
  readonly concepts: ReadonlyMap<string, unknown>;
  readonly families: ReadonlyMap<string, unknown>;
}

/** Reads the sections `fit`. Reports sections of unknown topics, repeated ones, and names that are no features. */
export function readFits(
  files: readonly { readonly reader: FileReader; readonly content: TopicFile }[],
  topics: readonly Pick<TopicDefinition, 'id' | 'rules' | 'counter'>[],
  known: Known,
): ReadonlyMap<string, FitDefinition> {
  const fits = new Map<string, FitDefinition>();
  const names = new Set([
    ...known.concepts.keys(),
    ...[...known.families.keys()].map((id) => `${FAMILY_PREFIX}${id}`),
  ]);
  for (const { reader, content } of files) {
    for (const [topic, { bias, possible, sure, weights }] of Object.entries(content.fit)) {
      const path = ['fit', topic];
      const before = fits.get(topic);
      if (!topics.some(({ id }) => id === topic))
        reader.report(
          path,
          `topic "${topic}" is not defined${didYouMean(
            topic,
            topics.map(({ id }) => id),
          )}`,
          true,
        );
      if (before !== undefined)
        reader.report(path, `"${topic}" is already fitted in ${before.file}:${before.line}`, true);
      for (const name of Object.keys(weights)) {
        const fault = featureFault(
          name,
          topics.find(({ id }) => id === topic),
          names,
        );
        if (fault !== undefined) reader.report([...path, 'weights', name], fault, true);
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

/** Reports a weight of a feature that no article can have: it would never count, and nobody would notice. */
function featureFault(
  name: string,
  topic: Pick<TopicDefinition, 'rules' | 'counter'> | undefined,
  names: ReadonlySet<string>,
): string | undefined {
  const feature = parseFeature(name);
  if (feature === undefined)
    return `"${name}" is no feature${didYouMean(name, ['length', 'score']) || '; expected length, score, or one such as opening/CONCEPT, pair/CONCEPT+CONCEPT or rule/ID'}`;
  const of = (what: string, wanted: string, defined: ReadonlySet<string>) =>
    defined.has(wanted) ? undefined : `${what} "${wanted}" is not defined${didYouMean(wanted, defined)}`;
  if (feature.kind === 'rule' || feature.kind === 'counter') {
    const list = feature.kind === 'rule' ? topic?.rules : topic?.counter;
    return topic && of(feature.kind, feature.id, new Set((list ?? []).map(({ id }) => id)));
  }
  return conceptsOf(name)
    .map((concept) => of('concept', concept, names))
    .find((fault) => fault !== undefined);
}
