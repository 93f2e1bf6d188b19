import { readFile } from 'node:fs/promises';
import { fileBeside } from '../../core/language/load-sync.ts';
import type { SharedArchive } from '../../io/cache/shared-archive.ts';
import { cachedModel } from './model-cache.ts';

/** The n-grams of all languages, packed for threads. */
export async function shareLanguages(): Promise<SharedArchive> {
  const packages = await Promise.all(
    [fileBeside('eld/small', '../../package.json'), fileBeside('franc', './package.json')].map(
      async (file) =>
        [file.slice(file.lastIndexOf('node_modules')), await readFile(new URL(file), 'utf8')] as const,
    ),
  );
  return cachedModel('languages', packages, async () => {
    const { compileLanguageModel } = await import('../../core/language/language-model.ts');
    return compileLanguageModel();
  });
}
