import type { WorkDays, RefusedLine, Reapplying } from './work-outcome.ts';
import { importArticle, readImported } from '../../pipeline/articles/import-article.ts';
import type { Publishing } from '../../pipeline/stories/publication.ts';
import { reapplyTopics } from '../../pipeline/topics/reapply-topics.ts';
import { judgedLabels } from '../../pipeline/topics/fit-weights.ts';
import { checkOnThread, fitOnThread, suggestOnThread } from '../../pipeline/topics/long-work.ts';
import { tryTopics } from '../../pipeline/topics/try-topics.ts';
import type { LabelledArticle } from '../../core/topics/fit/find-features.ts';
import type { Service } from '../../service/open-service.ts';
import { beginWork } from './archive-desk.ts';
import { labelledArticles, labelledTexts } from './labelled-texts.ts';
import { topicFiles } from './topic-files.ts';

export interface Suggesting {
  readonly days: WorkDays;
  readonly topic: string | undefined;
  /** A key of the lexicons, or ISO 639-3. */
  readonly language: string | undefined;
}

/** The maximum number of words suggested for a language, and the minimum number of near misses that contain each. */
const SUGGESTED = { terms: 20, least: 3 };
/** Articles listed for each topic and kind of change. */
const LISTED = 20;

/** Begins to look for words that the lexicons may lack. Returns the id of the task; undefined where another runs. */
export function startSuggesting(
  service: Service,
  { days, topic, language }: Suggesting,
  who: string,
): Promise<string | undefined> {
  const { topics, entities } = service.config;
  const scope = { since: since(days), topic, language, ...SUGGESTED };
  return beginWork(service, { title: 'Words that the topics may lack', who }, async (_progress, signal) => ({
    status: 'suggested',
    languages: await suggestOnThread({ databaseUrl: service.store.url(), topics, entities, scope }, signal),
  }));
}

interface Fitting {
  readonly topic: string;
  /** Labelled articles beside those of the project. */
  readonly own: readonly LabelledArticle[];
}

/**
 * Begins to fit the weights of a topic to labelled texts and to what people judged, and to try them on the archive of
 * 90 days.
 */
export function startFitting(
  service: Service,
  { topic, own }: Fitting,
  who: string,
): Promise<string | undefined> {
  const { topics, entities } = service.config;
  const { db } = service.store;
  return beginWork(service, { title: `Weights of ${topic}`, who }, async (progress, signal) => {
    const labelled = [...(await labelledArticles(topics)), ...own, ...(await judgedLabels(db))];
    // Weights that were fitted to no example would say that the topic never occurs.
    if (!labelled.some(({ topics }) => topics.includes(topic)))
      return {
        status: 'failed',
        message: `No labelled text and no judgement has the topic ${topic}, so there is nothing to fit to.`,
      };
    const fitted = await fitOnThread({ topics, entities, labelled, only: [topic] }, signal);
    const tried = await tryTopics(
      { db, reader: service.pipeline.reader, topics, entities },
      {
        files: fitted.files.map(({ file, after }) => ({ file, source: after })),
        since: since('90'),
        labelled: await labelledTexts(topics),
      },
      progress,
      signal,
    );
    return { status: 'fitted', fitted, tried };
  });
}

/** Begins to classify stored articles again by the topics as they are, or to count what that would change. */
export function startReapplying(service: Service, how: Reapplying, who: string): Promise<string | undefined> {
  const { db } = service.store;
  const { reader } = service.pipeline;
  return beginWork(service, { title: 'The topics applied again', who }, async (progress) => {
    const topics = (await topicFiles(service)).flatMap(({ topic }) => topic ?? []);
    const publishing = publishingOf(service);
    const scope = { topics, since: since(how.days), only: undefined, limit: LISTED };
    const done = await reapplyTopics({ db, reader, publishing, ...how }, scope, progress);
    return { status: 'reapplied', done, how };
  });
}

/** Begins to look for what is valid in the files of the topics but probably not intended. */
export function startChecking(service: Service, who: string): Promise<string | undefined> {
  const { topics, entities } = service.config;
  return beginWork(service, { title: 'Warnings about the topics', who }, async (_progress, signal) => ({
    status: 'checked',
    warnings: await checkOnThread({ topics, entities }, signal),
  }));
}

/** Begins to classify and store articles from JSON Lines, as `chipwatch import` does. Nobody is alerted. */
export function startImporting(service: Service, text: string, who: string): Promise<string | undefined> {
  const { db } = service.store;
  const { reader } = service.pipeline;
  const publishing = publishingOf(service);
  const lines = text.split('\n').map((line, index) => ({ line: index + 1, text: line.trim() }));
  const written = lines.filter((one) => one.text !== '');
  return beginWork(service, { title: 'Import', who }, async (progress) => {
    progress.start(written.length);
    const refused: RefusedLine[] = [];
    let stored = 0;
    let matched = 0;
    for (const { line, text } of written) {
      progress.step();
      const article = readImported(text);
      if (typeof article === 'string') {
        refused.push({ line, message: article });
        continue;
      }
      if (await importArticle({ db, reader, publishing }, article)) matched += 1;
      stored += 1;
    }
    return { status: 'imported', stored, matched, refused };
  });
}

function publishingOf({ config: { routes }, log }: Service): Publishing {
  return { settings: { routes }, log, now: () => new Date() };
}

function since(days: WorkDays): Date {
  return new Date(Date.now() - Number(days) * 86_400_000);
}
