import { z } from 'zod';
import { type RouteConfig, routeConfigSchema } from '../../core/alerts/route-config.ts';
import { removeSearch, savedSearches, saveSearch } from '../../io/store/people/saved-searches.ts';
import { normalSearch, readSearch } from '../search/article-search.ts';
import { idParams } from '../row-id.ts';
import { dryRun, DRY_RUN_DAYS } from '../route-dry-run.ts';
import { route, type WebRoute } from '../route.ts';
import { routeOfSearch } from '../search/search-route.ts';
import { pageById, pageOf, paging } from './lists.ts';

const apiRoute = z.looseObject({ name: z.string(), channels: z.array(z.string()) });

/** The API's routes for saved searches and for dry runs of routes. */
export const searchApi: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/searches',
    access: 'reader',
    about: 'The searches that you kept',
    query: z.object(paging),
    answer: pageOf(
      'searches',
      z.object({
        id: z.string(),
        name: z.string(),
        query: z.string().describe('The parameters of `/api/v1/articles`'),
        route: apiRoute.describe('What a route can say of it'),
      }),
    ),
    handle: async ({ service, visitor, query }) => {
      const { shown, next } = pageById(await savedSearches(service.store.db, visitor.id), query);
      const channel = service.config.routes[0]?.channels[0] ?? 'terminal';
      return {
        kind: 'json',
        value: {
          searches: shown.map((one) => ({
            ...one,
            route: routeOfSearch(readSearch(one.query) ?? { sort: 'latest' }, 'from-search', channel),
          })),
          next,
        },
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/searches',
    access: 'reader',
    about: 'Keeps a search under a name; the same name again changes it',
    body: z.object({
      name: z.string().trim().min(1).max(80),
      query: z.string().max(2_000).describe('The parameters of `/api/v1/articles`: `q=customs&language=de`'),
    }),
    answer: z.object({ kept: z.literal(true) }),
    handle: async ({ service, visitor, body }) => {
      const query = normalSearch(body.query);
      if (query === undefined) return { kind: 'problem', status: 422, title: 'That is no search of ours' };
      await saveSearch(service.store.db, { reader: visitor.id, name: body.name, query }, new Date());
      return { kind: 'json', value: { kept: true } };
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/searches/:id',
    access: 'reader',
    about: 'Forgets a search',
    params: idParams,
    answer: z.object({ forgotten: z.literal(true) }),
    handle: async ({ service, visitor, params }) =>
      (await removeSearch(service.store.db, visitor.id, params.id))
        ? { kind: 'json', value: { forgotten: true } }
        : { kind: 'problem', status: 404, title: 'There is no such search' },
  }),
  route({
    method: 'GET',
    path: '/api/v1/routes',
    access: 'reader',
    about: 'The routes of the configuration',
    answer: z.object({ routes: z.array(apiRoute) }),
    handle: async ({ service }) => ({ kind: 'json', value: { routes: service.config.routes } }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/routes/dry-run',
    access: 'analyst',
    about: `What a route would have sent in the last ${DRY_RUN_DAYS} days; nothing is sent`,
    body: routeConfigSchema,
    answer: z.object({
      days: z.int(),
      reports: z.int().describe('Reports on a topic that were looked at'),
      hasMore: z.boolean().describe('Whether there are more, which were not'),
      alerts: z.int(),
      stories: z
        .array(z.object({ id: z.string(), title: z.string(), language: z.string() }))
        .describe('The latest 200 of them'),
    }),
    handle: async ({ service, body }) => {
      const { stories, reports, hasMore } = await dryRun(service.store.db, body as RouteConfig);
      return {
        kind: 'json',
        value: {
          days: DRY_RUN_DAYS,
          reports,
          hasMore,
          alerts: stories.length,
          stories: stories.slice(0, 200),
        },
      };
    },
  }),
];
