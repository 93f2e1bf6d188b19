import { z } from 'zod';
import { findInvitation, redeem } from '../../io/store/invitations.ts';
import { beginOidc, finishOidc, type OidcVisit } from '../access/oidc.ts';
import { beginSession, leaveSession, logIn, ownPath } from '../access/log-in.ts';
import { hashPassword } from '../access/passwords.ts';
import { hashSecret } from '../../service/stored-secrets.ts';
import { accessSettings } from '../access/settings.ts';
import { browserSecret, cookieName, cookieOptions } from '../access/visitors.ts';
import type { Service } from '../../service/open-service.ts';
import { type Html, html } from '../html.ts';
import { csrfField } from '../layout.ts';
import { type Answer, route, type Visitor, type WebRoute } from '../route.ts';
import { notice } from '../views/parts.ts';

const LEAST = 12;
const password = z
  .string()
  .min(LEAST, `a password has ${LEAST} characters at least`)
  .max(200, 'a password has 200 characters at most');
const userName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@+-]{0,79}$/u, 'letters, digits, spaces and . _ @ + - only');
const VISIT = 'chipwatch_oidc';

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

function choosing(
  visitor: Visitor,
  secret: string,
  invited: { role: string; user?: { name: string } | undefined },
): Html {
  return html`<form method="post" action="/invitations/${secret}" class="stack">${csrfField(visitor)}
${
  invited.user === undefined
    ? html`<p>This link makes an account with the role <strong>${invited.role}</strong>.</p><label>Name<input name="name" required maxlength="80" autocomplete="username" autocapitalize="none"></label>`
    : html`<p>A new password for <strong>${invited.user.name}</strong>.</p><input type="hidden" name="name" value="${invited.user.name}">`
}
<label>Password (${LEAST} characters at least)<input name="password" type="password" required minlength="${LEAST}" maxlength="200" autocomplete="new-password"></label>
<div><button>Go on</button></div></form>`;
}

const GONE: Answer = {
  kind: 'problem',
  status: 404,
  title: 'This link is used up',
  detail:
    'Links for accounts work once and for a limited time. An owner can make another; the first start prints one.',
};

/** Log-in, log-out and invitations. */
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
  route({
    method: 'GET',
    path: '/invitations/:secret',
    access: 'anyone',
    about: 'Where somebody who was invited chooses a name and a password',
    params: z.object({ secret: z.string().max(100) }),
    handle: async ({ service, visitor, params: { secret } }) => {
      const found = await findInvitation(service.store.db, hashSecret(secret), new Date());
      if (found === undefined) return GONE;
      return {
        kind: 'page',
        title: 'Your account',
        body: html`<h1>Your account</h1>${choosing(visitor, secret, found)}`,
      };
    },
  }),
  route({
    method: 'POST',
    path: '/invitations/:secret',
    access: 'anyone',
    about: 'Uses an invitation',
    params: z.object({ secret: z.string().max(100) }),
    body: z.object({ name: userName, password }),
    handle: async ({ service, visitor, params: { secret }, body, request, reply }) => {
      const { db } = service.store;
      const hash = hashSecret(secret);
      const found = await findInvitation(db, hash, new Date());
      if (found === undefined) return GONE;
      const done = await redeem(
        db,
        hash,
        { name: body.name, passwordHash: await hashPassword(body.password) },
        new Date(),
      );
      if (done === 'gone') return GONE;
      if (done === 'name taken')
        return {
          kind: 'page',
          status: 409,
          title: 'Your account',
          body: html`<h1>Your account</h1>${notice('That name is taken.', 'bad')}${choosing(visitor, secret, found)}`,
        };
      await beginSession(db, accessSettings(service.config.web), { request, reply }, done);
      return { kind: 'redirect', to: '/' };
    },
  }),
  route({
    method: 'GET',
    path: '/login/oidc',
    access: 'anyone',
    about: 'Goes to the OpenID Connect provider',
    query: z.object({ to: z.string().max(2_000).optional() }),
    handle: async ({ service, query, reply }) => {
      const { oidc } = service.config.web;
      const redirectUri = callbackOf(service);
      if (oidc === undefined || redirectUri === undefined)
        return { kind: 'problem', status: 404, title: 'No provider is configured' };
      try {
        const { url, visit } = await beginOidc(oidc, { redirectUri, to: ownPath(query.to) });
        const settings = accessSettings(service.config.web);
        const kept = Buffer.from(JSON.stringify(visit)).toString('base64url');
        reply.setCookie(cookieName(VISIT, settings), kept, { ...cookieOptions(settings), maxAge: 600 });
        return { kind: 'redirect', to: url };
      } catch (error) {
        service.log.warn(
          { event: 'oidc.failed', reason: (error as Error).message },
          'the provider could not be asked',
        );
        return {
          kind: 'problem',
          status: 502,
          title: 'The provider cannot be reached',
          detail: 'The log says why.',
        };
      }
    },
  }),
  route({
    method: 'GET',
    path: '/login/oidc/callback',
    access: 'anyone',
    about: 'Where the OpenID Connect provider sends people back',
    handle: async ({ service, request, reply }) => {
      const { oidc } = service.config.web;
      const redirectUri = callbackOf(service);
      const settings = accessSettings(service.config.web);
      const visit = visitOf(request.cookies[cookieName(VISIT, settings)]);
      if (oidc === undefined || redirectUri === undefined || visit === undefined)
        return {
          kind: 'problem',
          status: 400,
          title: 'This log-in did not begin here',
          detail: 'Begin it again.',
        };
      const callback = new URL(redirectUri);
      callback.search = request.url.slice(request.url.indexOf('?'));
      // The state of one OpenID Connect attempt is used once, whether it succeeds or not.
      reply.clearCookie(cookieName(VISIT, settings), cookieOptions(settings));
      try {
        const account = await finishOidc(service.store.db, oidc, { callback, visit, now: new Date() });
        if (account === undefined) return { kind: 'problem', status: 403, title: 'This account is shut' };
        await beginSession(service.store.db, settings, { request, reply }, account);
        return { kind: 'redirect', to: ownPath(visit.to) };
      } catch (error) {
        service.log.warn({ event: 'oidc.refused', reason: (error as Error).message }, 'a log-in was refused');
        return {
          kind: 'problem',
          status: 401,
          title: 'The provider’s answer is not accepted',
          detail: 'Begin the log-in again.',
        };
      }
    },
  }),
];

function callbackOf(service: Service): string | undefined {
  const { publicUrl } = service.config.web;
  return publicUrl === undefined ? undefined : new URL('/login/oidc/callback', publicUrl).href;
}

const stored = z.object({
  verifier: z.string(),
  state: z.string(),
  nonce: z.string(),
  to: z.string(),
});

function visitOf(cookie: string | undefined): OidcVisit | undefined {
  try {
    return stored.parse(JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString('utf8')));
  } catch {
    return undefined;
  }
}
