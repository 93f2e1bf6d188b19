import type { Gazetteer } from '../../core/entities/gazetteer.ts';
import type { Topics } from '../../core/topics/topics.ts';
import { loadGazetteer } from '../load-gazetteer.ts';
import { loadTopics } from '../topics/load-topics.ts';

/** Where the rules lie; the version changes when the files do. */
export interface RuleFiles {
  readonly topics: string;
  readonly entities: string;
  readonly version: string;
}

export interface Rules {
  readonly topics: Topics;
  readonly gazetteer: Gazetteer;
}

let loaded: { readonly key: string; readonly rules: Rules } | undefined;

/**
 * Reads and compiles the rules once in each thread, and again when their version changes. Files that cannot be used
 * do not push out those in use: articles that are under way with the version before still want it.
 *
 * @throws TopicFileError, GazetteerError, or the file system's error
 */
export async function loadRules(files: RuleFiles): Promise<Rules> {
  const key = JSON.stringify(files);
  if (loaded?.key === key) return loaded.rules;
  const rules = {
    topics: await loadTopics(files.topics, files.entities),
    gazetteer: await loadGazetteer(files.entities),
  };
  loaded = { key, rules };
  return rules;
}
