import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compileTopics } from '../../core/topics/compile-topics.ts';
import { type FitReport, fitReport } from '../../core/topics/fit/fit-report.ts';
import { fitTopics } from '../../core/topics/fit/fit-topics.ts';
import type { LabelledArticle } from '../../core/topics/fit/find-features.ts';
import { writeFit } from '../../core/topics/fit/write-fit.ts';
import type { Database } from '../../io/store/database.ts';
import { judgedArticles } from '../../io/store/articles/judged-articles.ts';
import { readDefinitions } from '../models/load-topics.ts';

/** A file of weights: its path below the directory of topics, its text now (empty where it is new), and the fitted one. */
interface WeightFile {
  readonly topic: string;
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

export interface FittedWeights {
  readonly report: FitReport;
  readonly files: readonly WeightFile[];
}

export interface FitTask {
  /** The directory of topics. */
  readonly topics: string;
  /** The gazetteer; undefined for that beside the topics, or none. */
  readonly entities: string | undefined;
  readonly labelled: readonly LabelledArticle[];
  /** Ids of the topics to fit; undefined for all that have labelled articles. */
  readonly only: readonly string[] | undefined;
}

/**
 * Fits the weights and cuts of topics to labelled articles. Nothing is written. It takes about half a minute of a processor
 * for three topics and 5,000 articles.
 */
export async function fitWeights({
  topics: directory,
  entities,
  labelled,
  only,
}: FitTask): Promise<FittedWeights> {
  const topics = compileTopics(await readDefinitions(directory, entities));
  // A topic without labelled items is not fitted, because the weights would say that it never occurs.
  const fitted =
    only ??
    topics.topics.map(({ id }) => id).filter((id) => labelled.some((article) => article.topics.includes(id)));
  const fits = fitTopics(topics, labelled, fitted);
  const files = await Promise.all(
    fits.map(async (fit) => {
      const file = path.join('weights', `${fit.topic}.yaml`);
      const before = await readFile(path.join(directory, file), 'utf8').catch(() => '');
      return { topic: fit.topic, file, before, after: writeFit(fit.topic, fit) };
    }),
  );
  return { report: fitReport(topics, labelled, fits), files };
}

/** The latest judgements that are used; older ones concern rules and words that are gone. */
const MOST_JUDGEMENTS = 2_000;
const FEEDBACK = 'own feedback';

/** Judgements from the console as labelled articles; each is about one topic only. */
export async function judgedLabels(db: Database): Promise<LabelledArticle[]> {
  const judged = await judgedArticles(db, MOST_JUDGEMENTS);
  return judged.map(({ title, lead, text, language, topic, relevant }) => ({
    article: { title, lead: lead ?? undefined, text, language },
    topics: relevant ? [topic] : [],
    judged: [topic],
    source: FEEDBACK,
  }));
}
