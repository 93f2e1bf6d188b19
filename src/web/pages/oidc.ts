import { z } from 'zod';
import { beginSession, ownPath } from '../access/log-in.ts';
import { explainOidc } from '../access/explain-oidc.ts';
import { beginOidc, finishOidc, type OidcVisit } from '../access/oidc.ts';
import { accessSettings } from '../access/settings.ts';
import { cookieName, cookieOptions } from '../access/visitors.ts';
import type { Service } from '../../service/open-service.ts';
import { route, type WebRoute } from '../route.ts';

const VISIT = 'chipwatch_oidc';

/** Log-in by OpenID Connect. */
export const oidcRoutes: readonly WebRoute[] = [
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
          { event: 'oidc.failed', ...explainOidc(error as Error, oidc.issuer) },
          'the provider could not be asked; nobody can log in by it until it answers',
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
          detail:
            'It was begun in another browser, or more than ten minutes ago, or it was used already. Begin it again.',
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
        service.log.warn(
          { event: 'oidc.refused', ...explainOidc(error as Error, oidc.issuer) },
          'a log-in was refused; the person may begin it again',
        );
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
