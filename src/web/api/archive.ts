import { z } from 'zod';
import { IMPORTED_ARTICLE } from '../../pipeline/articles/import-article.ts';
import * as requests from '../archive/archive-requests.ts';
import { keptTask, keptTasks } from '../../io/store/articles/archive-tasks.ts';
import { archiveTasks } from '../archive/archive-desk.ts';
import { startChecking, startImporting, startReapplying } from '../archive/archive-work.ts';
import { WORK_DAYS, type WorkOutcome } from '../archive/work-outcome.ts';
import { decodePlace, pageOfRows } from '../cursor.ts';
import { backupAnswer } from '../server/backup-stream.ts';
import { outcomeSoon } from '../archive/long-tasks.ts';
import { type Answer, route, type WebRoute } from '../route.ts';
import { saidOfTask } from '../archive/said-of-work.ts';
import { basesOf } from '../archive/topic-files.ts';
import { pageOf, paging } from './lists.ts';
import { triedOf } from './topics.ts';

const task = z.object({ id: z.string().describe('Of the task: `/archive/tasks/{id}` has what came of it') });
const toTask = (id: string): Answer => ({ kind: 'json', value: { id } });

const counts = z.object({ gained: z.int(), lost: z.int(), stance: z.int(), confidence: z.int() });

