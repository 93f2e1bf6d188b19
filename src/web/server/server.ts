import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyBaseLogger, type FastifyReply } from 'fastify';
import { checkConsole } from '../../service/check-console.ts';
import { ListenError } from '../../service/listen-error.ts';
import type { Service } from '../../service/open-service.ts';
import { alertFeeds } from '../streams/alert-feeds.ts';
import { allowedMethods } from './allowed-methods.ts';
import { answerClientError } from './client-error.ts';
import { isOwnHost, ownNames } from './allowed-hosts.ts';
import { dashboard } from './dashboard.ts';
import { eventStream } from '../streams/event-stream.ts';
import { firstOwnerPath } from '../access/first-owner.ts';
import { accessSettings } from '../access/settings.ts';
import { stopArchiveWork, sweepArchiveWork } from '../archive/archive-desk.ts';
import { ASSETS } from './assets.ts';
import { getEntityNames } from '../search/entity-names.ts';
import { readForms } from '../forms.ts';
import { health } from './health.ts';
import { metrics } from './metrics.ts';
import { guardRoutes, mountRoutes, visitorIn } from './mount.ts';
import { sendProblem } from '../problem.ts';
import { metricsRule, PLUGIN_RULES, ROUTES } from '../routes.ts';
import { websubCallback } from './websub-callback.ts';

/** The HTTP side of the service. */
export interface Web {
  readonly url: string;
  /**
   * The link by which the first owner makes an account; undefined if there is an owner. It is a secret: print it on the
   * terminal only.
   */
  readonly ownerLink: string | undefined;
  close(): Promise<void>;
}

/** The Content-Security-Policy of pages: only our own style sheet and script may load. */
const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/**
 * The Content-Security-Policy of the dashboard. Its own scripts may run. The external fonts that it asks for are not
 * loaded.
 */
const DASHBOARD_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

/** Time-outs in milliseconds. Slower clients get 408 and are closed, because open sockets are limited. */
interface Patience {
  readonly headers: number;
  /** For headers and body. */
  readonly request: number;
  readonly idle: number;
  /** For idle connections. */
  readonly kept: number;
  /** How often the time-outs for headers and bodies are checked. */
  readonly look: number;
}
const PATIENCE: Patience = { headers: 10_000, request: 30_000, idle: 60_000, kept: 10_000, look: 2_000 };
/** The maximum number of connections: the event streams, and room for everything else. */
const CONNECTIONS = 500;
/** Requests from one address within a minute; more than any reader and most programs send. */
const REQUESTS = 3_000;
/** The limit on bodies; forms are small. Routes that take more have limits of their own. */
const BODY = 64 * 1024;

/** The headers of every response: no guessing of types, no referrers, no frames. */
function protect(reply: FastifyReply, policy: string): void {
  reply
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('x-frame-options', 'DENY')
    .header('content-security-policy', policy);
}

class TooManyError extends Error {
  override readonly name = 'TooManyError';
  readonly statusCode = 429;

  constructor(after: string) {
    super(`Too many requests; wait ${after}.`);
  }
}

/**
 * Serves the console, the API, pull feeds, events, health and metrics.
 *
 * @throws ConfigError where people from other machines could come in without a log-in; ListenError
 */
