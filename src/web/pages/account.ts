import { z } from 'zod';
import { changeUser, findUser } from '../../io/store/people/accounts.ts';
import { listTokens, removeToken } from '../../io/store/people/api-tokens.ts';
import { preferLanguages, preferredLanguages } from '../../io/store/people/reader-settings.ts';
import { logIn } from '../access/log-in.ts';
import { makeToken, userIdOf } from '../access/make-token.ts';
import { hashPassword, newPassword, SHORTEST_PASSWORD } from '../access/passwords.ts';
import { accessSettings } from '../access/settings.ts';
import { browserSecret } from '../access/visitors.ts';
import { headlineTags } from '../search/headline-languages.ts';
import { type Html, html } from '../html.ts';
import { csrfField } from '../layout.ts';
import { idParams } from '../row-id.ts';
import { mayAccess, ROLES, route, type Visitor, type WebRoute } from '../route.ts';
import { notice, time } from '../views/parts.ts';

async function accountPage(
  db: Parameters<typeof preferredLanguages>[0],
  visitor: Visitor,
  said?: Html,
): Promise<Html> {
  const userId = userIdOf(visitor);
  const [languages, tokens, user] = await Promise.all([
    preferredLanguages(db, visitor.id),
    userId === undefined ? [] : listTokens(db, new Date(), userId),
    findUser(db, visitor.name),
  ]);
  return html`<h1>${visitor.name}</h1><p class="dim">Role: ${visitor.role ?? 'none'}</p>${said}
<h2>Headlines</h2><form method="post" action="/account/languages" class="stack">${csrfField(visitor)}
<label><span>Languages in which you like to read headlines, the most wanted first (<code>de, en</code>)</span><input name="languages" value="${languages.join(', ')}" placeholder="as your browser says"></label><div><button class="quiet">Save</button></div></form>
${
  userId === undefined
    ? undefined
    : html`${
        (user?.passwordHash ?? null) === null
          ? undefined
          : html`<h2>Password</h2><form method="post" action="/account/password" class="stack">${csrfField(visitor)}
<label>The present one<input type="password" name="present_password" required autocomplete="current-password"></label>
<label>The new one (${SHORTEST_PASSWORD} characters at least)<input type="password" name="new_password" required minlength="${SHORTEST_PASSWORD}" maxlength="200" autocomplete="new-password"></label><div><button class="quiet">Change it, and log out everywhere</button></div></form>`
      }
<h2>Tokens for programs</h2><p>A token stands for you, with the role that you give it, until it runs out. Send it as <code>Authorization: Bearer …</code>; feed readers send it as the password.</p>
<ul class="plain">${tokens.map(
        (token) =>
          html`<li class="row"><strong>${token.name}</strong> <span class="dim">${token.role} · until ${time(token.expiresAt)} · last used ${time(token.usedAt)}</span> <form method="post" action="/account/tokens/${token.id}/remove">${csrfField(visitor)}<button class="plain">Take it back<span class="hidden">: ${token.name}</span></button></form></li>`,
      )}</ul>
<form method="post" action="/account/tokens"><div class="fields">${csrfField(visitor)}
<label>What for<input name="name" required maxlength="80"></label>
<label>Role<select name="role">${ROLES.filter((role) => mayAccess(visitor.role, role)).map((role) => html`<option>${role}</option>`)}</select></label>
<label>Days<input name="days" type="number" min="1" max="366" value="90" required></label>
<div class="row"><button class="quiet">Make a token</button></div></div></form>`
}`;
}

/** The page on which people change their own settings. */
export const accountRoutes: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/account',
    access: 'reader',
    about: 'One’s own account: languages, password, tokens',
    handle: async ({ service, visitor }) => ({
      kind: 'page',
      title: visitor.name,
      body: await accountPage(service.store.db, visitor),
    }),
  }),
  route({
    method: 'POST',
    path: '/account/languages',
    access: 'reader',
    about: 'Chooses the languages of headlines',
    body: z.object({
      languages: z
        .string()
        .max(100)
        .transform((text) => text.split(/[\s,]+/).filter((tag) => tag !== ''))
        .pipe(headlineTags),
    }),
    handle: async ({ service, visitor, body }) => {
      await preferLanguages(service.store.db, visitor.id, body.languages);
      return { kind: 'redirect', to: '/account' };
    },
  }),
  route({
    method: 'POST',
    path: '/account/password',
    access: 'reader',
    about: 'Changes one’s own password',
    body: z.object({
      present_password: z.string().min(1).max(200),
      new_password: newPassword,
    }),
    handle: async ({ service, visitor, body, request }) => {
      const { db } = service.store;
      const userId = userIdOf(visitor);
      if (userId === undefined || visitor.via !== 'session')
        return { kind: 'problem', status: 403, title: 'You log in elsewhere' };
      const done = await logIn(
        db,
        {
          name: visitor.name,
          password: body.present_password,
          address: request.ip,
          browser: browserSecret(request, accessSettings(service.config.web)),
        },
        new Date(),
      );
      if ('refused' in done)
        return {
          kind: 'page',
          status: done.refused === 'wrong' ? 403 : 429,
          title: visitor.name,
          body: await accountPage(
            db,
            visitor,
            notice(
              done.refused === 'wrong'
                ? 'The present password is another one.'
                : 'Too many tries. Wait a quarter of an hour before the next one.',
              'bad',
            ),
          ),
        };
      await changeUser(db, userId, { password_hash: await hashPassword(body.new_password) });
      return { kind: 'redirect', to: '/login' };
    },
  }),
  route({
    method: 'POST',
    path: '/account/tokens',
    access: 'reader',
    about: 'Makes a token for a program',
    body: z.object({
      name: z.string().trim().min(1).max(80),
      role: z.enum(ROLES),
      days: z.coerce.number().int().min(1).max(366),
    }),
    handle: async ({ service, visitor, body }) => {
      const made = await makeToken(service.store.db, visitor, body);
      if ('kind' in made) return made;
      const said = html`<div class="notice good" role="status"><p>The token, shown this once:</p><pre>${made.token}</pre></div>`;
      return { kind: 'page', title: visitor.name, body: await accountPage(service.store.db, visitor, said) };
    },
  }),
  route({
    method: 'POST',
    path: '/account/tokens/:id/remove',
    access: 'reader',
    about: 'Takes a token back',
    params: idParams,
    handle: async ({ service, visitor, params }) => {
      // Only a log-in may delete other tokens: a stolen token must not.
      const userId = visitor.via === 'session' ? userIdOf(visitor) : undefined;
      if (userId === undefined || !(await removeToken(service.store.db, params.id, userId)))
        return { kind: 'problem', status: 404, title: 'There is no such token' };
      return { kind: 'redirect', to: '/account' };
    },
  }),
];
