import { z } from 'zod';
import { listUsers } from '../../io/store/people/accounts.ts';
import { auditLines } from '../../io/store/people/audit.ts';
import type { Service } from '../../service/open-service.ts';
import { changeRole } from '../access/change-role.ts';
import { makeInvitation } from '../access/make-invitation.ts';
import { accessSettings } from '../access/settings.ts';
import { type Html, html } from '../html.ts';
import { csrfField } from '../layout.ts';
import { idParams, rowId } from '../row-id.ts';
import { type Answer, ROLES, route, type Visitor, type WebRoute } from '../route.ts';
import { address, notice, time } from '../views/parts.ts';

async function peoplePage(service: Service, visitor: Visitor, said?: Html): Promise<Answer> {
  const users = await listUsers(service.store.db);
  const { mode } = accessSettings(service.config.web);
  const body = html`<h1>People</h1>${said}
${mode === 'accounts' ? undefined : notice(mode === 'off' ? 'Nobody has to log in: everybody on this machine is an owner. The line “auth: accounts” under “web:” in the configuration changes that.' : 'A proxy says who comes in; accounts are not used.')}
${
  users.length === 0
    ? undefined
    : html`<table class="cards"><thead><tr><th>Name</th><th>Role</th><th>Comes by</th><th>Last seen</th><th>Change</th></tr></thead><tbody>${users.map(
        (
          user,
        ) => html`<tr><td>${user.name}</td><td data-label="Role">${user.disabled_at === null ? user.role : 'shut'}</td><td data-label="Comes by">${user.oidc_subject === null ? 'password' : 'OpenID Connect'}</td><td data-label="Last seen">${time(user.seen_at)}</td>
<td><form method="post" action="/people/${user.id}" class="row">${csrfField(visitor)}<label class="hidden" for="role-${user.id}">Role of ${user.name}</label><select id="role-${user.id}" name="role">${[...ROLES, 'shut'].map((role) => html`<option${role === (user.disabled_at === null ? user.role : 'shut') ? html` selected` : undefined}>${role}</option>`)}</select><button class="quiet">Set</button></form>
${user.oidc_subject === null ? html`<form method="post" action="/people/${user.id}/password">${csrfField(visitor)}<button class="plain">Link for a new password</button></form>` : undefined}</td></tr>`,
      )}</tbody></table>`
}
<h2>Invite somebody</h2><form method="post" action="/people"><div class="fields">${csrfField(visitor)}<label>Role<select name="role">${ROLES.map((role) => html`<option>${role}</option>`)}</select></label><div class="row"><button>Make a link</button></div></div></form>
<p class="dim">Readers look and mark for themselves. Analysts judge, silence, merge, add feeds and work in the rule lab. Owners also save rules, and see people, the audit log and the queues.</p>`;
  return { kind: 'page', title: 'People', section: 'People', body };
}

async function link(
  service: Service,
  visitor: Visitor,
  role: (typeof ROLES)[number],
  userId?: string,
): Promise<Html> {
  const { url, days } = await makeInvitation(service, { role, userId, madeBy: visitor.name });
  return html`<div class="notice good" role="status"><p>This link works once, for ${days} days. It is shown this once:</p><pre>${url}</pre></div>`;
}

/** Accounts, for owners, and the audit log. */
export const peopleRoutes: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/people',
    access: 'owner',
    about: 'The accounts',
    handle: async ({ service, visitor }) => peoplePage(service, visitor),
  }),
  route({
    method: 'POST',
    path: '/people',
    access: 'owner',
    about: 'Makes a link by which somebody makes an account',
    body: z.object({ role: z.enum(ROLES) }),
    handle: async ({ service, visitor, body }) =>
      peoplePage(service, visitor, await link(service, visitor, body.role)),
  }),
  route({
    method: 'POST',
    path: '/people/:id',
    access: 'owner',
    about: 'Gives somebody another role, or shuts the account',
    params: idParams,
    body: z.object({ role: z.enum([...ROLES, 'shut']) }),
    handle: async ({ service, params, body }) =>
      changeRole(service.store.db, params.id, body.role, { kind: 'redirect', to: '/people' }),
  }),
  route({
    method: 'POST',
    path: '/people/:id/password',
    access: 'owner',
    about: 'Makes a link by which somebody chooses a new password',
    params: idParams,
    handle: async ({ service, visitor, params }) => {
      const user = (await listUsers(service.store.db)).find((one) => one.id === params.id);
      if (user === undefined) return { kind: 'problem', status: 404, title: 'There is no such account' };
      return peoplePage(service, visitor, await link(service, visitor, user.role, user.id));
    },
  }),
  route({
    method: 'GET',
    path: '/audit',
    access: 'owner',
    about: 'Who changed what',
    query: z.object({ before: rowId.optional() }),
    handle: async ({ service, query }) => {
      const lines = await auditLines(service.store.db, { limit: 101, before: query.before });
      const shown = lines.slice(0, 100);
      const body = html`<h1>Audit log</h1>${
        shown.length === 0
          ? html`<p class="notice">Nobody has changed anything yet.</p>`
          : html`<table class="cards"><thead><tr><th>When</th><th>Who</th><th>What</th><th>With</th></tr></thead><tbody>${shown.map(
              ({ at, who, did, detail }) =>
                html`<tr><td class="when">${time(at)}</td><td data-label="Who">${who}</td><td class="words" data-label="What"><code>${address(did)}</code></td><td data-label="With">${Object.entries(
                  detail,
                )
                  .map(
                    ([name, value]) =>
                      `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
                  )
                  .join(', ')}</td></tr>`,
            )}</tbody></table>`
      }${lines.length > 100 ? html`<p><a class="button quiet" href="/audit?before=${shown.at(-1)?.id ?? ''}">Older</a></p>` : undefined}`;
      return { kind: 'page', title: 'Audit log', section: 'Audit', body };
    },
  }),
];
