import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { openDiskCache } from '../../io/cache/disk-cache.ts';
import { packShared, type SharedArchive } from '../../io/cache/shared-archive.ts';

/** The folders of the code that compiles models. When the code changes, cached models are not used. */
const COMPILERS = ['entities', 'language', 'matching', 'topics', 'words', 'yaml'];

/** Source files by name. */
export type Sources = readonly (readonly [name: string, content: string])[];

/**
 * A compiled model: from the disk cache where the same code compiled the same sources before, else compiled now and
 * cached. The key is a hash of everything that the result depends on, so nothing in the cache is ever out of date.
 *
 * @throws what `compile` throws
 */
export async function cachedModel(
  name: string,
  sources: Sources,
  compile: () => Promise<unknown>,
): Promise<SharedArchive> {
  const cache = openDiskCache();
  const key = await keyOf(sources);
  const kept = await cache.read(name, key);
  if (kept !== undefined) return kept;
  const archive = packShared(await compile());
  await cache.write(name, key, archive);
  return archive;
}

/** A model that was compiled from these sources before, by the same code. */
export async function findModel(name: string, sources: Sources): Promise<SharedArchive | undefined> {
  return openDiskCache().read(name, await keyOf(sources));
}

async function keyOf(sources: Sources): Promise<string> {
  compilers ??= hashCompilers();
  const hash = createHash('sha256').update(await compilers);
  for (const [name, content] of sources) hash.update(`${name}\0${content.length}\0${content}`);
  return hash.digest('base64url').slice(0, 32);
}

let compilers: Promise<Buffer> | undefined;

async function hashCompilers(): Promise<Buffer> {
  // Serialisation depends on the version of V8, case folding on that of Unicode.
  const { v8, unicode } = process.versions;
  const hash = createHash('sha256').update(`${v8} ${unicode}`);
  for (const folder of COMPILERS) {
    const root = new URL(`../../core/${folder}/`, import.meta.url);
    const names = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.ts')).sort();
    const texts = await Promise.all(names.map((name) => readFile(new URL(name, root))));
    for (const [index, text] of texts.entries())
      hash.update(`${names[index]}\0${text.length}\0`).update(text);
  }
  return hash.digest();
}