export async function startWeb(service: Service, patience: Patience = PATIENCE): Promise<Web> {
  const { config, log } = service;
  checkConsole(config);
  const settings = accessSettings(config.web);
  const logger: FastifyBaseLogger = log.child({ part: 'web' }, { level: 'warn' });
  const app = fastify({
    loggerInstance: logger,
    bodyLimit: BODY,
    // Only these proxies may say what a client's address is; anybody else could name any address.
    trustProxy: [...(config.web.forwardedBy ?? []), ...(config.web.proxy?.addresses ?? [])],
    requestTimeout: patience.request,
    connectionTimeout: patience.idle,
    keepAliveTimeout: patience.kept,
    http: { headersTimeout: patience.headers, connectionsCheckingInterval: patience.look },
    // Event streams never end by themselves, and closing must not wait for them.
    forceCloseConnections: true,
    clientErrorHandler: answerClientError,
    // Fastify runs no hook for an address that cannot be decoded, so the headers are set here.
    frameworkErrors: ({ statusCode: status = 400 }, request, reply) => {
      protect(reply, POLICY);
      const detail = 'The address cannot be decoded: a % has to begin a character in UTF-8.';
      sendProblem(request, reply, { status, title: '', detail }, undefined, { assets: ASSETS });
    },
  });
  app.server.maxConnections = CONNECTIONS;
  const names = ownNames(config.web);
  app.addHook('onRequest', async (request, reply) => {
    if (isOwnHost(request.headers.host, names)) return undefined;
    return reply
      .code(421)
      .header('connection', 'close')
      .type('application/problem+json; charset=utf-8')
      .send(
        JSON.stringify({
          type: 'about:blank',
          title: 'This host name is not ours',
          status: 421,
          detail: 'web.publicUrl and web.hosts say which are',
        }),
      );
  });
  app.addHook('onSend', async (request, reply) => {
    protect(reply, request.url.startsWith('/queues') ? DASHBOARD_POLICY : POLICY);
  });
  await app.register(cookie);
  // Pages, style sheet and scripts only: streams, backups and answers for programs are sent as they are.
  await app.register(compress, {
    encodings: ['gzip'],
    customTypes: /^text\/(?:html|css|javascript)(?:;|$)/,
    globalDecompression: false,
  });
  await app.register(rateLimit, {
    max: REQUESTS,
    timeWindow: 60_000,
    cache: 10_000,
    // Health probes are not limited, because they are cheap and come regularly.
    allowList: (request) => /^\/(?:livez|readyz|health)$/.test(request.url),
    errorResponseBuilder: (_request, { after }) => new TooManyError(after),
  });
  readForms(app);
  const mounting = {
    service,
    settings,
    routes: ROUTES,
    plugins: [...PLUGIN_RULES, metricsRule(config.web.metricsToken)],
    assets: ASSETS,
  };
  guardRoutes(app, mounting);
  app.setNotFoundHandler((request, reply) => {
    const allowed = allowedMethods([...mounting.routes, ...mounting.plugins], request.url).join(', ');
    const problem =
      allowed === ''
        ? { status: 404, title: 'Not found', detail: 'There is nothing at this address.' }
        : { status: 405, title: '', detail: `This address takes ${allowed}, not ${request.method}.` };
    if (allowed !== '') reply.header('allow', allowed);
    return sendProblem(request, reply, problem, visitorIn(request), { assets: ASSETS });
  });
  app.setErrorHandler((error: { statusCode?: number; message: string }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500)
      log.error({ event: 'web.failed', path: request.routeOptions.url, err: error }, 'a request failed');
    const detail = status >= 500 ? 'The log says more.' : error.message;
    return sendProblem(request, reply, { status, title: '', detail }, visitorIn(request), { assets: ASSETS });
  });
  // Read in advance, so that no request waits for it.
  await getEntityNames(config.entities);
  await sweepArchiveWork(service);
  mountRoutes(app, mounting);
  await app.register(health, { service });
  await app.register(metrics, { service });
  await app.register(alertFeeds, { service });
  await app.register(eventStream, { service });
  await app.register(websubCallback, { service });
  await app.register(dashboard, { service, prefix: '/queues' });
  await app.listen({ host: config.web.host, port: config.web.port }).catch((error: NodeJS.ErrnoException) => {
    throw new ListenError(config.web.host, config.web.port, error);
  });
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.web.port;
  const url = `http://${config.web.host}:${port}`;
  const path = await firstOwnerPath(service.store.db, settings, new Date());
  return {
    url,
    ownerLink: path === undefined ? undefined : new URL(path, config.web.publicUrl ?? url).href,
    close: async () => {
      await stopArchiveWork(service);
      return app.close();
    },
  };
}
