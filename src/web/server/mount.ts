import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { jsonText } from '../../core/messages/json-text.ts';
import { shorten } from '../../core/words/shorten.ts';
import { explainLines } from '../../core/yaml/explain-issues.ts';
import { audit } from '../../io/store/people/audit.ts';
import { cleanValue } from '../../io/store/clean-values.ts';
import type { Service } from '../../service/open-service.ts';
import { isCsrf } from '../access/secrets.ts';
import type { AccessSettings } from '../access/settings.ts';
import { visitorOf } from '../access/visitors.ts';
import { layout } from '../layout.ts';
import { type Problem, sendProblem, wantsPage } from '../problem.ts';
import { type Answer, mayAccess, type PluginRule, type Visitor, type WebRoute } from '../route.ts';

export interface Mounting {
  readonly service: Service;
  readonly settings: AccessSettings;
  readonly routes: readonly WebRoute[];
  readonly plugins: readonly PluginRule[];
  readonly assets: string;
}

/** A route was registered that the table does not list, so its role is unknown. */
export class NoRuleError extends Error {
  override readonly name = 'NoRuleError';
}

/**
 * Guards every route of the server by the table, those of plugins included. Must be called before any route is
 * registered.
 */
export function guardRoutes(app: FastifyInstance, mounting: Mounting): void {
  const { routes, plugins, assets } = mounting;
  const rules = [...routes, ...plugins];
  const ruleOf = (method: string, path: string) =>
    rules.find((rule) => rule.method === (method === 'HEAD' ? 'GET' : method) && rule.path === path) ??
    plugins.find((rule) => rule.path.endsWith('*') && path.startsWith(rule.path.slice(0, -1)));

  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat())
      if (ruleOf(one, url) === undefined)
        throw new NoRuleError(`${one} ${url} has no rule: add it to the table of routes, with who may come`);
  });
  app.addHook('onRequest', async (request, reply) => {
    const path = request.routeOptions.url;
    if (path === undefined) return undefined;
    const rule = ruleOf(request.method, path);
    if (rule === undefined) return refuse(request, reply, { status: 404, title: 'Not found' });
    const isOpen = rule.access === 'anyone' && 'plugin' in rule;
    if (isOpen) return undefined;
    const visitor = await visitorOf(mounting, request, reply);
    visitors.set(request, visitor);
    if (!mayAccess(visitor.role, rule.access))
      return refuse(request, reply, visitor.role === undefined ? STRANGER : FORBIDDEN);
    if (request.method !== 'GET' && request.method !== 'HEAD' && isFromElsewhere(request))
      return refuse(request, reply, {
        status: 403,
        title: 'This came from another site',
        detail: 'Forms and requests that change something are taken from our own pages only.',
      });
    return undefined;
  });
  const refuse = async (request: FastifyRequest, reply: FastifyReply, problem: Problem) => {
    const visitor = visitors.get(request);
    if (request.method !== 'GET' && request.method !== 'HEAD') reply.header('connection', 'close');
    if (problem === STRANGER) {
      reply.header('www-authenticate', 'Bearer');
      if (wantsPage(request) && request.method === 'GET')
        return reply.redirect(`/login?to=${encodeURIComponent(request.url)}`, 303);
      if (wantsPage(request)) return sendProblem(request, reply, UNSENT, visitor, { assets });
    }
    return sendProblem(request, reply, problem, visitor, { assets });
  };
}

const STRANGER: Problem = { status: 401, title: 'Please log in' };
/** For forms: a session may end while somebody fills one in. */
const UNSENT: Problem = {
  ...STRANGER,
  detail: 'Your session has ended. Nothing was changed. Log in, open the page again and send it once more.',
};
const FORBIDDEN: Problem = {
  status: 403,
  title: 'Your role may not do this',
  detail: 'An owner can give you another role.',
};

const visitors = new WeakMap<FastifyRequest, Visitor>();

/** The visitor who sent a request, for plugins. */
export function visitorIn(request: FastifyRequest): Visitor | undefined {
  return visitors.get(request);
}

/**
 * Whether another site's page sent the request. Browsers say so in a header; other clients have no cookies that a
 * site could abuse.
 */
function isFromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  if (typeof origin !== 'string') return false;
  return URL.parse(origin)?.host !== request.headers.host;
}

/** Requests to one route of the API from one address within a minute. */
const API_REQUESTS = 600;

/** Registers the routes that the table declares. */
export function mountRoutes(app: FastifyInstance, mounting: Mounting): void {
  for (const route of mounting.routes)
    app.route({
      method: route.method,
      url: route.path,
      ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
      // Programs can ask far more often than people, so their limit is tighter.
      ...(route.path.startsWith('/api/v1/')
        ? { config: { rateLimit: { max: API_REQUESTS, timeWindow: 60_000 } } }
        : {}),
      // URLs with secrets are not logged.
      ...(route.path.includes(':secret') ? { logLevel: 'silent' as const } : {}),
      handler: (request, reply) => serve(mounting, route, request, reply),
    });
}

