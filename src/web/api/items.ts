import { z } from 'zod';
import { plainLine, webLink } from '../../core/messages/plain-text.ts';
import { listItems, retryItems } from '../../io/store/items/item-attempts.ts';
import { decodePlace, pageOfRows } from '../cursor.ts';
import { rowId } from '../row-id.ts';
import { route, type WebRoute } from '../route.ts';
import { pageOf, paging } from './lists.ts';
import { apiItem } from './schemas.ts';

/** The API's routes for items that were given up or wait. */
export const itemApi: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/items',
    access: 'reader',
    about: 'Items that were given up, or that wait to be read',
    query: z.object({ state: z.enum(['failed', 'waiting']).default('failed'), ...paging }),
    answer: pageOf('items', apiItem),
    handle: async ({ service, query }) => {
      const rows = await listItems(service.store.db, {
        state: query.state === 'waiting' ? 'new' : 'failed',
        after: decodePlace(query.after, 'time'),
        limit: query.limit + 1,
      });
      const { shown, next } = pageOfRows(rows, query.limit, (item) => item);
      return {
        kind: 'json',
        value: {
          items: shown.map((item) => ({
            id: item.id,
            state: query.state,
            outlet: plainLine(item.outlet),
            url: webLink(item.url) ?? '',
            title: plainLine(item.title),
            attempts: item.attempts,
            result: item.outcome,
            firstSeen: item.firstSeenAt.toISOString(),
            due: item.dueAt.toISOString(),
            done: item.doneAt?.toISOString() ?? null,
          })),
          next,
        },
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/items/retry',
    access: 'analyst',
    about: 'Reads items that were given up again: those named, or all',
    body: z.object({ ids: z.array(rowId).min(1).max(1_000).optional().describe('All without it') }),
    answer: z.object({ retried: z.array(z.string()) }),
    handle: async ({ service, body }) => ({
      kind: 'json',
      value: { retried: await retryItems(service.store.db, body.ids ?? 'all', new Date()) },
    }),
  }),
];
