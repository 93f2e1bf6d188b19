import { z } from 'zod';
import { listJudgements } from '../../io/store/articles/judgements.ts';
import { explainAddress, explainStory } from '../../pipeline/explain-item.ts';
import { explainParts } from '../../service/explain-parts.ts';
import { mergeIntoStory, type Rearranged, splitFromStory } from '../../pipeline/stories/rearrange-stories.ts';
import { decodePlace, pageOfRows } from '../cursor.ts';
import { idParams, rowId } from '../row-id.ts';
import { type Answer, route, type WebRoute } from '../route.ts';
import { pageOf, paging } from './lists.ts';
import { apiJudgement } from './schemas.ts';

const rearranged = z.object({
  stories: z.array(z.string()).describe('What came of it: after a split the story itself first'),
  moved: z.int().describe('Reports that are in another story now'),
});

function rearrangedAnswer(done: Rearranged): Answer {
  return done.status === 'refused'
    ? { kind: 'problem', status: 409, title: 'Nothing is changed', detail: done.reason }
    : { kind: 'json', value: { stories: done.stories.map(({ id }) => id), moved: done.moved } };
}

const explanationFields = {
  conclusion: z.string().describe('In a sentence or two'),
  alerts: z.array(z.looseObject({ id: z.string(), at: z.iso.datetime(), route: z.string() })),
  routings: z
    .array(z.looseObject({ at: z.iso.datetime(), verdicts: z.array(z.unknown()) }))
    .describe('What each route said'),
  history: z.array(z.looseObject({ at: z.iso.datetime(), event: z.string() })).describe('Every step'),
};

/** The API's routes for decisions on stories, and for explanations. */
export const judgingApi: readonly WebRoute[] = [
  route({
    method: 'POST',
    path: '/api/v1/stories/:id/merge',
    access: 'analyst',
    about: 'Makes one story of several for good; nobody is alerted',
    params: idParams,
    body: z.object({ from: z.array(rowId).min(1).max(50).describe('Stories that go into this one') }),
    answer: rearranged,
    handle: async ({ service, params, body }) =>
      rearrangedAnswer(await mergeIntoStory(service.store.db, params.id, body.from, new Date())),
  }),
  route({
    method: 'POST',
    path: '/api/v1/stories/:id/split',
    access: 'analyst',
    about: 'Takes reports out of a story into one of their own for good; nobody is alerted',
    params: idParams,
    body: z.object({ articles: z.array(rowId).min(1).max(200) }),
    answer: rearranged,
    handle: async ({ service, params, body }) =>
      rearrangedAnswer(await splitFromStory(service.store.db, params.id, body.articles, new Date())),
  }),
  route({
    method: 'GET',
    path: '/api/v1/judgements',
    access: 'reader',
    about: 'What people said of stories, the latest first',
    query: z.object({ topic: z.string().max(64).optional(), ...paging }),
    answer: pageOf('judgements', apiJudgement),
    handle: async ({ service, query }) => {
      const rows = await listJudgements(service.store.db, {
        topic: query.topic,
        after: decodePlace(query.after, 'time'),
        limit: query.limit + 1,
      });
      const { shown, next } = pageOfRows(rows, query.limit, ({ key, id }) => ({ key, id }));
      return {
        kind: 'json',
        value: {
          judgements: shown.map(({ storyId, key: _key, at, ...one }) => ({
            ...one,
            story: storyId,
            at: at.toISOString(),
          })),
          next,
        },
      };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/stories/:id/why',
    access: 'reader',
    about: 'How a story came about, and who was alerted',
    params: idParams,
    answer: z.looseObject({
      id: z.string(),
      ...explanationFields,
      articles: z.array(z.looseObject({ id: z.string(), url: z.string() })),
    }),
    handle: async ({ service, params }) => {
      const story = await explainStory({ db: service.store.db, now: () => new Date() }, params.id);
      return story === undefined
        ? { kind: 'problem', status: 404, title: 'There is no such story' }
        : { kind: 'json', value: story };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/why',
    access: 'reader',
    about: 'What became of the article at an address, step by step, and why it did or did not alert',
    query: z.object({ address: z.string().trim().min(1).max(4_000) }),
    answer: z.discriminatedUnion('kind', [
      z.looseObject({
        kind: z.literal('item'),
        ...explanationFields,
        sightings: z.array(z.looseObject({ url: z.string(), state: z.string() })),
        topics: z.array(z.looseObject({ topic: z.string() })).describe('What matched, and what was missing'),
        story: z.looseObject({ id: z.string(), how: z.string() }).optional(),
      }),
      z.looseObject({
        kind: z.literal('unseen'),
        conclusion: explanationFields.conclusion,
        feeds: z.array(z.looseObject({ url: z.string() })).describe('Feeds of the same site'),
      }),
    ]),
    handle: async ({ service, query }) => ({
      kind: 'json',
      value: await explainAddress(explainParts(service), query.address),
    }),
  }),
];
