import { Readable } from 'node:stream';
import { z } from 'zod';
import { exportLines } from '../../service/export-articles.ts';
import { route, type WebRoute } from '../route.ts';
import { startOfSpan, storyQuery } from '../search/story-query.ts';

/** `/articles.jsonl`: the stored articles as `chipwatch export` prints them. */
export const exportRoute: WebRoute = route({
  method: 'GET',
  path: '/articles.jsonl',
  access: 'reader',
  about: 'The stored articles as JSON Lines, oldest first',
  query: storyQuery.pick({ topic: true, since: true }).extend({ matched: z.enum(['yes']).optional() }),
  handle: async ({ service, query: { topic, since, matched } }) => ({
    kind: 'file',
    type: 'application/jsonl; charset=utf-8',
    name: 'chipwatch-articles.jsonl',
    content: Readable.from(
      exportLines(service.store.db, {
        since: since === undefined ? undefined : startOfSpan(since, new Date()),
        topic,
        matched: matched !== undefined,
      }),
    ),
  }),
});
