import fastify from 'fastify';
import type { Service } from '../service/open-service.ts';
import { alertFeeds } from './alert-feeds.ts';
import { dashboard } from './dashboard.ts';
import { eventStream } from './event-stream.ts';
import { health } from './health.ts';
import { metrics } from './metrics.ts';
import { pages } from './pages.ts';
import { websubCallback } from './websub-callback.ts';

/** The HTTP side of the service. */
export interface Web {
  readonly url: string;
  close(): Promise<void>;
}

/** What a page may load: its own style sheet, and nothing else from anywhere. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Serves pages, pull feeds, events, health and metrics. It has no log-in: put it behind a proxy that has one. */
export async function startWeb(service: Service): Promise<Web> {
  const { config, log } = service;
  const app = fastify({
    loggerInstance: log.child({ part: 'web' }, { level: 'warn' }),
    bodyLimit: 8 * 2 ** 20,
    // Event streams never end by themselves; closing must not wait for them.
    forceCloseConnections: true,
  });
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
    if (!request.url.startsWith('/queues')) reply.header('content-security-policy', POLICY);
  });
  await app.register(health, { service });
  await app.register(metrics, { service });
  await app.register(alertFeeds, { service });
  await app.register(eventStream, { service });
  await app.register(pages, { service });
  await app.register(websubCallback, { service });
  await app.register(dashboard, { service, prefix: '/queues' });
  await app.listen({ host: config.web.host, port: config.web.port });
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.web.port;
  return { url: `http://${config.web.host}:${port}`, close: () => app.close() };
}
