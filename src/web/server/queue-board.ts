import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import fastify, { type FastifyInstance } from 'fastify';
import { JOBS, type JobName } from '../../io/queue/jobs.ts';
import type { Service } from '../../service/open-service.ts';
import { ASSETS } from './assets.ts';

const OUTSIDE_FONTS = /<link href="https:\/\/fonts\.[^>]{0,300}>/g;
/** Our style sheet and script for the page: more contrast, names for screen readers, and a link to the console. */
const OURS = `<link rel="stylesheet" href="/dashboard.css?${ASSETS}"><script src="/dashboard.js?${ASSETS}" defer></script></head>`;
const WITHOUT_SCRIPTS =
  '<noscript><p>The dashboard of the queues needs JavaScript. <a href="/system">System</a> says how much waits.</p></noscript><div id="root">';

/** BullMQ's dashboard as a server of its own, which listens nowhere and is asked with `inject`. */
export async function openQueueBoard(service: Service): Promise<FastifyInstance> {
  const app = fastify();
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
  await app.register(server.registerPlugin(), { prefix: '/queues' });
  await app.ready();
  return app;
}
