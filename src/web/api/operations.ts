import { z } from 'zod';
import { silenceSchema } from '../../core/alerts/route-config.ts';
import { describeMatchers } from '../../core/alerts/silence.ts';
import { feedState } from '../../core/scheduling/feed-state.ts';
import { listDeliveries } from '../../io/store/deliveries.ts';
import { feedById } from '../../io/store/feed-page.ts';
import { addFeeds, listFeeds } from '../../io/store/feeds.ts';
import { readPulses } from '../../io/store/pulses.ts';
import { countHidden, endSilence, insertSilence, listSilences } from '../../io/store/silences.ts';
import { TREND_KINDS, trend } from '../../io/store/trends.ts';
import { actOnFeed, feedAction } from '../act-on-feed.ts';
import { numbered } from '../numbered.ts';
import { route, type WebRoute } from '../route.ts';
import { apiDelivery, apiFeed, apiSilence, limit } from './schemas.ts';

/** Feeds, silences, deliveries, trends and the state of things, for programs. */
export const operationApi: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/feeds',
    access: 'reader',
    about: 'The feeds and how they fare',
    answer: z.object({ feeds: z.array(apiFeed) }),
    handle: async ({ service }) => ({
      kind: 'json',
      value: {
        feeds: (await listFeeds(service.store.db)).map((feed) => ({
          id: feed.id,
          url: feed.url,
          outlet: feed.outlet,
          state: feedState(feed),
          origin: feed.origin,
          lastSuccess: feed.succeeded_at?.toISOString() ?? null,
          nextPoll: feed.status === 'active' ? feed.next_poll_at.toISOString() : null,
          lastError: feed.last_error,
          failures: feed.failures,
          gaps: feed.gaps,
        })),
      },
    }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/feeds',
    access: 'analyst',
    about: 'Watches a feed',
    body: z.object({
      url: z.url({ protocol: /^https?$/ }).max(2_000),
      outlet: z.string().trim().min(1).max(200),
      language: z.string().max(35).optional(),
      category: z.string().max(100).optional(),
    }),
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
    params: numbered,
    body: feedAction,
    answer: z.object({ done: z.literal(true) }),
    handle: async ({ service, params, body }) => {
      const { db } = service.store;
      const feed = await feedById(db, params.id);
      if (feed === undefined) return { kind: 'problem', status: 404, title: 'There is no such feed' };
      return (await actOnFeed(db, feed, body.action, new Date()))
        ? { kind: 'json', value: { done: true } }
        : {
            kind: 'problem',
            status: 409,
            title: 'The configuration owns this feed',
            detail: 'Take it out there.',
          };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/silences',
    access: 'reader',
    about: 'The silences that run; with `all` those that have ended, too',
    query: z.object({ all: z.enum(['yes']).optional() }),
    answer: z.object({ silences: z.array(apiSilence) }),
    handle: async ({ service, query }) => {
      const { db } = service.store;
      const [silences, hidden] = await Promise.all([
        listSilences(db, query.all === undefined ? new Date() : new Date(0)),
        countHidden(db),
      ]);
      return {
        kind: 'json',
        value: {
          silences: silences.map(({ id, matchers, reason, until }) => ({
            id,
            on: describeMatchers(matchers),
            matchers,
            reason,
            until: until.toISOString(),
            hid: hidden.get(id) ?? 0,
          })),
        },
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/silences',
    access: 'analyst',
    about: 'Makes a silence',
    body: silenceSchema.omit({ id: true, from: true }),
    answer: z.object({ id: z.string() }),
    handle: async ({ service, body }) => {
      if (body.until <= new Date()) return { kind: 'problem', status: 422, title: 'A silence has to last' };
      return { kind: 'json', status: 201, value: { id: await insertSilence(service.store.db, body) } };
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/silences/:id',
    access: 'analyst',
    about: 'Ends a silence now; what it hid stays hidden',
    params: numbered,
    answer: z.object({ ended: z.literal(true) }),
    handle: async ({ service, params }) =>
      (await endSilence(service.store.db, params.id, new Date()))
        ? { kind: 'json', value: { ended: true } }
        : { kind: 'problem', status: 404, title: 'No such silence runs' },
  }),
  route({
    method: 'GET',
    path: '/api/v1/deliveries',
    access: 'reader',
    about: 'The latest deliveries',
    query: z.object({ state: z.enum(['pending', 'delivered', 'dead']).optional(), limit }),
    answer: z.object({ deliveries: z.array(apiDelivery) }),
    handle: async ({ service, query }) => ({
      kind: 'json',
      value: {
        deliveries: (await listDeliveries(service.store.db, { state: query.state, limit: query.limit })).map(
          (one) => ({
            id: one.id,
            state: one.state,
            kind: one.kind,
            route: one.route,
            channel: one.channel,
            created: one.createdAt.toISOString(),
            due: one.dueAt.toISOString(),
            attempts: one.attempts,
            answer: one.answer,
            delivered: one.deliveredAt?.toISOString() ?? null,
            title: one.title,
          }),
        ),
      },
    }),
  }),
  route({
    method: 'GET',
    path: '/api/v1/trends',
    access: 'reader',
    about: 'Stories that began on each day, by topic, language, outlet, country or name',
    query: z.object({
      by: z.enum(TREND_KINDS).default('topic'),
      days: z.coerce.number().int().min(1).max(366).default(30),
    }),
    answer: z.object({ days: z.array(z.object({ day: z.string(), name: z.string(), stories: z.int() })) }),
    handle: async ({ service, query }) => ({
      kind: 'json',
      value: {
        days: await trend(service.store.db, query.by, new Date(Date.now() - query.days * 86_400_000), 50),
      },
    }),
  }),
  route({
    method: 'GET',
    path: '/api/v1/system',
    access: 'reader',
    about: 'When each kind of worker last looked for work, and what waits',
    answer: z.object({
      workers: z.record(z.string(), z.iso.datetime()),
      queues: z.record(z.string(), z.unknown()),
    }),
    handle: async ({ service }) => ({
      kind: 'json',
      value: {
        workers: Object.fromEntries(
          [...(await readPulses(service.store.db))].map(([role, at]) => [role, at.toISOString()]),
        ),
        queues: await service.queues.counts(),
      },
    }),
  }),
];
