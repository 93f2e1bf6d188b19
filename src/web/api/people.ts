import { z } from 'zod';
import { listUsers } from '../../io/store/people/accounts.ts';
import { auditLines } from '../../io/store/people/audit.ts';
import { preferLanguages, preferredLanguages } from '../../io/store/people/reader-settings.ts';
import { changeRole } from '../access/change-role.ts';
import { makeInvitation } from '../access/make-invitation.ts';
import { decodePlace, pageOfRows } from '../cursor.ts';
import { headlineTags } from '../search/headline-languages.ts';
import { idParams } from '../row-id.ts';
import { ROLES, route, type WebRoute } from '../route.ts';
import { pageById, pageOf, paging } from './lists.ts';
import { apiAuditLine, apiPerson } from './schemas.ts';

const self = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES).nullable(),
  languages: headlineTags,
});

/** The API's routes for accounts, tokens and the audit log. */
export const peopleApi: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/account',
    access: 'reader',
    about: 'Whom the token stands for',
    answer: self,
    handle: async ({ service, visitor: { id, name, role } }) => ({
      kind: 'json',
      value: { id, name, role: role ?? null, languages: await preferredLanguages(service.store.db, id) },
    }),
  }),
  route({
    method: 'PUT',
    path: '/api/v1/account/languages',
    access: 'reader',
    about: 'Chooses the languages of headlines, the most wanted first',
    body: z.object({ languages: headlineTags }),
    answer: z.object({ languages: headlineTags }),
    handle: async ({ service, visitor, body }) => {
      await preferLanguages(service.store.db, visitor.id, body.languages);
      return { kind: 'json', value: body };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/people',
    access: 'owner',
    about: 'The accounts',
    query: z.object(paging),
    answer: pageOf('people', apiPerson),
    handle: async ({ service, query }) => {
      const { shown, next } = pageById(await listUsers(service.store.db), query);
      return {
        kind: 'json',
        value: {
          people: shown.map((user) => ({
            id: user.id,
            name: user.name,
            role: user.role,
            shut: user.disabled_at !== null,
            by: user.oidc_subject === null ? 'password' : 'OpenID Connect',
            seen: user.seen_at?.toISOString() ?? null,
          })),
          next,
        },
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/people',
    access: 'owner',
    about: 'Makes a link by which somebody makes an account, once',
    body: z.object({ role: z.enum(ROLES) }),
    success: 201,
    answer: z.object({
      url: z.string().describe('A secret; a path where `web.publicUrl` is not set'),
      expires: z.iso.datetime(),
    }),
    handle: async ({ service, visitor, body }) => {
      const { url, expires } = await makeInvitation(service, { role: body.role, madeBy: visitor.name });
      return { kind: 'json', value: { url, expires: expires.toISOString() } };
    },
  }),
  route({
    method: 'PUT',
    path: '/api/v1/people/:id',
    access: 'owner',
    about: 'Gives somebody another role, or shuts the account',
    params: idParams,
    body: z.object({ role: z.enum([...ROLES, 'shut']) }),
    answer: z.object({ changed: z.literal(true) }),
    handle: async ({ service, params, body }) =>
      changeRole(service.store.db, params.id, body.role, { kind: 'json', value: { changed: true } }),
  }),
  route({
    method: 'GET',
    path: '/api/v1/audit',
    access: 'owner',
    about: 'Who changed what, the latest first',
    query: z.object(paging),
    answer: pageOf('lines', apiAuditLine),
    handle: async ({ service, query }) => {
      const from = decodePlace(query.after, 'none');
      const rows = await auditLines(service.store.db, { limit: query.limit + 1, before: from?.id });
      const { shown, next } = pageOfRows(rows, query.limit, ({ id }) => ({ key: '', id }));
      return {
        kind: 'json',
        value: { lines: shown.map((line) => ({ ...line, at: line.at.toISOString() })), next },
      };
    },
  }),
];
