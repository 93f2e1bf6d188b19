import { importArticle, readImported } from '../pipeline/import-article.ts';
import type { Publishing } from '../pipeline/publication.ts';
import { type Reapplied, reapplyTopics } from '../pipeline/reapply-topics.ts';
import type { LanguageSuggestions } from '../pipeline/suggest-terms.ts';
import { type FittedWeights, judgedLabels } from '../pipeline/topics/fit-weights.ts';
import { fitOnThread, suggestOnThread } from '../pipeline/topics/long-work.ts';
import { type Trying, type TryProgress, tryTopics } from '../pipeline/topics/try-topics.ts';
import type { Service } from '../service/open-service.ts';
import { labelledArticles, labelledTexts } from './labelled-texts.ts';
import { type LongTasks, openLongTasks } from './long-tasks.ts';
import { topicFiles } from './topic-files.ts';

/** Days of the archive that work may be about. */
export const WORK_DAYS = ['7', '30', '90', '365', '3650'] as const;
type WorkDays = (typeof WORK_DAYS)[number];

/** A line that was not imported. */
interface RefusedLine {
  readonly line: number;
  readonly message: string;
}

export type WorkOutcome =
  | { readonly status: 'suggested'; readonly languages: readonly LanguageSuggestions[] }
  | {
      readonly status: 'fitted';
      readonly fitted: FittedWeights;
      /** What the weights would change in the archive. */
      readonly tried: Trying;
    }
  | {
      readonly status: 'reapplied';
      readonly done: Reapplied;
      readonly how: Reapplying;
    }
  | {
      readonly status: 'imported';
      readonly stored: number;
      /** Of these, the articles that match a topic. */
      readonly matched: number;
      readonly refused: readonly RefusedLine[];
    }
  | { readonly status: 'failed'; readonly message: string };

export interface Reapplying {
  readonly days: WorkDays;
  readonly dry: boolean;
  readonly alert: boolean;
}

export interface Suggesting {
  readonly days: WorkDays;
  readonly topic: string | undefined;
  /** A key of the lexicons, or ISO 639-3. */
  readonly language: string | undefined;
}

interface Desk {
  readonly tasks: LongTasks<{ readonly title: string }, WorkOutcome>;
  readonly stop: AbortController;
}

const desks = new WeakMap<Service, Desk>();

function deskOf(service: Service): Desk {
  const desk = desks.get(service) ?? { tasks: openLongTasks(), stop: new AbortController() };
  desks.set(service, desk);
  return desk;
}

/** The work of a process on its archive. */
export function archiveTasks(service: Service): Desk['tasks'] {
  return deskOf(service).tasks;
}

/** Ends the threads of work that is under way. */
export function stopArchiveWork(service: Service): void {
  deskOf(service).stop.abort(new Error('the service was stopped'));
}

/** Most words for a language, and in how many near misses each has to be. */
const SUGGESTED = { terms: 20, least: 3 };
/** Articles listed for each topic and kind of change. */
const LISTED = 20;

/** Begins to look for words that the lexicons may lack. Returns the id of the task; undefined where another runs. */
export function startSuggesting(service: Service, { days, topic, language }: Suggesting): string | undefined {
  const { topics, entities } = service.config;
  const scope = { since: since(days), topic, language, ...SUGGESTED };
  return start(service, 'Words that the topics may lack', async (_progress, signal) => ({
    status: 'suggested',
    languages: await suggestOnThread({ databaseUrl: service.store.url(), topics, entities, scope }, signal),
  }));
}

/**
 * Begins to fit the weights of a topic to the labelled texts and to what people judged, and to try them on the archive of
 * 90 days.
 */
export function startFitting(service: Service, topic: string): string | undefined {
  const { topics, entities } = service.config;
  const { db } = service.store;
  return start(service, `Weights of ${topic}`, async (progress, signal) => {
    const labelled = [...(await labelledArticles(topics)), ...(await judgedLabels(db))];
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
    );
    return { status: 'fitted', fitted, tried };
  });
}

/** Begins to classify stored articles again by the topics as they are, or to count what that would change. */
export function startReapplying(service: Service, how: Reapplying): string | undefined {
  const { db } = service.store;
  const { reader } = service.pipeline;
  return start(service, 'The topics applied again', async (progress) => {
    const topics = (await topicFiles(service)).flatMap(({ topic }) => topic ?? []);
    const publishing = publishingOf(service);
    const scope = { topics, since: since(how.days), only: undefined, limit: LISTED };
    const done = await reapplyTopics({ db, reader, publishing, ...how }, scope, progress);
    return { status: 'reapplied', done, how };
  });
}

/** Begins to classify and store articles from JSON Lines, as `chipwatch import` does. Nobody is alerted. */
export function startImporting(service: Service, text: string): string | undefined {
  const { db } = service.store;
  const { reader } = service.pipeline;
  const publishing = publishingOf(service);
  const lines = text.split('\n').map((line, index) => ({ line: index + 1, text: line.trim() }));
  const written = lines.filter((one) => one.text !== '');
  return start(service, 'Import', async (progress) => {
    progress.start(written.length);
    const refused: RefusedLine[] = [];
    let stored = 0;
    let matched = 0;
    for (const { line, text } of written) {
      const article = readImported(text);
      progress.step();
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

function start(
  service: Service,
  title: string,
  work: (progress: TryProgress, signal: AbortSignal) => Promise<WorkOutcome>,
): string | undefined {
  const { tasks, stop } = deskOf(service);
  return tasks.start({ title }, (progress) =>
    work(progress, stop.signal).catch((error: Error): WorkOutcome => {
      service.log.error({ event: 'web.work-failed', title, err: error }, 'work on the archive failed');
      return { status: 'failed', message: failureOf(error) };
    }),
  );
}

/** Errors that say which file of the topics is wrong, and where. */
const MISTAKES: ReadonlySet<string> = new Set(['TopicFileError', 'GazetteerError', 'UnreadableFileError']);

function failureOf({ name, message }: Error): string {
  return MISTAKES.has(name) ? message : (FAILURES[name] ?? 'It failed. The log says more.');
}

const BY_COMMAND = 'The command of the same name has no such limit.';
const FAILURES: Readonly<Record<string, string>> = {
  ThreadDeadlineError: `It took more than half an hour. ${BY_COMMAND}`,
  ThreadCrashError: `It needed more memory than a page may use. ${BY_COMMAND}`,
};

function publishingOf({ config: { routes }, log }: Service): Publishing {
  return { settings: { routes }, log, now: () => new Date() };
}

function since(days: WorkDays): Date {
  return new Date(Date.now() - Number(days) * 86_400_000);
}
