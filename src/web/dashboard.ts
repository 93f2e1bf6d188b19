import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { FastifyInstance } from 'fastify';
import { JOBS, type JobName } from '../io/queue/jobs.ts';
import { ASSETS } from './assets.ts';
import type { WebOptions } from './web-options.ts';

const OUTSIDE_FONTS = /<link href="https:\/\/fonts\.[^>]{0,300}>/g;
/** Our style sheet and script for the page: more contrast, names for screen readers, and a link to the console. */
const OURS = `<link rel="stylesheet" href="/dashboard.css?${ASSETS}"><script src="/dashboard.js?${ASSETS}" defer></script></head>`;
const WITHOUT_SCRIPTS =
  '<noscript><p>The dashboard of the queues needs JavaScript. <a href="/system">System</a> says how much waits.</p></noscript><div id="root">';

/** `/queues`: BullMQ's dashboard, read only. Work is listed in the database and started by commands. */
export async function dashboard(app: FastifyInstance, { service }: WebOptions): Promise<void> {
  const server = new FastifyAdapter();
  const names = Object.keys(JOBS) as JobName[];
  createBullBoard({
    queues: names.map((name) => new BullMQAdapter(service.queues.raw(name), { readOnlyMode: true })),
    serverAdapter: server,
    options: {
      uiConfig: {
        boardTitle: 'Queues',
        miscLinks: [{ text: 'Back to chipwatch', url: '/' }],
        hideDocsLink: true,
        hideRedisDetails: service.config.redisUrl === undefined,
      },
    },
  });
  server.setBasePath('/queues');
  // The dashboard loads fonts from another host; system fonts are used instead.
  app.addHook('onSend', async (_request, reply, payload) =>
    typeof payload === 'string' && String(reply.getHeader('content-type')).startsWith('text/html')
      ? payload
          .replace(OUTSIDE_FONTS, '')
          .replace('</head>', () => OURS)
          .replace('<div id="root">', () => WITHOUT_SCRIPTS)
      : payload,
  );
  await app.register(server.registerPlugin());
}
