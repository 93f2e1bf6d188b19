import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createDocumentReader, type DocumentReader } from '../../src/pipeline/threads/document-reader.ts';
import { callApi } from './api-calls.ts';
import { publishingAt, storeItems, topicFiles } from './archive.ts';
import { type FormBrowser, formBrowser, type ShownPage } from './html-forms.ts';
import { testConsole, type TestConsole } from './web-console.ts';

export const PADDING =
  'Reporters spoke to several people who know the matter and asked not to be named in public.';
const item = (id: string, title: string, body: string) => ({ id, lang: 'eng', title, body });
export const NEAR = Array.from({ length: 8 }, (_, n) =>
  item(
    `near-${n}`,
    `Ministry number ${n} weighs sanctions`,
    `A tonnage ceiling is discussed in city ${n}. ${PADDING}`,
  ),
);
const OTHERS = Array.from({ length: 30 }, (_, n) =>
  item(`other-${n}`, `Concert number ${n} delights`, `Musicians played in city ${n} until late. ${PADDING}`),
);
/** In these "embargo" is always about the topic and "sanctions" never. */
const LABELLED = Array.from({ length: 30 }, (_, n) => [
  { ...item(`yes-${n}`, `Minister number ${n} announces embargo`, PADDING), topics: ['trade'] },
  { ...item(`no-${n}`, `Referee number ${n} sanctions player`, PADDING), topics: [] },
]).flat();

export interface ArchiveConsole extends AsyncDisposable {
  readonly console: TestConsole;
  readonly reader: DocumentReader;
  /** The directory of topics; labelled items lie where the service looks for them. */
  readonly topics: string;
  readonly browser: FormBrowser;
  readonly token: string;
  /** The page once the work is done: until then it loads itself again. */
  done(page: ShownPage): Promise<ShownPage>;
  /** A call with a token, which needs no log-in here. */
  call<T = Record<string, unknown>>(
    path: string,
    method?: string,
    body?: unknown,
  ): Promise<{ status: number; body: T }>;
  /** What came of work that a call began. */
  outcomeOf(begun: { status: number; body: Record<string, unknown> }): Promise<Record<string, unknown>>;
}

/** A console over an archive in which eight articles nearly match the only topic, and thirty do not. */
export async function archiveConsole(): Promise<ArchiveConsole> {
  // Half the threshold: such matches are only possible.
  const rules = await topicFiles({ trade: { terms: 'embargo, sanctions', weight: 5 } });
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-archive-'));
  const topics = path.join(directory, 'config', 'topics');
  await mkdir(path.join(directory, 'fixtures'), { recursive: true });
  await cp(path.dirname(rules.topics), path.dirname(topics), { recursive: true });
  await rules[Symbol.asyncDispose]();
  await writeFile(
    path.join(topics, 'concepts.yaml'),
    'concepts:\n  sport:\n    en: |\n      referee\n      player\n',
  );
  await writeFile(
    path.join(directory, 'fixtures', 'labelled.jsonl'),
    LABELLED.map((one) => JSON.stringify(one)).join('\n'),
  );
  const entities = path.join(directory, 'config', 'entities.yaml');
  const reader = createDocumentReader({ threads: 1, topics, entities });
  const console = await testConsole({}, { config: { topics, entities }, pipeline: { reader } });
  const browser = formBrowser(console.web.url);
  const { token } = await console.somebody('owner');
  await storeItems(console.db, [...NEAR, ...OTHERS], {
    rules: { topics, entities },
    at: new Date(Date.now() - 5 * 3_600_000),
    publishing: publishingAt(() => new Date()),
  });
  const call = <T = Record<string, unknown>>(path: string, method = 'GET', body?: unknown) =>
    callApi<T>(`${console.web.url}/api/v1`, path, { token, method, body });
  return {
    console,
    reader,
    topics,
    browser,
    token,
    call,
    async done(page) {
      let shown = page;
      while (shown.text.includes('Under way')) shown = await browser.open(shown.path);
      return shown;
    },
    async outcomeOf(begun) {
      if (begun.status !== 202) throw new Error(`the work was not begun: ${JSON.stringify(begun)}`);
      for (;;) {
        const { body } = await call(`/archive/tasks/${String(begun.body['id'])}`);
        if (body['status'] !== 'running') return body;
      }
    },
    async [Symbol.asyncDispose]() {
      await console[Symbol.asyncDispose]();
      await reader.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
