import path from 'node:path';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readTopicFiles } from '../../io/topics/read-topic-files.ts';
import { writeTopic } from '../../io/topics/topic-copy.ts';
import { keepVersion, versionsOf, versionSource } from '../../io/store/topic-versions.ts';
import { checkTopicFile, tryTopics, type Trying } from '../../pipeline/topics/try-topics.ts';
import type { Service } from '../../service/open-service.ts';
import { labelledTexts } from '../labelled-texts.ts';
import { openTries, within } from '../tries.ts';
import { html } from '../html.ts';
import { csrfField } from '../layout.ts';
import { rowNumber } from '../numbered.ts';
import { type Answer, mayCome, route, type Visitor, type WebRoute } from '../route.ts';
import { explanationView } from '../views/explanation.ts';
import { editor, triedView } from '../views/lab.ts';
import { notice } from '../views/parts.ts';

interface TopicSource {
  readonly file: string;
  readonly source: string;
  /** Undefined for a file of concepts, groups or weights. */
  readonly topic: string | undefined;
  readonly title: string | undefined;
}

/** The files of the topics, by their path below the directory. */
async function filesOf(service: Service): Promise<TopicSource[]> {
  const { topics } = service.config;
  return (await readTopicFiles(topics)).map(({ file, source }) => ({
    file: path.relative(topics, file),
    source,
    topic: /^topic:\s*([\w-]+)/m.exec(source)?.[1],
    title: /^title:\s*["']?([^"'\n]+)/m.exec(source)?.[1],
  }));
}

const SOURCE = 512 * 1024;
const file = z.string().max(200);
const given = z.object({ file, source: z.string().max(SOURCE), base: z.string().max(64) });
const since = z.enum(['7', '30', '90']).default('30');

function hashOf(source: string): string {
  return createHash('sha256').update(source).digest('base64url').slice(0, 16);
}

/** Browsers send line breaks as CR LF. */
function unix(source: string): string {
  const text = source.replaceAll('\r\n', '\n');
  return text.endsWith('\n') ? text : `${text}\n`;
}

const missing: Answer = { kind: 'problem', status: 404, title: 'There is no such file of topics' };
const tries = openTries();
/** Milliseconds that a request waits for a try: less than a connection lasts. */
const WAIT = 15_000;

/** `/topics`: the rule lab. */
export const topicRoutes: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/topics',
    access: 'reader',
    about: 'The topics, and a text explained by them',
    handle: async ({ service, visitor }) => {
      const files = await filesOf(service);
      const body = html`<h1>Topics</h1>
<h2>What do the rules make of a text?</h2><form method="post" action="/topics/explain" class="stack">${csrfField(visitor)}<label>A text, its title in the first line, or the address of a page<textarea name="text" rows="7" required maxlength="100000" dir="auto"></textarea></label><div><button>Explain it</button></div></form>
<h2>The rules</h2><ul>${files.filter(({ topic }) => topic !== undefined).map((one) => html`<li><a href="/topics/${one.file}">${one.title ?? one.topic}</a> <span class="dim">${one.file}</span></li>`)}</ul>
<details><summary>Concepts and weights (${files.filter(({ topic }) => topic === undefined).length} files)</summary><ul>${files.filter(({ topic }) => topic === undefined).map((one) => html`<li><a href="/topics/${one.file}">${one.file}</a></li>`)}</ul></details>`;
      return { kind: 'page', title: 'Topics', section: 'Topics', body };
    },
  }),
  route({
    method: 'POST',
    path: '/topics/explain',
    access: 'reader',
    about: 'Says of every rule where it fired in a text, or what it missed',
    bodyLimit: 512 * 1024,
    body: z.object({ text: z.string().trim().min(1).max(100_000) }),
    handle: async ({ service, visitor, body: { text } }) => {
      const { reader, source } = service.pipeline;
      const end = text.indexOf('\n');
      let task: Parameters<typeof reader.explain>[0] = {
        article: {
          title: (end < 0 ? text : text.slice(0, end)).trim(),
          text: end < 0 ? '' : text.slice(end).trim(),
          language: undefined,
        },
      };
      if (/^https?:\/\/\S+$/.test(text)) {
        if (!mayCome(visitor.role, 'analyst'))
          return { kind: 'problem', status: 403, title: 'Your role may explain texts, not fetch pages' };
        try {
          const page = await source.get({ url: text, kind: 'page' });
          if (page.status !== 200)
            return { kind: 'problem', status: 422, title: `The page answered ${page.status}` };
          task = { page: { bytes: page.body, contentType: page.headers['content-type'], url: page.url } };
        } catch (error) {
          return {
            kind: 'problem',
            status: 422,
            title: 'The page cannot be fetched',
            detail: (error as Error).message,
          };
        }
      }
      const lab = new Map(
        (await filesOf(service)).flatMap(({ file, topic }) =>
          topic === undefined ? [] : [[topic, file] as const],
        ),
      );
      const body = html`<h1>Explained</h1>${explanationView(await reader.explain(task), lab)}<p><a href="/topics">Another text</a></p>`;
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
      const found = (await filesOf(service)).find(({ file }) => file === params['*']);
      if (found === undefined) return missing;
      return lab(
        service,
        visitor,
        { ...found, base: hashOf(found.source) },
        query.saved === undefined ? undefined : 'Saved. It is used from the next article on.',
        query.rule,
      );
    },
  }),
  route({
    method: 'POST',
    path: '/topics/try',
    access: 'analyst',
    about: 'Says what a changed file of topics would change, before it is saved',
    bodyLimit: 2 * SOURCE,
    body: given.extend({ since }),
    handle: async ({ service, body }) => {
      const found = (await filesOf(service)).find(({ file }) => file === body.file);
      if (found === undefined) return missing;
      const { topics, entities } = service.config;
      const source = unix(body.source);
      const id = tries.start({ file: body.file, source, base: body.base, since: body.since }, async () =>
        tryTopics(
          { db: service.store.db, reader: service.pipeline.reader, topics, entities },
          {
            file: body.file,
            source,
            since: new Date(Date.now() - Number(body.since) * 86_400_000),
            labelled: await labelledTexts(topics),
          },
        ),
      );
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
    params: z.object({ id: z.string().regex(/^[0-9a-z]{24,32}$/) }),
    handle: async ({ service, visitor, params, reply }) => {
      const found = tries.find(params.id);
      if (found === undefined)
        return {
          kind: 'problem',
          status: 404,
          title: 'There is no such try',
          detail: 'Try the change again.',
        };
      const tried = await within(found.outcome, WAIT);
      if (tried !== undefined) return lab(service, visitor, { ...found, title: undefined, tried });
      reply.header('refresh', '1');
      const body = html`<h1>${found.file}</h1><p class="notice" role="status">The change is being tried over the archive. This page loads itself again.</p>`;
      return { kind: 'page', title: 'Trying', section: 'Topics', body };
    },
  }),
  route({
    method: 'POST',
    path: '/topics/save',
    access: 'owner',
    about: 'Saves a changed file of topics; the one before is kept',
    bodyLimit: 2 * SOURCE,
    body: given.extend({
      note: z.string().trim().min(3, 'say what was changed, for the others and for later').max(300),
    }),
    handle: async ({ service, visitor, body }) => {
      const found = (await filesOf(service)).find(({ file }) => file === body.file);
      if (found === undefined) return missing;
      const source = unix(body.source);
      if (hashOf(found.source) !== body.base)
        return {
          kind: 'problem',
          status: 409,
          title: 'Somebody has changed the file meanwhile',
          detail: 'Load it again and put your change into it.',
        };
      const { topics, entities } = service.config;
      const faults = await checkTopicFile(topics, entities, { file: body.file, source });
      if (faults !== undefined)
        return lab(service, visitor, {
          ...found,
          source,
          base: body.base,
          tried: { status: 'faulty', message: faults },
        });
      await keepVersion(
        service.store.db,
        { file: body.file, source: found.source, who: visitor.name, note: body.note },
        new Date(),
      );
      await writeTopic(topics, body.file, source);
      return { kind: 'redirect', to: `/topics/${body.file}?saved=yes` };
    },
  }),
  route({
    method: 'POST',
    path: '/topics/rollback',
    access: 'owner',
    about: 'Brings a file of topics back to what it was before a change',
    body: z.object({ version: rowNumber }),
    handle: async ({ service, visitor, body }) => {
      const { db } = service.store;
      const version = await versionSource(db, body.version);
      const found = (await filesOf(service)).find(({ file }) => file === version?.file);
      if (version === undefined || found === undefined) return missing;
      const { topics, entities } = service.config;
      const faults = await checkTopicFile(topics, entities, version);
      if (faults !== undefined)
        return {
          kind: 'problem',
          status: 409,
          title: 'That version does not fit the other files any more',
          detail: faults,
        };
      const note = `before going back to version ${body.version}`;
      await keepVersion(db, { file: found.file, source: found.source, who: visitor.name, note }, new Date());
      await writeTopic(topics, found.file, version.source);
      return { kind: 'redirect', to: `/topics/${found.file}?saved=yes` };
    },
  }),
];

interface Shown {
  readonly file: string;
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
  const body = html`<h1>${shown.title ?? shown.file}</h1><p class="dim">${shown.file} · <a href="/topics">all topics</a></p>
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
