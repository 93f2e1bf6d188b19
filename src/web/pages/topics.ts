import { z } from 'zod';
import { tidyLexicon } from '../../core/topics/tidy-lexicon.ts';
import { versionsOf } from '../../io/store/topic-versions.ts';
import type { Trying } from '../../pipeline/topics/try-topics.ts';
import type { Service } from '../../service/open-service.ts';
import { taskAnswer } from '../archive/archive-requests.ts';
import { startChecking } from '../archive/archive-work.ts';
import { explainInput } from '../explain-input.ts';
import { html } from '../html.ts';
import { csrfField } from '../layout.ts';
import { rowId } from '../row-id.ts';
import { type Answer, mayAccess, route, type Visitor, type WebRoute } from '../route.ts';
import * as rules from '../archive/topic-files.ts';
import { outcomeSoon } from '../archive/long-tasks.ts';
import { explanationView } from '../views/explanation.ts';
import { editor, triedView } from '../views/lab.ts';
import { notice } from '../views/parts.ts';

const file = z.string().max(200);
const given = z.object({
  file,
  source: z.string().max(rules.SOURCE).transform(rules.unixLines),
  base: z.string().max(64),
});

/** `/topics`: the rule lab. */
export const topicRoutes: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/topics',
    access: 'reader',
    about: 'The topics, and a text explained by them',
    handle: async ({ service, visitor }) => {
      const files = await rules.topicFiles(service);
      const body = html`<h1>Topics</h1>
<h2>What do the rules make of a text?</h2><form method="post" action="/topics/explain" class="stack" data-explain="explained">${csrfField(visitor)}<label>A text, its title in the first line, or the address of a page<textarea name="text" rows="7" required maxlength="100000" dir="auto"></textarea></label><div><button>Explain it</button></div></form>
<div id="explained" aria-live="polite"></div>
<h2>The rules</h2>${mayAccess(visitor.role, 'analyst') ? html`<form method="post" action="/topics/check" class="row">${csrfField(visitor)}<button class="quiet">Look for warnings in all files</button></form>` : undefined}<ul>${files.filter(({ topic }) => topic !== undefined).map((one) => html`<li><a href="/topics/${one.file}">${one.title ?? one.topic}</a> <span class="dim">${one.file}</span></li>`)}</ul>
<details><summary>Concepts and weights (${files.filter(({ topic }) => topic === undefined).length} files)</summary><ul>${files.filter(({ topic }) => topic === undefined).map((one) => html`<li><a href="/topics/${one.file}">${one.file}</a></li>`)}</ul></details>`;
      return { kind: 'page', title: 'Topics', section: 'Topics', body };
    },
  }),
  route({
    method: 'POST',
    path: '/topics/explain',
    access: 'reader',
    about: 'Says of every rule where it fired in a text, or what it missed',
    readsOnly: true,
    bodyLimit: 512 * 1024,
    body: z.object({ text: z.string().trim().min(1).max(100_000) }),
    handle: async ({ service, visitor, body: { text } }) => {
      const explained = await explainInput(service.pipeline, visitor, text);
      if ('status' in explained) return { kind: 'problem', ...explained };
      const lab = new Map(
        (await rules.topicFiles(service)).flatMap(({ file, topic }) =>
          topic === undefined ? [] : [[topic, file] as const],
        ),
      );
      const body = html`<h1>Explained</h1><div data-explained>${explanationView(explained, lab)}</div><p><a href="/topics">Another text</a></p>`;
      return { kind: 'page', title: 'Explained', section: 'Topics', body };
    },
  }),
  route({
    method: 'GET',
    path: '/topics/*',
    access: 'reader',
    about: 'One file of the topics: its rules, to read, try and change',
    params: z.object({ '*': file }),
    query: z.object({ rule: z.string().max(100).optional(), saved: z.enum(['yes']).optional() }),
    handle: async ({ service, visitor, params, query }) => {
      const found = await rules.topicFile(service, params['*']);
      if (found === undefined) return rules.noTopicFile;
      return lab(
        service,
        visitor,
        found,
        query.saved === undefined ? undefined : savedNotice(found.source),
        query.rule,
      );
    },
  }),
  route({
    method: 'POST',
    path: '/topics/try',
    access: 'analyst',
    about: 'Says what a changed file of topics would change, before it is saved',
    bodyLimit: 2 * rules.SOURCE,
    body: given.extend({ since: z.enum(rules.TRY_DAYS).default('30') }),
    handle: async ({ service, body: { since, ...change } }) => {
      if ((await rules.topicFile(service, change.file)) === undefined) return rules.noTopicFile;
      const id = rules.startTry(service, change, since);
      if (id === undefined)
        return {
          kind: 'problem',
          status: 409,
          title: 'Another try is under way',
          detail: 'Wait for it to end: each reads the archive.',
        };
      return { kind: 'redirect', to: `/topics/tries/${id}` };
    },
  }),
  route({
    method: 'GET',
    path: '/topics/tries/:id',
    access: 'analyst',
    about: 'What came of a try; while it runs, the page loads itself again',
    params: z.object({ id: z.string().regex(/^[0-9a-z]{24,32}$/, 'expected the id of a dry run') }),
    handle: async ({ service, visitor, params, reply }) => {
      const found = rules.tries.find(params.id);
      if (found === undefined)
        return {
          kind: 'problem',
          status: 404,
          title: 'There is no such try',
          detail: 'Try the change again.',
        };
      const tried = await outcomeSoon(found);
      if (tried !== undefined) return lab(service, visitor, { ...found, title: undefined, tried });
      const { done, all } = found.progress;
      reply.header('refresh', '1');
      const body = html`<h1>${found.file}</h1><p class="notice" role="status">The change is being tried over the archive${all === undefined ? '' : `: ${done} of ${all} articles`}. This page loads itself again.</p>`;
      return { kind: 'page', title: 'Trying', section: 'Topics', body };
    },
  }),
  route({
    method: 'POST',
    path: '/topics/check',
    access: 'analyst',
    about: 'Begins to look for unused, doubled and contradictory terms in all files of the topics',
    handle: async ({ service, visitor }) =>
      taskAnswer(await startChecking(service, visitor.name), (id) => ({
        kind: 'redirect',
        to: `/archive/tasks/${id}`,
      })),
  }),
  route({
    method: 'POST',
    path: '/topics/tidy',
    access: 'analyst',
    about: 'Puts a file of concepts in order: languages and terms sorted, one term a line; nothing is saved',
    bodyLimit: 2 * rules.SOURCE,
    body: given,
    handle: async ({ service, visitor, body }) => {
      if ((await rules.topicFile(service, body.file)) === undefined) return rules.noTopicFile;
      const tidy = tidyLexicon(body.source);
      const said =
        tidy === body.source
          ? 'It is in order already.'
          : 'Put in order. It is not saved yet: try it, or save it.';
      return lab(service, visitor, { ...body, source: tidy, title: undefined }, said);
    },
  }),
  route({
    method: 'POST',
    path: '/topics/save',
    access: 'owner',
    about: 'Saves a changed file of topics; the one before is kept',
    bodyLimit: 2 * rules.SOURCE,
    body: given.extend({
      note: z.string().trim().min(3, 'say what was changed, for the others and for later').max(300),
    }),
    handle: async ({ service, visitor, body }) => {
      const done = await rules.saveTopicFile(service, { ...body, who: visitor.name });
      if (done.status === 'faulty') return lab(service, visitor, { ...body, title: undefined, tried: done });
      return savedAnswer(done);
    },
  }),
  route({
    method: 'POST',
    path: '/topics/rollback',
    access: 'owner',
    about: 'Brings a file of topics back to what it was before a change',
    body: z.object({ version: rowId }),
    handle: async ({ service, visitor, body }) =>
      savedAnswer(await rules.rollBackTopicFile(service, body.version, visitor.name)),
  }),
];

