import { z } from 'zod';
import { findInvitation, redeem } from '../../io/store/people/invitations.ts';
import { hashSecret } from '../../service/stored-secrets.ts';
import { beginSession } from '../access/log-in.ts';
import { hashPassword, newPassword, SHORTEST_PASSWORD } from '../access/passwords.ts';
import { accessSettings } from '../access/settings.ts';
import { type Html, html } from '../html.ts';
import { csrfField } from '../layout.ts';
import { type Answer, route, type Visitor, type WebRoute } from '../route.ts';
import { notice } from '../views/parts.ts';

const userName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@+-]{0,79}$/u, 'letters, digits, spaces and . _ @ + - only');
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
<label>Password (${SHORTEST_PASSWORD} characters at least)<input name="password" type="password" required minlength="${SHORTEST_PASSWORD}" maxlength="200" autocomplete="new-password"></label>
<div><button>Go on</button></div></form>`;
}

const GONE: Answer = {
  kind: 'problem',
  status: 404,
  title: 'This link is used up or has expired',
  detail:
    'Links for accounts work once and for a limited time. An owner makes another under People. Where there is no owner yet, each start of the service prints a new link on its terminal.',
};

/** The links by which an invited person chooses a name and a password, or a new password. */
export const invitationRoutes: readonly WebRoute[] = [
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
    body: z.object({ name: userName, password: newPassword }),
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
];
