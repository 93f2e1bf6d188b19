import { mkdtempSync, readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Agent, request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { FetchError, type PageSource } from '../../src/io/http/page-source.ts';
import { createDocumentReader } from '../../src/pipeline/threads/document-reader.ts';
import type { WebRoute } from '../../src/web/route.ts';
import { ROUTES } from '../../src/web/routes.ts';
import { type Somebody, type TestConsole, testConsole } from '../support/web-console.ts';

/** Strings that have broken other programs, and ones longer than anybody types. */
const HOSTILE = [
  ...(JSON.parse(readFileSync('fixtures/fuzz/requests.json', 'utf8')) as string[]),
  '海'.repeat(3_000),
];

const topics = mkdtempSync(path.join(os.tmpdir(), 'chipwatch-fuzz-topics-'));
const reader = createDocumentReader({
  threads: 1,
  topics: 'config/topics',
  entities: 'config/entities.yaml',
});
/** These tests need no network; a request would be an error. */
const source: PageSource = {
  async get({ url }) {
    throw new FetchError('connection', url, 'There is no network here.');
  },
};
let console_: TestConsole;
beforeAll(async () => {
  // The rule lab writes topic files.
  await cp('config/topics', topics, { recursive: true });
  console_ = await testConsole({ auth: 'accounts' }, { config: { topics }, pipeline: { reader, source } });
});
afterAll(async () => {
  await console_[Symbol.asyncDispose]();
  await reader.close();
  await rm(topics, { recursive: true });
});

type Fields = Readonly<Record<string, string>>;

/**
 * A valid value for each field of the route, so that a request passes the checks of the fields that are not tested.
 */
function soundFields(schema: z.ZodType | undefined): Fields {
  if (schema === undefined) return {};
  const { properties = {}, required = [] } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as {
    properties?: Record<string, { enum?: string[]; type?: string; minimum?: number }>;
    required?: string[];
  };
  return Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [
      name,
      required.includes(name) ? (field.enum?.[0] ?? (field.type === 'string' ? 'a' : '1')) : '',
    ]),
  );
}

interface Caller {
  readonly somebody: Somebody;
  readonly dispatcher: Agent;
}

async function answerTo(
  route: WebRoute,
  { somebody, dispatcher }: Caller,
  { params, query, body }: { params: Fields; query: Fields; body: Fields },
): Promise<{ status: number; text: string }> {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeAnything(params[name] ?? '1'));
  const filled = (fields: Fields) =>
    Object.entries(fields)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `${name}=${encodeAnything(value)}`)
      .join('&');
  const response = await request(`${console_.web.url}${path}?${filled(query)}`, {
    method: route.method,
    dispatcher,
    headers: {
      cookie: somebody.cookie,
      ...(route.method === 'GET' ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(route.method === 'GET' ? {} : { body: filled({ ...body, csrf: somebody.csrf }) }),
  });
  return { status: response.statusCode, text: await response.body.text() };
}

/** Lone surrogates are sent as the bytes that a broken client would send. */
function encodeAnything(value: string): string {
  return value.replaceAll(/[\s\S]/gu, (letter) =>
    letter.isWellFormed() ? encodeURIComponent(letter) : '%ED%A0%80',
  );
}

/** Routes that limit the number of tries for each client address. */
const HAS_OWN_LIMIT = new Set(['POST /login', 'POST /account/password']);
let addresses = 0;

test.each(ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s responds to hostile input',
  async (name, route) => {
    const sound = {
      params: soundFields(route.params),
      query: soundFields(route.query),
      body: soundFields(route.body),
    };
    const failed: string[] = [];
    for (const part of ['params', 'query', 'body'] as const)
      for (const field of Object.keys(sound[part])) {
        // Each field is tried from its own client address, because requests of one address are limited.
        addresses += 1;
        const dispatcher = new Agent({ localAddress: `127.0.${1 + (addresses >> 8)}.${addresses & 255}` });
        const caller = { dispatcher, somebody: await console_.somebody('owner', `visitor ${addresses}`) };
        const answers = await Promise.all(
          HOSTILE.map(async (value) => ({
            value,
            ...(await answerTo(route, caller, { ...sound, [part]: { ...sound[part], [field]: value } })),
          })),
        );
        for (const { value, status, text } of answers) {
          const isRefused = status === 429 && HAS_OWN_LIMIT.has(name);
          if (!isRefused && (status >= 500 || status === 429))
            failed.push(`${field}=${JSON.stringify(value.slice(0, 50))}: ${status} ${text.slice(0, 200)}`);
        }
        await dispatcher.close();
      }
    expect(failed).toEqual([]);
  },
  60_000,
);
