import { z } from 'zod';
import { listTokens, removeToken } from '../../io/store/people/api-tokens.ts';
import { makeToken, userIdOf } from '../access/make-token.ts';
import { idParams } from '../row-id.ts';
import { ROLES, route, type WebRoute } from '../route.ts';
import { pageById, pageOf, paging } from './lists.ts';
import { apiToken } from './schemas.ts';

/** The API's routes for tokens: one’s own, and all of them for owners. */
export const tokenApi: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/tokens',
    access: 'reader',
    about: 'The tokens that have not run out: your own, for owners all',
    query: z.object(paging),
    answer: pageOf('tokens', apiToken),
    handle: async ({ service, visitor, query }) => {
      const listed = visitor.role === 'owner' ? undefined : userIdOf(visitor);
      // A token without an account sees no other tokens.
      const tokens =
        visitor.role !== 'owner' && listed === undefined
          ? []
          : await listTokens(service.store.db, new Date(), listed);
      const { shown, next } = pageById(tokens, query);
      return {
        kind: 'json',
        value: {
          tokens: shown.map(({ id, name, role, owner, createdAt, expiresAt, usedAt }) => ({
            id,
            name,
            role,
            of: owner,
            made: createdAt.toISOString(),
            expires: expiresAt.toISOString(),
            used: usedAt?.toISOString() ?? null,
          })),
          next,
        },
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/tokens',
    access: 'reader',
    about: 'Makes a token of your role or a lower one; not by a token, so that a stolen one makes no others',
    body: z.object({
      name: z.string().trim().min(1).max(80),
      role: z.enum(ROLES),
      days: z.int().min(1).max(366).default(90),
    }),
    success: 201,
    answer: z.object({
      id: z.string(),
      token: z.string().describe('Shown this once'),
      expires: z.iso.datetime(),
    }),
    handle: async ({ service, visitor, body }) => {
      const made = await makeToken(service.store.db, visitor, body);
      if ('kind' in made) return made;
      return { kind: 'json', value: { ...made, expires: made.expires.toISOString() } };
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/tokens/:id',
    access: 'reader',
    about: 'Takes a token back: one of yours after a log-in, any for owners',
    params: idParams,
    answer: z.object({ removed: z.literal(true) }),
    handle: async ({ service, visitor, params: { id } }) => {
      // A token of a reader or analyst may not delete the other tokens of its account, because it may be stolen.
      const userId = visitor.via === 'session' ? userIdOf(visitor) : undefined;
      const isAllowed = visitor.role === 'owner' || userId !== undefined;
      const removed =
        isAllowed && (await removeToken(service.store.db, id, visitor.role === 'owner' ? undefined : userId));
      return removed
        ? { kind: 'json', value: { removed: true } }
        : { kind: 'problem', status: 404, title: 'There is no such token' };
    },
  }),
];
