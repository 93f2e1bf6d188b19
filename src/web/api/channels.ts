import { z } from 'zod';
import { plainLine } from '../../core/messages/plain-text.ts';
import { channelStates } from '../../service/channel-states.ts';
import { route, type WebRoute } from '../route.ts';
import { testNamedChannel } from '../test-channel.ts';

/** The API's routes for channels. */
export const channelApi: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/channels',
    access: 'reader',
    about: 'The channels of the configuration, with their states',
    answer: z.object({
      channels: z.array(
        z.object({
          name: z.string(),
          kind: z.string(),
          routes: z.array(z.string()),
          state: z
            .enum(['ok', 'failing', 'resting'])
            .describe(
              '`resting`: nothing is sent until `restsUntil`, after failures or because the service asked',
            ),
          restsUntil: z.iso.datetime().nullable(),
          waiting: z.int().describe('Deliveries that were not sent yet'),
          dead: z.int(),
          deliveredLastDay: z.int(),
          lastError: z.string().nullable(),
          lastErrorAt: z.iso.datetime().nullable(),
        }),
      ),
    }),
    handle: async ({ service }) => ({
      kind: 'json',
      value: {
        channels: (await channelStates(service.config, service.store.db, new Date())).map(
          ({ pace: _pace, pending, restsUntil, lastError, lastErrorAt, ...one }) => ({
            ...one,
            restsUntil: restsUntil?.toISOString() ?? null,
            waiting: pending,
            lastError: lastError === null ? null : plainLine(lastError),
            lastErrorAt: lastErrorAt?.toISOString() ?? null,
          }),
        ),
      },
    }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/channels/test',
    access: 'owner',
    about: 'Sends a test message through a channel, and says what came back',
    body: z.object({ channel: z.string().max(100) }),
    answer: z.object({
      status: z.enum(['delivered', 'retry', 'refused']).describe('`retry`: the service would try again'),
      says: z.string().describe('The answer, or the reason'),
    }),
    handle: async ({ service, body }) => {
      const outcome = await testNamedChannel(service, body.channel);
      if ('kind' in outcome) return outcome;
      const says = outcome.status === 'delivered' ? outcome.answer : outcome.reason;
      return { kind: 'json', value: { status: outcome.status, says: plainLine(says) } };
    },
  }),
];