/** The API's routes for work on the whole archive. One piece of work runs at a time. */
export const archiveApi: readonly WebRoute[] = [
  route({
    method: 'POST',
    path: '/api/v1/archive/suggest',
    access: 'analyst',
    about: 'Begins to look for words that the topics may lack',
    body: requests.suggesting,
    success: 202,
    answer: task,
    handle: async ({ service, visitor, body }) =>
      requests.suggestFor(service, body, { who: visitor.name, started: toTask }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/archive/fit',
    access: 'analyst',
    about:
      'Begins to fit the weights of a topic to the labelled texts and to what people judged; `PUT /topics/source` saves them',
    bodyLimit: requests.IMPORT_BYTES,
    body: requests.fitting,
    success: 202,
    answer: task,
    handle: async ({ service, visitor, body }) =>
      requests.fitFor(service, body, { who: visitor.name, started: toTask }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/archive/reapply',
    access: 'owner',
    about: 'Begins to classify stored articles again by the present topics',
    body: z.object({
      days: z.enum(WORK_DAYS).describe('Days of the archive'),
      dry: z.boolean().default(true).describe('Only say what would change'),
      alert: z.boolean().default(false).describe('Send new matches through the routes, as new articles'),
    }),
    success: 202,
    answer: task,
    handle: async ({ service, visitor, body }) =>
      requests.taskAnswer(await startReapplying(service, body, visitor.name), toTask),
  }),
  route({
    method: 'POST',
    path: '/api/v1/archive/import',
    access: 'owner',
    about: 'Begins to classify and store articles; nobody is alerted',
    bodyLimit: requests.IMPORT_BYTES,
    body: z.object({ articles: z.array(z.unknown()).min(1).max(10_000).describe(`Each with ${fieldsOf()}`) }),
    success: 202,
    answer: task,
    handle: async ({ service, visitor, body: { articles } }) => {
      const lines = articles.map((one) => JSON.stringify(one)).join('\n');
      return requests.taskAnswer(await startImporting(service, lines, visitor.name), toTask);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/topics/check',
    access: 'analyst',
    about: 'Begins to look for unused, doubled and contradictory terms in all files of the topics',
    success: 202,
    answer: task,
    handle: async ({ service, visitor }) =>
      requests.taskAnswer(await startChecking(service, visitor.name), toTask),
  }),
  route({
    method: 'GET',
    path: '/api/v1/archive/tasks',
    access: 'analyst',
    about: 'Work on the archive, the latest first',
    query: z.object(paging),
    answer: pageOf(
      'tasks',
      z.object({
        id: z.string().describe('`/archive/tasks/{id}` has what came of it'),
        title: z.string(),
        who: z.string(),
        state: z.enum(['running', 'done', 'failed', 'interrupted']),
        said: z.string().describe('How it ended; empty until then'),
        began: z.iso.datetime(),
        ended: z.iso.datetime().nullable(),
      }),
    ),
    handle: async ({ service, query }) => {
      const before = decodePlace(query.after, 'none')?.id;
      const rows = await keptTasks(service.store.db, query.limit + 1, before);
      const { shown, next } = pageOfRows(rows, query.limit, ({ id }) => ({ key: '', id }));
      return {
        kind: 'json',
        value: {
          tasks: shown.map(({ task, title, who, state, said, began_at: began, ended_at: ended }) => ({
            id: task,
            title,
            who,
            state,
            said,
            began: began.toISOString(),
            ended: ended?.toISOString() ?? null,
          })),
          next,
        },
      };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/archive/tasks/:id',
    access: 'analyst',
    about: 'How far such work has come, and what came of it',
    params: requests.taskParams,
    answer: z.discriminatedUnion('status', [
      z.object({ status: z.literal('running'), done: z.int(), all: z.int().nullable() }),
      z.object({ status: z.literal('failed'), message: z.string() }),
      z.object({
        status: z.literal('forgotten').describe('The service ended since, or others followed'),
        state: z.enum(['running', 'done', 'failed', 'interrupted']),
        message: z.string(),
      }),
      z.object({
        status: z.literal('checked'),
        warnings: z.array(
          z.object({ kind: z.string(), file: z.string(), line: z.int(), message: z.string() }),
        ),
      }),
      z.object({
        status: z.literal('suggested'),
        languages: z.array(
          z.object({
            language: z.string(),
            nearMisses: z.int(),
            others: z.int(),
            terms: z.array(
              z.object({
                term: z.string(),
                strength: z.number(),
                near: z.int(),
                other: z.int(),
                examples: z.array(z.object({ title: z.string(), url: z.string() })),
              }),
            ),
          }),
        ),
      }),
      z.object({
        status: z.literal('fitted'),
        files: z.array(
          z.object({
            file: z.string(),
            topic: z.string(),
            before: z.string(),
            after: z.string(),
            base: z.string().describe('To save it with; empty for a new file'),
          }),
        ),
        figures: z.array(z.looseObject({ source: z.string(), items: z.int(), judged: z.string() })),
        tried: z.looseObject({ status: z.enum(['tried', 'faulty']) }),
      }),
      z.object({
        status: z.literal('reapplied'),
        dry: z.boolean(),
        articles: z.int(),
        unreadable: z.int(),
        skipped: z.int(),
        refreshed: z.int(),
        alerts: z.int(),
        topics: z.array(z.object({ topic: z.string(), articles: counts })),
        changes: z.array(z.looseObject({ title: z.string(), topic: z.string(), kind: z.string() })),
      }),
      z.object({
        status: z.literal('imported'),
        stored: z.int(),
        matched: z.int(),
        refused: z.array(z.object({ line: z.int(), message: z.string() })),
      }),
    ]),
    handle: async ({ service, params }) => {
      const found = archiveTasks(service).find(params.id);
      if (found === undefined) {
        const kept = await keptTask(service.store.db, params.id);
        if (kept === undefined) return requests.NO_TASK;
        const value = { status: 'forgotten', state: kept.state, message: saidOfTask(kept) };
        return { kind: 'json', value };
      }
      const outcome = await outcomeSoon(found);
      if (outcome === undefined) {
        const { done, all } = found.progress;
        return { kind: 'json', value: { status: 'running', done, all: all ?? null } };
      }
      const bases =
        outcome.status === 'fitted'
          ? await basesOf(service, outcome.fitted.files)
          : new Map<string, string>();
      return { kind: 'json', value: outcomeOf(outcome, bases) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/archive/backup',
    access: 'owner',
    about: 'The whole record as a file that `chipwatch restore` reads',
    file: 'application/gzip',
    handle: async ({ service }) => backupAnswer(service, new Date()),
  }),
];

function fieldsOf(): string {
  return Object.keys(IMPORTED_ARTICLE.shape)
    .map((name) => `\`${name}\``)
    .join(', ');
}

function outcomeOf(outcome: WorkOutcome, bases: ReadonlyMap<string, string>): object {
  switch (outcome.status) {
    case 'fitted':
      return {
        status: 'fitted',
        files: outcome.fitted.files.map((one) => ({ ...one, base: bases.get(one.file) ?? '' })),
        figures: outcome.fitted.report.figures,
        tried: triedOf(outcome.tried),
      };
    case 'reapplied':
      return { status: 'reapplied', dry: outcome.how.dry, ...outcome.done };
    default:
      return outcome;
  }
}
