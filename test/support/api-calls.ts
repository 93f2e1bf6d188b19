import { expect } from 'vitest';
import { z } from 'zod';
import { ROUTES } from '../../src/web/routes.ts';
import type { Somebody } from './web-console.ts';

export type Json = Record<string, unknown>;

/** The parts of the OpenAPI document that the tests read. */
export interface Described {
  readonly openapi: string;
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly parameters: readonly { readonly name: string }[] }>>>
  >;
}

export const CALLS = ROUTES.filter(
  ({ path }) => path.startsWith('/api/v1/') && path !== '/api/v1/openapi.json',
);
/** Calls whose answers matched their schemas. */
export const answered = new Set<string>();

/** Calls the API and checks the answer against the schema that the document declares. */
export async function callApi<T = Json>(
  base: string,
  path: string,
  {
    token,
    session,
    method = 'GET',
    body,
  }: {
    readonly token: string;
    readonly session?: Pick<Somebody, 'cookie' | 'csrf'>;
    readonly method?: string;
    readonly body?: unknown;
  },
) {
  const response = await fetch(`${base}${path}`, {
    method,
    headers: {
      ...(session === undefined
        ? { authorization: `Bearer ${token}` }
        : { cookie: session.cookie, 'x-csrf-token': session.csrf }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const value = text === '' ? undefined : (JSON.parse(text) as unknown);
  if (response.ok) hold(method, `/api/v1${path.split('?')[0]}`, response.status, value);
  return { response, status: response.status, body: value as T };
}

function hold(method: string, path: string, status: number, value: unknown): void {
  const own = CALLS.filter((one) => one.method === method && matches(one.path, path));
  // `/feeds/preview` is no feed of that number.
  const route = own.toSorted((a, b) => Number(a.path.includes(':')) - Number(b.path.includes(':')))[0];
  if (route === undefined) return;
  expect(status, path).toBe(route.success ?? 200);
  const parsed = (route.answer as z.ZodType).safeParse(value);
  expect(parsed.success ? '' : z.prettifyError(parsed.error), path).toBe('');
  answered.add(`${method} ${route.path}`);
}

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`).test(path);
}
