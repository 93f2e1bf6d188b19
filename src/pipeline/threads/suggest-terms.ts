import { openDatabase } from '../../io/store/database.ts';
import { type LanguageSuggestions, type SuggestScope, suggestTerms } from '../topics/suggest-terms.ts';
import { loadTopics } from '../models/load-topics.ts';

export interface SuggestTask {
  readonly databaseUrl: string;
  /** The directory of topics, and the gazetteer. */
  readonly topics: string;
  readonly entities: string;
  readonly scope: SuggestScope;
}

/** Runs on a thread of its own, because it compiles the topics and splits every text of the archive into words. */
export async function run({
  databaseUrl,
  topics,
  entities,
  scope,
}: SuggestTask): Promise<LanguageSuggestions[]> {
  const db = openDatabase(databaseUrl, { maxConnections: 1, work: 'long', onError: () => {} });
  try {
    const progress = { start() {}, step() {} };
    return await suggestTerms({ db, topics: await loadTopics(topics, entities) }, scope, progress);
  } finally {
    await db.destroy();
  }
}