function savedAnswer(done: Awaited<ReturnType<typeof rules.saveTopicFile>>): Answer {
  switch (done.status) {
    case 'saved':
      return { kind: 'redirect', to: `/topics/${done.file}?saved=yes` };
    case 'missing':
      return rules.noTopicFile;
    case 'changed':
      return {
        kind: 'problem',
        status: 409,
        title: 'Somebody has changed the file meanwhile',
        detail: 'Load it again and put your change into it.',
      };
    case 'faulty':
      return {
        kind: 'problem',
        status: 409,
        title: 'That version does not fit the other files any more',
        detail: done.message,
      };
  }
}

function savedNotice(source: string): string {
  return source === ''
    ? 'The file is gone, as before that change: the topic is judged without fitted weights. Its versions are below.'
    : 'Saved. It is used from the next article on.';
}

interface Shown {
  readonly file: string;
  /** Undefined for a file without a topic. */
  readonly topic?: string | undefined;
  readonly title: string | undefined;
  readonly source: string;
  readonly base: string;
  readonly tried?: Trying;
  readonly since?: string;
}

async function lab(
  service: Service,
  visitor: Visitor,
  shown: Shown,
  said?: string,
  rule?: string,
): Promise<Answer> {
  const versions = await versionsOf(service.store.db, shown.file, 20);
  const { tried } = shown;
  const body = html`<h1>${shown.title ?? shown.file}</h1><p class="dim">${shown.file} · <a href="/topics">all topics</a>${shown.topic === undefined ? undefined : html` · <a href="/topics/weights/${shown.topic}.yaml">its weights</a>`}</p>
${said === undefined ? undefined : notice(said, 'good')}${tried === undefined ? undefined : triedView(tried, shown.source, shown.file)}
${editor({ visitor, ...shown, versions, rule })}`;
  return {
    kind: 'page',
    status: tried?.status === 'faulty' ? 422 : 200,
    title: shown.title ?? shown.file,
    section: 'Topics',
    body,
  };
}
