import fastify from 'fastify';
import { ListenError } from '../service/listen-error.ts';
import type { Service } from '../service/open-service.ts';
import { alertFeeds } from './alert-feeds.ts';
import { isOwnHost, ownNames } from './allowed-hosts.ts';
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
/** The dashboard needs its scripts; the outside fonts that it asks for are not loaded. */
const DASHBOARD_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

/** Milliseconds. Slower clients are answered 408 and closed: a socket that is held open is one less for others. */
const HEADERS = 10_000;
const REQUEST = 30_000;
const IDLE = 60_000;
const KEPT = 10_000;
/** How often the two above are looked at. */
const LOOK = 2_000;
/** Above the event streams, with room for everything else. */
const CONNECTIONS = 500;
/** No request but a hub's push has a body; that route has a limit of its own. */
const BODY = 64 * 1024;

/** Serves pages, pull feeds, events, health and metrics. It has no log-in: put it behind a proxy that has one. */
export async function startWeb(service: Service): Promise<Web> {
  const { config, log } = service;
  const app = fastify({
    loggerInstance: log.child({ part: 'web' }, { level: 'warn' }),
    bodyLimit: BODY,
    requestTimeout: REQUEST,
    connectionTimeout: IDLE,
    keepAliveTimeout: KEPT,
    http: { headersTimeout: HEADERS, connectionsCheckingInterval: LOOK },
    // Event streams never end by themselves; closing must not wait for them.
    forceCloseConnections: true,
  });
  app.server.maxConnections = CONNECTIONS;
  const names = ownNames(config.web);
  app.addHook('onRequest', async (request, reply) => {
    if (isOwnHost(request.headers.host, names)) return undefined;
    return reply.code(421).header('connection', 'close').send({
      error: 'this host name is not ours; web.publicUrl and web.hosts say which are',
    });
  });
  app.addHook('onSend', async (request, reply) => {
    reply
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .header('x-frame-options', 'DENY')
      .header('content-security-policy', request.url.startsWith('/queues') ? DASHBOARD_POLICY : POLICY);
  });
  await app.register(health, { service });
  await app.register(metrics, { service });
  await app.register(alertFeeds, { service });
  await app.register(eventStream, { service });
  await app.register(pages, { service });
  await app.register(websubCallback, { service });
  await app.register(dashboard, { service, prefix: '/queues' });
  await app.listen({ host: config.web.host, port: config.web.port }).catch((error: NodeJS.ErrnoException) => {
    throw new ListenError(config.web.host, config.web.port, error);
  });
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.web.port;
  return { url: `http://${config.web.host}:${port}`, close: () => app.close() };
}
