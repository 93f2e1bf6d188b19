import { createHash } from 'node:crypto';
import { readTopicSources, type RuleFiles, shareTopics } from './load-topics.ts';
import type { Gazetteer } from '../../core/entities/gazetteer.ts';
import { type LanguageModel, useLanguageModel } from '../../core/language/language-model.ts';
import type { Topics } from '../../core/topics/topics.ts';
import { type SharedArchive, unpackShared } from '../../io/cache/shared-archive.ts';
import { shareGazetteer } from './load-gazetteer.ts';
import { keepSoundTopics } from './sound-topics.ts';
import { shareLanguages } from './share-languages.ts';

/** Everything needed to read an article, compiled once and shared by all threads. */
export interface SharedModels {
  /** A hash of the models. */
  readonly key: string;
  readonly topics: SharedArchive;
  readonly gazetteer: SharedArchive;
  readonly languages: SharedArchive;
}

/** The models as unpacked in a thread. */
export interface Models {
  readonly topics: Topics;
  readonly gazetteer: Gazetteer;
}

/** @throws TopicFileError, GazetteerError, or the file system's error */
export async function shareModels({ topics, entities }: RuleFiles): Promise<SharedModels> {
  const sources = await readTopicSources(topics, entities);
  // One after the other, because together they would need the memory of all three at once.
  const archives = {
    topics: await shareTopics(topics, sources),
    gazetteer: await shareGazetteer(entities, sources.entities?.source ?? ''),
    languages: await shareLanguages(),
  };
  await keepSoundTopics(topics, sources, () =>
    (unpackShared(archives.topics) as Topics).topics.map(({ id }) => id),
  );
  const hash = createHash('sha256');
  for (const archive of Object.values(archives)) hash.update(Buffer.from(archive, 0, KEYED_BYTES));
  return { key: hash.digest('hex').slice(0, 16), ...archives };
}

/** The head of an archive contains a digest of all of it. */
const KEYED_BYTES = 48;

let unpacked: { readonly key: string; readonly models: Models } | undefined;

/** Unpacks the models in this thread, once; earlier models are released. */
export function openModels(shared: SharedModels): Models {
  if (unpacked?.key === shared.key) return unpacked.models;
  useLanguageModel(unpackShared(shared.languages) as LanguageModel);
  const models = {
    topics: unpackShared(shared.topics) as Topics,
    gazetteer: unpackShared(shared.gazetteer) as Gazetteer,
  };
  unpacked = { key: shared.key, models };
  return models;
}
