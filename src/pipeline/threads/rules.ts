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

let loaded: { readonly key: string; readonly rules: Promise<Rules> } | undefined;

/** Reads and compiles the rules once in each thread, and again when their version changes. */
export function loadRules(files: RuleFiles): Promise<Rules> {
  const key = JSON.stringify(files);
  if (loaded?.key !== key) loaded = { key, rules: read(files) };
  return loaded.rules;
}

async function read({ topics, entities }: RuleFiles): Promise<Rules> {
  return { topics: await loadTopics(topics), gazetteer: await loadGazetteer(entities) };
}
