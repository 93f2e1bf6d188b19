import { z } from 'zod';
import { plainLine } from '../../core/messages/plain-text.ts';
import { feedState } from '../../core/scheduling/feed-state.ts';
import { feedById } from '../../io/store/feeds/feed-page.ts';
import { addFeeds, listFeeds } from '../../io/store/feeds/feeds.ts';
import { testFeed } from '../../pipeline/feeds/test-feed.ts';
import { actOnFeed, feedAction, ownedByConfiguration } from '../act-on-feed.ts';
import { exportOpml, importOpml, OPML_BYTES } from '../feed-lists.ts';
import { itemsADay, ITEM_DAYS } from '../../io/store/feeds/feed-page.ts';
import { feedUrl, newFeed } from '../new-feed.ts';
import { idParams } from '../row-id.ts';
import { route, type WebRoute } from '../route.ts';
import { pageById, pageOf, paging } from './lists.ts';
import { apiFeed } from './schemas.ts';

/** The API's routes for feeds. */
export const feedApi: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/feeds',
    access: 'reader',
    about: 'The feeds and how they fare',
    query: z.object(paging),
    answer: pageOf('feeds', apiFeed),
    handle: async ({ service, query }) => {
      const { db } = service.store;
      const [feeds, daily] = await Promise.all([listFeeds(db), itemsADay(db, new Date(), ITEM_DAYS)]);
      const { shown, next } = pageById(feeds, query);
      return {
        kind: 'json',
        value: {
          feeds: shown.map((feed) => ({
            id: feed.id,
            url: feed.url,
            outlet: plainLine(feed.outlet),
            state: feedState(feed),
            origin: feed.origin,
            lastSuccess: feed.succeeded_at?.toISOString() ?? null,
            nextPoll: feed.status === 'active' ? feed.next_poll_at.toISOString() : null,
            lastError: feed.last_error === null ? null : plainLine(feed.last_error),
            failures: feed.failures,
            gaps: feed.gaps,
            daily: daily.get(feed.id) ?? [],
          })),
          next,
        },
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/feeds',
    access: 'analyst',
    about: 'Watches a feed',
    body: newFeed,
    answer: z.object({ added: z.boolean().describe('False where it was watched already') }),
    handle: async ({ service, body }) => {
      const added = await addFeeds(service.store.db, [{ ...body, origin: 'cli' }]);
      return { kind: 'json', value: { added: added.length > 0 } };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/feeds/:id',
    access: 'analyst',
    about: 'Polls a feed now, pauses or resumes it, or removes one that the configuration does not own',
    params: idParams,
    body: feedAction,
    answer: z.object({ done: z.literal(true) }),
    handle: async ({ service, params, body }) => {
      const { db } = service.store;
      const feed = await feedById(db, params.id);
      if (feed === undefined) return { kind: 'problem', status: 404, title: 'There is no such feed' };
      return (await actOnFeed(db, feed, body.action, new Date()))
        ? { kind: 'json', value: { done: true } }
        : { kind: 'problem', ...ownedByConfiguration(service.config, feed) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/feeds/preview',
    access: 'analyst',
    about: 'Fetches and reads a feed without storing anything; follows a page to the feed that it announces',
    body: z.object({ url: feedUrl }),
    answer: z.object({
      url: z.string().describe('Where the feed is'),
      format: z.string(),
      title: z.string().nullable(),
      entries: z.int(),
      problems: z.array(z.string()),
      latest: z.array(
        z.object({
          title: z.string().nullable(),
          link: z.string().nullable(),
          published: z.iso.datetime().nullable(),
        }),
      ),
    }),
    handle: async ({ service, body: { url } }) => {
      const found = await testFeed({ source: service.pipeline.source, reader: service.pipeline.reader }, url);
      if (found.status === 'failed')
        return {
          kind: 'problem',
          status: 422,
          title: 'This cannot be watched',
          detail: [
            `${found.url}: ${found.reason}`,
            ...found.announced.map((one) => `The page announces ${one}`),
          ].join('. '),
        };
      return {
        kind: 'json',
        value: {
          url: found.url,
          format: found.format,
          title: found.title ?? null,
          entries: found.entries,
          problems: found.problems,
          latest: found.latest.map(({ title, link, published }) => ({
            title: title ?? null,
            link: link ?? null,
            published: published?.toISOString() ?? null,
          })),
        },
      };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/feeds/opml',
    access: 'reader',
    about: 'The watched feeds as OPML 2.0',
    answer: z.object({ opml: z.string() }),
    handle: async ({ service }) => ({
      kind: 'json',
      value: { opml: await exportOpml(service.store.db, new Date()) },
    }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/feeds/opml',
    access: 'analyst',
    about: 'Watches the feeds of an OPML list',
    bodyLimit: OPML_BYTES,
    body: z.object({ opml: z.string().min(1) }),
    answer: z.object({
      added: z.int(),
      known: z.int().describe('Those that were watched already'),
      problems: z.array(z.string()).describe('What was left out, and why'),
    }),
    handle: async ({ service, body }) => {
      const imported = await importOpml(service, body.opml);
      return 'refused' in imported
        ? { kind: 'problem', status: 422, title: 'That list cannot be used', detail: imported.refused }
        : { kind: 'json', value: imported };
    },
  }),
];
