import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { FastifyInstance } from 'fastify';
import { JOBS, type JobName } from '../io/queue/jobs.ts';
import type { WebOptions } from './web-options.ts';

const OUTSIDE_FONTS = /<link href="https:\/\/fonts\.[^>]{0,300}>/g;

/** `/queues`: BullMQ's dashboard, read only. Work is listed in the database and started by commands. */
export async function dashboard(app: FastifyInstance, { service }: WebOptions): Promise<void> {
  const server = new FastifyAdapter();
  const names = Object.keys(JOBS) as JobName[];
  createBullBoard({
    queues: names.map((name) => new BullMQAdapter(service.queues.raw(name), { readOnlyMode: true })),
    serverAdapter: server,
    options: { uiConfig: { miscLinks: [{ text: 'Back to chipwatch', url: '/' }] } },
  });
  server.setBasePath('/queues');
  // The dashboard loads fonts from another host; system fonts are used instead.
  app.addHook('onSend', async (_request, _reply, payload) =>
    typeof payload === 'string' ? payload.replace(OUTSIDE_FONTS, '') : payload,
  );
  await app.register(server.registerPlugin());
}
