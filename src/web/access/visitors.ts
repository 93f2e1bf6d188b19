import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../../io/store/database.ts';
import { findSession, findToken } from '../../io/store/people/accounts.ts';
import type { Service } from '../../service/open-service.ts';
import type { Visitor } from '../route.ts';
import { proxyVisitor } from './proxy.ts';
import { hashSecret, newSecret } from '../../service/stored-secrets.ts';
import { csrfOf } from './secrets.ts';
import type { AccessSettings } from './settings.ts';

/** A cookie for browsers that are not logged in: their forms need a CSRF token too. */
const VISIT = 'chipwatch_visit';
const SESSION = 'chipwatch_session';
/** Marks a browser that somebody has logged in with. Failed attempts of others do not count against it. */
const BROWSER = 'chipwatch_browser';
/** Days that a session lasts without being used. */
export const SESSION_DAYS = 14;
/** Days for which a browser is remembered after a log-in. */
export const BROWSER_DAYS = 180;

/** The attributes of our cookies: sent only to us, and not readable by scripts. */
export function cookieOptions(settings: AccessSettings) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: settings.secure } as const;
}

/** Under HTTPS the `__Host-` prefix makes the browser keep the cookie to our host and path. */
export function cookieName(name: string, settings: AccessSettings): string {
  return settings.secure ? `__Host-${name}` : name;
}

export function setSession(reply: FastifyReply, settings: AccessSettings, secret: string): void {
  reply.setCookie(cookieName(SESSION, settings), secret, {
    ...cookieOptions(settings),
    maxAge: SESSION_DAYS * 86_400,
  });
}

export function setBrowser(reply: FastifyReply, settings: AccessSettings, secret: string): void {
  reply.setCookie(cookieName(BROWSER, settings), secret, {
    ...cookieOptions(settings),
    maxAge: BROWSER_DAYS * 86_400,
  });
}

export function browserSecret(request: FastifyRequest, settings: AccessSettings): string | undefined {
  return request.cookies[cookieName(BROWSER, settings)];
}

export function clearSession(reply: FastifyReply, settings: AccessSettings): void {
  reply.clearCookie(cookieName(SESSION, settings), cookieOptions(settings));
}

export function sessionSecret(request: FastifyRequest, settings: AccessSettings): string | undefined {
  return request.cookies[cookieName(SESSION, settings)];
}

const NOBODY = { id: '', name: 'nobody', role: undefined, via: 'nobody' } as const;

/** Finds out who sends a request. A new browser gets a cookie, so that its forms have a CSRF token. */
export async function visitorOf(
  { service, settings }: { readonly service: Service; readonly settings: AccessSettings },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Visitor> {
  const { db } = service.store;
  const token = bearer(request.headers.authorization);
  if (token !== undefined) {
    const program = await tokenVisitor(db, token);
    // Without a log-in everybody on this machine may come in. A program with a token needs no form's CSRF token.
    if (settings.mode !== 'off' || program.role !== undefined) return program;
  }
  if (settings.mode === 'proxy') {
    const named = proxyVisitor(service.config.web.proxy, request);
    if (named !== undefined)
      return { ...named, csrf: csrfOf(`${named.id} ${visitSecret(request, reply, settings)}`) };
  }
  const session = settings.mode === 'accounts' ? sessionSecret(request, settings) : undefined;
  if (session !== undefined) {
    const found = await findSession(db, hashSecret(session), new Date(), SESSION_DAYS);
    if (found !== undefined)
      return {
        id: `user:${found.id}`,
        name: found.name,
        role: found.role,
        via: 'session',
        csrf: csrfOf(session),
      };
  }
  const csrf = csrfOf(visitSecret(request, reply, settings));
  if (settings.mode !== 'off') return { ...NOBODY, csrf };
  return { id: 'local', name: 'this machine', role: 'owner', via: 'loopback', csrf };
}

function visitSecret(request: FastifyRequest, reply: FastifyReply, settings: AccessSettings): string {
  const name = cookieName(VISIT, settings);
  const known = request.cookies[name];
  if (known !== undefined && known.length === 43) return known;
  const secret = newSecret();
  // Only pages have forms; a feed reader needs no cookie.
  if ((request.headers.accept ?? '').includes('text/html'))
    reply.setCookie(name, secret, { ...cookieOptions(settings), maxAge: 86_400 * 30 });
  return secret;
}

async function tokenVisitor(db: Database, token: string): Promise<Visitor> {
  const found = await findToken(db, hashSecret(token), new Date());
  // A random token that no form contains, so that nobody can guess it.
  if (found === undefined) return { ...NOBODY, csrf: newSecret() };
  const id = found.userId === null ? `token:${found.id}` : `user:${found.userId}`;
  return { id, name: `token ${found.name}`, role: found.role, via: 'token', csrf: '' };
}

/** The token of `Bearer …`. Feed readers that only support Basic authentication send it as the password. */
function bearer(header: string | undefined): string | undefined {
  const [scheme, value = ''] = (header ?? '').split(' ', 2);
  if (/^bearer$/i.test(scheme ?? '')) return value;
  if (!/^basic$/i.test(scheme ?? '')) return undefined;
  return Buffer.from(value, 'base64').toString('utf8').split(':').slice(1).join(':');
}
