import { z } from 'zod';
import { tidyLexicon } from '../../core/topics/tidy-lexicon.ts';
import { versionsOf } from '../../io/store/topic-versions.ts';
import type { Trying } from '../../pipeline/topics/try-topics.ts';
import { decodePlace, pageOfRows } from '../cursor.ts';
import { explainInput } from '../explain-input.ts';
import { rowId } from '../row-id.ts';
import { type Answer, route, type WebRoute } from '../route.ts';
import * as rules from '../archive/topic-files.ts';
import { outcomeSoon } from '../archive/long-tasks.ts';
import { pageOf, paging } from './lists.ts';
import { apiQuality } from './schemas.ts';

const file = z.string().max(200).describe('Its path below the directory of topics');
const base = z
  .string()
  .max(64)
  .describe('As it was read with the source: a file that was changed meanwhile is not overwritten');
const source = z.string().max(rules.SOURCE).transform(rules.unixLines);

const counts = z.object({ gained: z.int(), lost: z.int() });
const quality = z.object({ before: z.array(apiQuality), after: z.array(apiQuality) });
const saved = z.object({ saved: z.literal(true), file: z.string() });

/** The API's routes of the rule lab. */
export const topicApi: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/topics',
    access: 'reader',
    about: 'The files of the topics: rules, concepts and weights',
    answer: z.object({
      files: z.array(z.object({ file, topic: z.string().nullable(), title: z.string().nullable(), base })),
    }),
    handle: async ({ service }) => ({
      kind: 'json',
      value: {
        files: (await rules.topicFiles(service)).map(({ file, topic, title, base }) => ({
          file,
          topic: topic ?? null,
          title: title ?? null,
          base,
        })),
      },
    }),
  }),
  route({
    method: 'GET',
    path: '/api/v1/topics/source',
    access: 'reader',
    about: 'One file of the topics as it stands',
    query: z.object({ file }),
    answer: z.object({ file, source: z.string(), base }),
    handle: async ({ service, query }) => {
      const found = await rules.topicFile(service, query.file);
      if (found === undefined) return rules.noTopicFile;
      return { kind: 'json', value: { file: found.file, source: found.source, base: found.base } };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/topics/explain',
    access: 'reader',
    readsOnly: true,
    about: 'Says of every rule where it fired in a text, or what it missed',
    bodyLimit: 512 * 1024,
    body: z.object({
      text: z
        .string()
        .trim()
        .min(1)
        .max(100_000)
        .describe('Its first line is the title; or, for analysts, the address of a page'),
    }),
    answer: z.object({
      title: z.string(),
      language: z.string().nullable(),
      text: z.string().describe('As it was given, or as it was extracted from the page'),
      topics: z.array(
        z.looseObject({
          topic: z.string(),
          level: z.enum(['sure', 'possible']).optional(),
          confidence: z.number(),
          rules: z.array(
            z.looseObject({ id: z.string(), weight: z.number(), passages: z.array(z.unknown()) }),
          ),
        }),
      ),
    }),
    handle: async ({ service, visitor, body }) => {
      const explained = await explainInput(service.pipeline, visitor, body.text);
      if ('status' in explained) return { kind: 'problem', ...explained };
      return {
        kind: 'json',
        value: {
          title: explained.article.title,
          language: explained.article.language ?? null,
          text: explained.article.text,
          topics: explained.explanation.topics,
        },
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/topics/tries',
    access: 'analyst',
    about: 'Begins to try a changed file of topics over the archive; one try runs at a time',
    bodyLimit: 2 * rules.SOURCE,
    body: z.object({
      file,
      source,
      since: z.enum(rules.TRY_DAYS).default('30').describe('Days of the archive'),
    }),
    success: 202,
    answer: z.object({ id: z.string() }),
    handle: async ({ service, body: { since, ...change } }) => {
      const found = await rules.topicFile(service, change.file);
      if (found === undefined) return rules.noTopicFile;
      const id = rules.startTry(service, { ...change, base: found.base }, since);
      return id === undefined
        ? { kind: 'problem', status: 409, title: 'Another try is under way', detail: 'Wait for it to end.' }
        : { kind: 'json', value: { id } };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/topics/tries/:id',
    access: 'analyst',
    about: 'How far a try has come, and what came of it',
    params: z.object({ id: z.string().regex(/^[0-9a-z]{24,32}$/, 'expected the id of a dry run') }),
    answer: z.discriminatedUnion('status', [
      z.object({ status: z.literal('running'), done: z.int(), all: z.int().nullable() }),
      z.object({ status: z.literal('faulty'), faults: z.array(z.string()) }),
      z.object({
        status: z.literal('tried'),
        articles: z.int().describe('In the time that was asked for'),
        read: z.int().describe('The newest of them, over which the change was tried'),
        stories: counts.describe('Of which people would hear only after, and only before the change'),
        topics: z.array(z.looseObject({ topic: z.string(), stories: counts })),
        changes: z.array(z.looseObject({ title: z.string(), topic: z.string(), kind: z.string() })),
        labelled: quality,
        judged: quality,
      }),
    ]),
    handle: async ({ params }) => {
      const found = rules.tries.find(params.id);
      if (found === undefined) return { kind: 'problem', status: 404, title: 'There is no such try' };
      const outcome = await outcomeSoon(found);
      const { done, all } = found.progress;
      return {
        kind: 'json',
        value: outcome === undefined ? { status: 'running', done, all: all ?? null } : triedOf(outcome),
      };
    },
  }),
  route({
    method: 'PUT',
    path: '/api/v1/topics/source',
    access: 'owner',
    about: 'Saves a changed file of topics; the one before is kept',
    bodyLimit: 2 * rules.SOURCE,
    body: z.object({
      file,
      source,
      base,
      note: z.string().trim().min(3).max(300).describe('What was changed'),
    }),
    answer: saved,
    handle: async ({ service, visitor, body }) =>
      savedAnswer(await rules.saveTopicFile(service, { ...body, who: visitor.name })),
  }),
  route({
    method: 'POST',
    path: '/api/v1/topics/tidy',
    access: 'reader',
    about: 'A file of concepts in order: languages and terms sorted, one term a line; nothing is saved',
    bodyLimit: 2 * rules.SOURCE,
    body: z.object({ source }),
    answer: z.object({ source: z.string() }),
    handle: async ({ body }) => ({ kind: 'json', value: { source: tidyLexicon(body.source) } }),
  }),
  route({
    method: 'GET',
    path: '/api/v1/topics/versions',
    access: 'reader',
    about: 'What a file was before each change, the latest first',
    query: z.object({ file, ...paging }),
    answer: pageOf(
      'versions',
      z.object({ id: z.string(), who: z.string(), note: z.string(), at: z.iso.datetime() }),
    ),
    handle: async ({ service, query }) => {
      const from = decodePlace(query.after, 'none');
      const rows = await versionsOf(service.store.db, query.file, query.limit + 1, from?.id);
      const { shown, next } = pageOfRows(rows, query.limit, ({ id }) => ({ key: '', id }));
      return {
        kind: 'json',
        value: {
          versions: shown.map(({ id, who, note, at }) => ({ id, who, note, at: at.toISOString() })),
          next,
        },
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/topics/rollback',
    access: 'owner',
    about: 'Brings a file back to what it was before a change',
    body: z.object({ version: rowId }),
    answer: saved,
    handle: async ({ service, visitor, body }) =>
      savedAnswer(await rules.rollBackTopicFile(service, body.version, visitor.name)),
  }),
];

/** The outcome of a try as programs get it. */
export function triedOf(outcome: Trying): object {
  if (outcome.status === 'faulty') return { status: 'faulty', faults: outcome.message.split('\n') };
  const { diff, articles, labelled, judged, warnings } = outcome.tried;
  return {
    status: 'tried',
    articles,
    read: diff.articles,
    stories: diff.alerts,
    topics: diff.topics,
    changes: diff.changes,
    labelled,
    judged,
    warnings,
  };
}

function savedAnswer(done: Awaited<ReturnType<typeof rules.saveTopicFile>>): Answer {
  switch (done.status) {
    case 'saved':
      return { kind: 'json', value: { saved: true, file: done.file } };
    case 'missing':
      return rules.noTopicFile;
    case 'changed':
      return { kind: 'problem', status: 409, title: 'Somebody has changed the file meanwhile' };
    case 'faulty':
      return { kind: 'problem', status: 422, title: 'This cannot be used', detail: done.message };
  }
}
