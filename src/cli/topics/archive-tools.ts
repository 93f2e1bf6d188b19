import type { ArchiveProgress } from '../../pipeline/topics/classify-archive.ts';
import { createDocumentReader, type DocumentReader } from '../../pipeline/threads/document-reader.ts';
import { RulesError } from '../../service/rules-error.ts';
import { plain } from '../output.ts';
import { type Progress, startProgress } from '../progress.ts';

export interface OpenRules extends AsyncDisposable {
  readonly reader: DocumentReader;
}

/** @throws RulesError */
export async function openRules({
  topics,
  entities,
}: {
  readonly topics: string;
  readonly entities: string;
}): Promise<OpenRules> {
  const reader = createDocumentReader({ threads: 1, topics, entities });
  const outcome = await reader.useRules();
  if (outcome.status === 'faulty') {
    await reader.close();
    throw new RulesError(outcome.message);
  }
  return { reader, [Symbol.asyncDispose]: () => reader.close() };
}

export async function withProgress<T>(work: (progress: ArchiveProgress) => Promise<T>): Promise<T> {
  let bar: Progress | undefined;
  try {
    return await work({
      start(articles) {
        bar = startProgress(articles, 'articles');
      },
      step: (title) => bar?.step(plain(title).slice(0, 40)),
    });
  } finally {
    bar?.stop();
  }
}
