import { gunzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { createDocumentReader } from '../../src/pipeline/threads/document-reader.ts';
import { answered, callApi, type Json } from './api-calls.ts';
import { topicFiles } from './archive.ts';
import { testConsole } from './web-console.ts';

/** Edits, tries, saves and rolls back topics, and works on the archive, as people of each role. */
export async function useTopics(): Promise<void> {
  // Few rules, so that the test does not wait for the compiler.
  const files = await topicFiles({ chips: { terms: 'chip' } });
  const reader = createDocumentReader({ threads: 1, ...files });
  await using small = await testConsole(
    { auth: 'accounts' },
    { config: files, service: { pipeline: { reader } as never } },
  );
  const people = { owner: await small.somebody('owner'), analyst: await small.somebody('analyst') };
  const call = (
    path: string,
    { as = 'owner', ...asked }: { method?: string; body?: unknown; as?: 'owner' | 'analyst' } = {},
  ) => callApi<Json>(`${small.web.url}/api/v1`, path, { ...asked, token: people[as].token });
  const lab = (path: string, asked: { method?: string; body?: unknown; as?: 'owner' | 'analyst' } = {}) =>
    call(`/topics${path}`, asked);
  const { files: known } = (await lab('')).body as { files: { file: string; topic: string | null }[] };
  const file = known.find(({ topic }) => topic === 'chips')?.file;
  const { source, base } = (await lab(`/source?file=${file}`)).body as { source: string; base: string };
  const explained = await lab('/explain', {
    method: 'POST',
    body: { text: 'A chip is seized\nIn the port.' },
  });
  expect(explained.body).toMatchObject({ language: 'eng', topics: [{ topic: 'chips', level: 'sure' }] });
  const changed = source.replace('title: ', 'title: New ');
  const { body } = await lab('/tries', { method: 'POST', body: { file, source: changed }, as: 'analyst' });
  expect((await lab('/tries', { method: 'POST', body: { file, source } })).status).toBe(409);
  let outcome = await lab(`/tries/${body['id']}`);
  while (outcome.body['status'] === 'running') outcome = await lab(`/tries/${body['id']}`);
  expect(outcome.body).toMatchObject({ status: 'tried', stories: { gained: 0, lost: 0 }, read: 0 });
  const save = { file, source: changed, base, note: 'another title' };
  expect((await lab('/source', { method: 'PUT', body: save, as: 'analyst' })).status).toBe(403);
  const faulty = { ...save, source: source.replace(/^topic: /m, 'tipic: ') };
  expect((await lab('/source', { method: 'PUT', body: faulty })).status).toBe(422);
  expect((await lab('/source', { method: 'PUT', body: save })).body).toEqual({ saved: true, file });
  expect((await lab('/source', { method: 'PUT', body: save })).status).toBe(409);
  const { versions } = (await lab(`/versions?file=${file}`)).body as { versions: { id: string }[] };
  await lab('/rollback', { method: 'POST', body: { version: versions[0]?.id } });
  expect((await lab(`/source?file=${file}`)).body['source']).toBe(source);
  await useArchive(call, small.web.url, people.owner.token);
  await reader.close();
}

type Call = (
  path: string,
  asked?: { method?: string; body?: unknown; as?: 'owner' | 'analyst' },
) => ReturnType<typeof callApi<Json>>;

/** Begins every kind of work on the archive, and waits for what comes of it. */
async function useArchive(call: Call, url: string, token: string): Promise<void> {
  const tidy = await call('/topics/tidy', {
    method: 'POST',
    body: { source: 'c:\n  a:\n    en: |\n      z\n      b\n' },
  });
  expect(tidy.body['source']).toMatch(/b\n +z/);
  const work = async (kind: string, body: object, as: 'owner' | 'analyst' = 'owner') => {
    const begun = await call(`/archive/${kind}`, { method: 'POST', body, as });
    expect(begun.status, kind).toBe(202);
    for (;;) {
      const found = await call(`/archive/tasks/${begun.body['id']}`, { as });
      if (found.body['status'] !== 'running') return found.body;
    }
  };
  const articles = [{ url: 'https://a.example/1', title: 'A chip is seized', outlet: 'A' }, 7];
  expect(await work('import', { articles })).toMatchObject({ stored: 1, matched: 1, refused: [{ line: 2 }] });
  expect(await work('suggest', {}, 'analyst')).toEqual({ status: 'suggested', languages: [] });
  // None of the shipped labelled texts has the topic.
  expect(await work('fit', { topic: 'chips' }, 'analyst')).toMatchObject({ status: 'failed' });
  expect(await work('reapply', { days: '30' })).toMatchObject({
    status: 'reapplied',
    dry: true,
    articles: 1,
  });
  const refused = await call('/archive/reapply', { method: 'POST', body: { days: '30' }, as: 'analyst' });
  expect(refused.status).toBe(403);
  const response = await fetch(`${url}/api/v1/archive/backup`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(gunzipSync(Buffer.from(await response.arrayBuffer())).toString()).toContain('A chip is seized');
  answered.add('POST /api/v1/archive/backup');
}
