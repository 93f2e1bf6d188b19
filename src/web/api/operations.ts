import { z } from 'zod';
import { plainLine } from '../../core/messages/plain-text.ts';
import { silenceSchema } from '../../core/alerts/route-config.ts';
import { describeMatchers } from '../../core/alerts/silence.ts';
import { listDeliveries } from '../../io/store/deliveries/listed-deliveries.ts';
import { getLastAlive } from '../../io/store/liveness.ts';
import { countHidden, endSilence, getSilence, hiddenAlerts, listSilences } from '../../io/store/silences.ts';
import { TREND_KINDS } from '../../io/store/stories/trends.ts';
import { reviveAndRecord } from '../../pipeline/deliveries/revive-deliveries.ts';
import { examine } from '../../service/doctor/doctor.ts';
import { makeSilence } from '../make-silence.ts';
import { decodePlace, pageOfRows } from '../cursor.ts';
import { idParams } from '../row-id.ts';
import { route, type WebRoute } from '../route.ts';
import { getDelays, getTrend, STILL_COUNTING } from '../trend-numbers.ts';
import { pageById, pageOf, paging } from './lists.ts';
import { apiDelivery, apiSilence } from './schemas.ts';

/** The API's routes for silences, deliveries, trends and status. */
export const operationApi: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/silences',
    access: 'reader',
    about: 'The silences that run; with `all` those that have ended, too',
    query: z.object({ all: z.enum(['yes']).optional(), ...paging }),
    answer: pageOf('silences', apiSilence),
    handle: async ({ service, query }) => {
      const { db } = service.store;
      const [silences, hidden] = await Promise.all([
        listSilences(db, query.all === undefined ? new Date() : new Date(0)),
        countHidden(db),
      ]);
      const { shown, next } = pageById(silences, query);
      return {
        kind: 'json',
        value: {
          silences: shown.map(({ id, matchers, reason, until }) => ({
            id,
            on: describeMatchers(matchers),
            matchers,
            reason,
            until: until.toISOString(),
            hid: hidden.get(id) ?? 0,
          })),
          next,
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
    success: 201,
    answer: z.object({ id: z.string() }),
    handle: async ({ service, body }) => {
      if (body.until <= new Date()) return { kind: 'problem', status: 422, title: 'A silence has to last' };
      const made = await makeSilence(service, body);
      return made.status === 'refused' ? made.problem : { kind: 'json', value: { id: made.id } };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/silences/:id',
    access: 'reader',
    about: 'The alerts that a silence hid',
    params: idParams,
    answer: z.object({
      hidden: z.array(z.object({ at: z.iso.datetime(), route: z.string(), title: z.string() })),
    }),
    handle: async ({ service, params: { id } }) => {
      const { db } = service.store;
      if ((await getSilence(db, id)) === undefined)
        return { kind: 'problem', status: 404, title: `There is no silence ${id}` };
      const hidden = await hiddenAlerts(db, id);
      return {
        kind: 'json',
        value: { hidden: hidden.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })) },
      };
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/silences/:id',
    access: 'analyst',
    about: 'Ends a silence now; what it hid stays hidden',
    params: idParams,
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
    about: 'The deliveries, the latest first',
    query: z.object({ state: z.enum(['pending', 'delivered', 'dead']).optional(), ...paging }),
    answer: pageOf('deliveries', apiDelivery),
    handle: async ({ service, query }) => {
      const deliveries = await listDeliveries(service.store.db, {
        state: query.state,
        after: decodePlace(query.after, 'time', 'uuid'),
        limit: query.limit + 1,
      });
      const { shown, next } = pageOfRows(deliveries, query.limit, ({ key, id }) => ({ key, id }));
      return {
        kind: 'json',
        value: {
          deliveries: shown.map((one) => ({
            id: one.id,
            state: one.state,
            kind: one.kind,
            route: one.route,
            channel: one.channel,
            created: one.createdAt.toISOString(),
            due: one.dueAt.toISOString(),
            attempts: one.attempts,
            answer: one.answer,
            refused: one.refused,
            delivered: one.deliveredAt?.toISOString() ?? null,
            title: plainLine(one.title),
          })),
          next,
        },
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/deliveries/retry',
    access: 'analyst',
    about: 'Sends dead deliveries again: those named, or all',
    body: z.object({ ids: z.array(z.uuid()).min(1).max(1_000).optional().describe('All by default') }),
    answer: z.object({ retried: z.array(z.string()).describe('Those that were dead') }),
    handle: async ({ service, body }) => ({
      kind: 'json',
      value: { retried: await reviveAndRecord(service.store.db, body.ids ?? 'all', new Date()) },
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
    handle: async ({ service, query }) => {
      const days = await getTrend(service.store.db, { ...query, limit: 50 });
      return days === undefined
        ? { kind: 'problem', status: 503, title: 'Still counting', detail: STILL_COUNTING }
        : { kind: 'json', value: { days } };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/trends/early',
    access: 'reader',
    about: 'How long after the first report each outlet has its own, in stories that several outlets have',
    query: z.object({ days: z.coerce.number().int().min(1).max(366).default(30) }),
    answer: z.object({
      outlets: z.array(
        z.object({
          outlet: z.string(),
          stories: z.int(),
          first: z.int().describe('Stories that it had first'),
          median: z.number().describe('Hours after the first report'),
        }),
      ),
    }),
    handle: async ({ service, query: { days } }) => ({
      kind: 'json',
      value: { outlets: await getDelays(service.store.db, days, 100) },
    }),
  }),
  route({
    method: 'GET',
    path: '/api/v1/system',
    access: 'reader',
    about:
      'When each kind of worker last looked for work, and what waits; with `doctor` all that the service needs',
    query: z.object({ doctor: z.enum(['yes']).optional().describe('Takes some seconds') }),
    answer: z.object({
      workers: z.record(z.string(), z.iso.datetime()),
      queues: z.record(z.string(), z.unknown()),
      findings: z
        .array(
          z.object({
            what: z.string(),
            state: z.enum(['ok', 'note', 'bad']),
            says: z.string(),
            todo: z.string().optional(),
          }),
        )
        .optional(),
    }),
    handle: async ({ service, query }) => ({
      kind: 'json',
      value: {
        workers: Object.fromEntries(
          [...(await getLastAlive(service.store.db))].map(([role, at]) => [role, at.toISOString()]),
        ),
        queues: await service.queues.counts(),
        ...(query.doctor === undefined ? {} : { findings: await Array.fromAsync(examine(service.config)) }),
      },
    }),
  }),
];
