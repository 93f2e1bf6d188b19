import { readFile } from 'node:fs/promises';
import type { Gazetteer } from '../../core/entities/gazetteer.ts';
import { type SharedArchive, unpackShared } from '../../io/cache/shared-archive.ts';
import { cachedModel } from './model-cache.ts';

/** Reads and compiles the gazetteer. @throws GazetteerError, or the file system's error */
export async function loadGazetteer(file: string): Promise<Gazetteer> {
  return unpackShared(await shareGazetteer(file, await readFile(file, 'utf8'))) as Gazetteer;
}

/** The same, packed for threads; `source` is the content of `file`. */
export async function shareGazetteer(file: string, source: string): Promise<SharedArchive> {
  return cachedModel('gazetteer', [['entities', source]], async () => {
    const [{ compileGazetteer }, { parseGazetteer }] = await Promise.all([
      import('../../core/entities/gazetteer.ts'),
      import('../../core/entities/gazetteer-data.ts'),
    ]);
    return compileGazetteer(parseGazetteer(source, file));
  });
}