async function serve(
  { service, assets }: Mounting,
  route: WebRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visitor = visitors.get(request);
  if (visitor === undefined) throw new Error(`${route.path} was reached without a visitor`);
  const refuse = (problem: Problem) => sendProblem(request, reply, problem, visitor, { assets });
  const form = (request.body ?? {}) as Record<string, unknown>;
  if (route.method !== 'GET' && visitor.via !== 'token') {
    const given = form['csrf'] ?? request.headers['x-csrf-token'];
    if (typeof given !== 'string' || !isCsrf(given, visitor.csrf))
      return refuse({
        status: 403,
        title: 'The form is too old',
        detail:
          'Load the page again and send it once more: the form did not carry the sign of this browser’s visit.',
      });
  }
  const { csrf: _csrf, ...fields } = form;
  const params = parse(route.params, cleaned(request.params));
  const query = parse(route.query, withoutEmpty(cleaned(request.query)));
  const body = parse(route.body, cleaned(fields));
  const problem = params.problem ?? query.problem ?? body.problem;
  if (problem !== undefined)
    return refuse(
      params.problem === undefined
        ? { status: 422, title: 'That does not fit', detail: problem }
        : { status: 404, title: 'Not found', detail: problem },
    );
  const answer = await route.handle({
    service,
    visitor,
    params: params.value,
    query: query.value,
    body: body.value,
    request,
    reply,
  });
  if (route.method !== 'GET' && route.readsOnly === undefined && answer.kind !== 'problem')
    await audit(service.store.db, {
      who: visitor.role === undefined ? `${request.ip}` : `${visitor.name} (${visitor.id})`,
      did: `${route.method} ${route.path}`,
      detail: shown({ ...(params.value as object | undefined), ...(body.value as object | undefined) }),
      at: new Date(),
    });
  return send(answer, { request, reply, visitor, assets, success: route.success ?? 200 });
}

/** Characters of one field in the audit log: of text, and of a list or a route as JSON. */
const AUDITED = { text: 200, json: 4_000 };

/** The fields of a request for the audit log, without secrets and shortened. */
function shown(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => !/password|secret|token/i.test(name))
      .map(([name, value]) => [name, shortened(value)]),
  );
}

function shortened(value: unknown): unknown {
  const [text, most] =
    typeof value === 'string' ? [value, AUDITED.text] : [JSON.stringify(value) ?? '', AUDITED.json];
  return text.length > most ? shorten(text, most) : value;
}

function parse(schema: z.ZodType | undefined, value: unknown): { value?: unknown; problem?: string } {
  if (schema === undefined) return {};
  const parsed = schema.safeParse(value);
  return parsed.success
    ? { value: parsed.data }
    : { problem: explainLines(parsed.error.issues, value, schema) };
}

/**
 * Puts U+FFFD in place of what the database cannot store. NUL is not just removed, because the number `1%00` would
 * become that of another row.
 */
function cleaned(fields: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields ?? {}).map(([name, value]) => [name, cleanValue(withoutNul(value))]),
  );
}

function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\ufffd');
  return Array.isArray(value) ? value.map(withoutNul) : value;
}

/** Removes fields that were left empty. */
function withoutEmpty(query: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
}

/** Answers 304 where the client's ETag is current. */
function sendJson(
  value: unknown,
  status: number,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const text = jsonText(value);
  reply.code(status).header('cache-control', 'private, no-cache').type('application/json; charset=utf-8');
  if (request.method !== 'GET') return reply.send(text);
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', tag);
  const known = (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''));
  return known.includes(tag) || known.includes('*') ? reply.code(304).send() : reply.send(text);
}

interface Sending {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly visitor: Visitor;
  readonly assets: string;
  /** The status of an answer to a program. */
  readonly success: number;
}

function send(answer: Answer, { request, reply, visitor, assets, success }: Sending): FastifyReply {
  switch (answer.kind) {
    case 'page':
      return reply
        .code(answer.status ?? 200)
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(layout(answer.title, answer.body, { visitor, section: answer.section, assets }));
    case 'redirect':
      // A script that sent a form needs the status, not a redirect to a page.
      if (request.headers.accept === 'application/json') return reply.code(204).send();
      return reply.redirect(answer.to, answer.status ?? 303);
    case 'json':
      return sendJson(answer.value, success, request, reply);
    case 'file':
      if (answer.name !== undefined)
        reply.header('content-disposition', `attachment; filename="${answer.name}"`);
      if (request.method === 'HEAD' && answer.content instanceof Readable) {
        // A response to HEAD has no body, so the file is not generated.
        answer.content.destroy();
        return reply.type(answer.type).send();
      }
      return reply
        .header('cache-control', answer.cache ?? 'no-store')
        .type(answer.type)
        .send(answer.content);
    case 'problem':
      return sendProblem(request, reply, answer, visitor, { assets });
  }
}
