import { z } from 'zod';
import { allTopics } from '../../core/stories/story-state.ts';
import { markStory } from '../../io/store/stories/story-marks.ts';
import { judgeStory } from '../../io/store/articles/judgements.ts';
import { getStory } from '../../io/store/stories/stories.ts';
import { mergeIntoStory, splitFromStory } from '../../pipeline/stories/rearrange-stories.ts';
import { idParams, rowId } from '../row-id.ts';
import { type Answer, route, type WebRoute } from '../route.ts';

const list = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const missing = (id: string): Answer => ({ kind: 'problem', status: 404, title: `There is no story ${id}` });

/** The actions on a story. */
export const storyActions: readonly WebRoute[] = [
  route({
    method: 'POST',
    path: '/stories/:id/marks',
    access: 'reader',
    about: 'Marks a story read or starred, for the reader alone',
    params: idParams,
    body: z
      .object({ read: z.enum(['yes', 'no']).optional(), starred: z.enum(['yes', 'no']).optional() })
      .refine(({ read, starred }) => (read ?? starred) !== undefined, {
        error: 'expected `read` or `starred`, with yes or no',
      }),
    handle: async ({ service, visitor, params: { id }, body }) => {
      const { db } = service.store;
      if ((await getStory(db, id)) === undefined) return missing(id);
      for (const mark of ['read', 'starred'] as const)
        if (body[mark] !== undefined)
          await markStory(db, visitor.id, id, mark, body[mark] === 'yes', new Date());
      return { kind: 'redirect', to: `/stories/${id}` };
    },
  }),
  route({
    method: 'POST',
    path: '/stories/:id/judgements',
    access: 'analyst',
    about: 'Says whether a story is about a topic, and why not',
    params: idParams,
    body: z
      .object({
        topic: z.string().min(1).max(64),
        relevant: z.enum(['yes', 'no']),
        because: z.string().trim().max(500).default(''),
      })
      .refine(({ relevant, because }) => relevant === 'yes' || because !== '', {
        path: ['because'],
        error: 'expected the reason why it is not relevant',
      }),
    handle: async ({ service, visitor, params: { id }, body }) => {
      const { db } = service.store;
      const story = await getStory(db, id);
      if (story === undefined) return missing(id);
      if (!allTopics(story.state).includes(body.topic))
        return { kind: 'problem', status: 422, title: `The story is not on ${body.topic}` };
      await judgeStory(db, id, {
        topic: body.topic,
        reader: visitor.id,
        relevant: body.relevant === 'yes',
        because: body.because,
        at: new Date(),
      });
      return { kind: 'redirect', to: `/stories/${id}` };
    },
  }),
  route({
    method: 'POST',
    path: '/stories/:id/merge',
    access: 'analyst',
    about: 'Makes one story of several for good; nobody is alerted',
    params: idParams,
    body: z.object({
      from: z
        .string()
        .max(500)
        .regex(/^\s*\d{1,18}(?:[\s,]+\d{1,18})*\s*$/, 'numbers of stories'),
    }),
    handle: async ({ service, params: { id }, body }) => {
      const from = body.from.split(/[\s,]+/).filter((part) => part !== '');
      const done = await mergeIntoStory(service.store.db, id, from, new Date());
      if (done.status === 'refused')
        return { kind: 'problem', status: 409, title: 'Nothing is changed', detail: done.reason };
      return { kind: 'redirect', to: `/stories/${id}?merged=${from.join(',')}` };
    },
  }),
  route({
    method: 'POST',
    path: '/stories/:id/split',
    access: 'analyst',
    about: 'Takes reports out of a story into one of their own for good; nobody is alerted',
    params: idParams,
    body: z.object({
      articles: list.pipe(z.array(rowId).min(1).max(200)),
    }),
    handle: async ({ service, params: { id }, body }) => {
      const done = await splitFromStory(service.store.db, id, body.articles, new Date());
      if (done.status === 'refused')
        return { kind: 'problem', status: 409, title: 'Nothing is changed', detail: done.reason };
      return { kind: 'redirect', to: `/stories/${done.stories[1]?.id ?? id}` };
    },
  }),
];
