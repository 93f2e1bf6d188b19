import { z } from 'zod';
import { archiveTasks, startImporting, startReapplying, WORK_DAYS } from '../archive-work.ts';
import * as requests from '../archive-requests.ts';
import { backupAnswer } from '../backup-stream.ts';
import { html } from '../html.ts';
import { outcomeSoon } from '../long-tasks.ts';
import { type Answer, route, type WebRoute } from '../route.ts';
import { basesOf, topicFiles } from '../topic-files.ts';
import { outcomeView } from '../views/archive-outcome.ts';
import { archiveForms } from '../views/archive-forms.ts';

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
      return { kind: 'page', title: 'Archive', section: 'Archive', body: archiveForms(visitor, topics) };
    },
  }),
  route({
    method: 'POST',
    path: '/archive/suggest',
    access: 'analyst',
    about: 'Begins to look for words that the topics may lack',
    body: requests.suggesting,
    handle: async ({ service, body }) => requests.suggestFor(service, body, toTask),
  }),
  route({
    method: 'POST',
    path: '/archive/fit',
    access: 'analyst',
    about: 'Begins to fit the weights of a topic, without saving them',
    body: requests.fitting,
    handle: async ({ service, body: { topic } }) => requests.fitFor(service, topic, toTask),
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
    handle: async ({ service, body: { days, dry, alert } }) =>
      requests.taskAnswer(
        startReapplying(service, { days, dry: dry !== undefined, alert: alert !== undefined }),
        toTask,
      ),
  }),
  route({
    method: 'POST',
    path: '/archive/import',
    access: 'owner',
    about: 'Begins to store articles from JSON Lines; nobody is alerted',
    bodyLimit: requests.IMPORT_BYTES,
    body: z.object({ lines: z.string().min(1) }),
    handle: async ({ service, body: { lines } }) =>
      requests.taskAnswer(startImporting(service, lines), toTask),
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
      if (task === undefined) return requests.NO_TASK;
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

function toTask(id: string): Answer {
  return { kind: 'redirect', to: `/archive/tasks/${id}` };
}
