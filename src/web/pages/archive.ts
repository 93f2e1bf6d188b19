import { z } from 'zod';
import { type KeptTask, keptTask, keptTasks } from '../../io/store/articles/archive-tasks.ts';
import { archiveTasks } from '../archive/archive-desk.ts';
import { startImporting, startReapplying } from '../archive/archive-work.ts';
import { WORK_DAYS } from '../archive/work-outcome.ts';
import * as requests from '../archive/archive-requests.ts';
import { backupAnswer } from '../server/backup-stream.ts';
import { html } from '../html.ts';
import { outcomeSoon } from '../archive/long-tasks.ts';
import { type Answer, mayAccess, route, type WebRoute } from '../route.ts';
import { saidOfTask } from '../archive/said-of-work.ts';
import { basesOf, topicFiles } from '../archive/topic-files.ts';
import { outcomeView } from '../views/archive-outcome.ts';
import { archiveForms } from '../views/archive-forms.ts';
import { taskList } from '../views/archive-tasks.ts';
import { notice, time } from '../views/parts.ts';

/** Tasks on the page. */
const SHOWN = 20;

/** `/archive`: what is done with the whole archive. */
export const archiveRoutes: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/archive',
    access: 'reader',
    about:
      'What is done with the whole archive: downloads, words and weights, the topics applied again, import, backup',
    handle: async ({ service, visitor }) => {
      const topics = (await topicFiles(service)).flatMap(({ topic, title }) =>
        topic === undefined ? [] : [{ value: topic, label: title ?? topic }],
      );
      const tasks = mayAccess(visitor.role, 'analyst') ? await keptTasks(service.store.db, SHOWN) : [];
      const body = html`${archiveForms(visitor, topics)}${taskList(tasks, (id) => archiveTasks(service).find(id) !== undefined)}`;
      return { kind: 'page', title: 'Archive', section: 'Archive', body };
    },
  }),
  route({
    method: 'POST',
    path: '/archive/suggest',
    access: 'analyst',
    about: 'Begins to look for words that the topics may lack',
    body: requests.suggesting,
    handle: async ({ service, visitor, body }) =>
      requests.suggestFor(service, body, { who: visitor.name, started: toTask }),
  }),
  route({
    method: 'POST',
    path: '/archive/fit',
    access: 'analyst',
    about: 'Begins to fit the weights of a topic, without saving them',
    bodyLimit: requests.IMPORT_BYTES,
    body: requests.fitting,
    handle: async ({ service, visitor, body }) =>
      requests.fitFor(service, body, { who: visitor.name, started: toTask }),
  }),
  route({
    method: 'POST',
    path: '/archive/reapply',
    access: 'owner',
    about: 'Begins to apply the topics to stored articles again, or to count what that would change',
    body: z.object({
      days: z.enum(WORK_DAYS),
      dry: z.enum(['yes']).optional(),
      alert: z.enum(['yes']).optional(),
    }),
    handle: async ({ service, visitor, body: { days, dry, alert } }) => {
      const how = { days, dry: dry !== undefined, alert: alert !== undefined };
      return requests.taskAnswer(await startReapplying(service, how, visitor.name), toTask);
    },
  }),
  route({
    method: 'POST',
    path: '/archive/import',
    access: 'owner',
    about: 'Begins to store articles from JSON Lines; nobody is alerted',
    bodyLimit: requests.IMPORT_BYTES,
    body: z.object({ lines: z.string().min(1) }),
    handle: async ({ service, visitor, body: { lines } }) =>
      requests.taskAnswer(await startImporting(service, lines, visitor.name), toTask),
  }),
  route({
    method: 'POST',
    path: '/archive/backup',
    access: 'owner',
    about: 'The whole record as a file that `chipwatch restore` reads',
    handle: async ({ service }) => backupAnswer(service, new Date()),
  }),
  route({
    method: 'GET',
    path: '/archive/tasks/:id',
    access: 'analyst',
    about: 'What came of such work; while it goes on, the page loads itself again',
    params: requests.taskParams,
    handle: async ({ service, visitor, params, reply }) => {
      const task = archiveTasks(service).find(params.id);
      if (task === undefined) return forgotten(await keptTask(service.store.db, params.id));
      const outcome = await outcomeSoon(task);
      const { done, all } = task.progress;
      if (outcome === undefined) reply.header('refresh', '2');
      const bases =
        outcome?.status === 'fitted'
          ? await basesOf(service, outcome.fitted.files)
          : new Map<string, string>();
      const body = html`<h1>${task.title}</h1>${
        outcome === undefined
          ? html`<p class="notice" role="status">Under way${all === undefined ? '' : `: ${done} of ${all} articles`}. This page loads itself again.</p>`
          : outcomeView(outcome, { visitor, bases })
      }<p><a href="/archive">To the archive</a></p>`;
      return {
        kind: 'page',
        status: outcome?.status === 'failed' ? 422 : 200,
        title: task.title,
        section: 'Archive',
        body,
      };
    },
  }),
];

/** The page of a task whose result is no longer in memory. It says only how the task ended. */
function forgotten(kept: KeptTask | undefined): Answer {
  if (kept === undefined) return requests.NO_TASK;
  const said = saidOfTask(kept);
  const body = html`<h1>${kept.title}</h1>${notice(said, kept.state === 'done' ? 'good' : 'bad')}<p class="dim">${kept.who} · ${time(kept.began_at)}${kept.ended_at === null ? undefined : html` until ${time(kept.ended_at)}`}</p><p>The details were kept until the service ended, or until others followed. Begin it again to see them.</p><p><a href="/archive">To the archive</a></p>`;
  return { kind: 'page', title: kept.title, section: 'Archive', body };
}

function toTask(id: string): Answer {
  return { kind: 'redirect', to: `/archive/tasks/${id}` };
}
