import { z } from 'zod';
import { beginSession, leaveSession, logIn, ownPath } from '../access/log-in.ts';
import { accessSettings } from '../access/settings.ts';
import { browserSecret } from '../access/visitors.ts';
import type { Service } from '../../service/open-service.ts';
import { html } from '../html.ts';
import { csrfField } from '../layout.ts';
import { type Answer, route, type Visitor, type WebRoute } from '../route.ts';
import { notice } from '../views/parts.ts';

function logInPage(service: Service, visitor: Visitor, to: string, problem?: string): Answer {
  const { oidc } = service.config.web;
  const body = html`<h1>Log in</h1>${problem === undefined ? undefined : notice(problem, 'bad')}
<form method="post" action="/login" class="stack">${csrfField(visitor)}<input type="hidden" name="to" value="${to}">
<label>Name<input name="name" required autocomplete="username" autocapitalize="none"></label>
<label>Password<input name="password" type="password" required autocomplete="current-password"></label>
<div><button>Log in</button></div></form>
${oidc === undefined ? undefined : html`<p><a class="button quiet" href="/login/oidc?to=${encodeURIComponent(to)}">Log in with ${oidc.name}</a></p>`}`;
  return { kind: 'page', title: 'Log in', body, ...(problem === undefined ? {} : { status: 401 }) };
}

/** Log-in with a name and a password, and log-out. */
export const logInRoutes: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/login',
    access: 'anyone',
    about: 'The log-in page',
    query: z.object({ to: z.string().max(2_000).optional() }),
    handle: async ({ service, visitor, query }) =>
      visitor.role !== undefined || accessSettings(service.config.web).mode !== 'accounts'
        ? { kind: 'redirect', to: visitor.role === undefined ? '/help' : ownPath(query.to) }
        : logInPage(service, visitor, ownPath(query.to)),
  }),
  route({
    method: 'POST',
    path: '/login',
    access: 'anyone',
    about: 'Logs in with a name and a password',
    body: z.object({
      name: z.string().trim().min(1).max(80),
      password: z.string().min(1).max(200),
      to: z.string().max(2_000).optional(),
    }),
    handle: async ({ service, visitor, body, request, reply }) => {
      const settings = accessSettings(service.config.web);
      if (settings.mode !== 'accounts') return { kind: 'problem', status: 404, title: 'Nobody logs in here' };
      const browser = browserSecret(request, settings);
      const done = await logIn(service.store.db, { ...body, address: request.ip, browser }, new Date());
      if ('refused' in done && done.refused === 'too often') {
        reply.header('retry-after', '900');
        return {
          kind: 'problem',
          status: 429,
          title: 'Too many tries',
          detail: 'Wait a quarter of an hour before the next one.',
        };
      }
      if ('refused' in done)
        return logInPage(service, visitor, ownPath(body.to), 'Name and password do not fit together.');
      await beginSession(service.store.db, settings, { request, reply }, done.account);
      return { kind: 'redirect', to: ownPath(body.to) };
    },
  }),
  route({
    method: 'POST',
    path: '/logout',
    access: 'reader',
    about: 'Ends the session',
    handle: async ({ service, request, reply }) => {
      await leaveSession(service.store.db, accessSettings(service.config.web), { request, reply });
      return { kind: 'redirect', to: '/login' };
    },
  }),
];
