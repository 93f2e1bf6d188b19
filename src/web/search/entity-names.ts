import { readFile, stat } from 'node:fs/promises';
import { type EntityName, entityNames } from '../../core/entities/entity-names.ts';
import { parseGazetteer } from '../../core/entities/gazetteer-data.ts';

/** The gazetteer's names by file. Read again when the file changes. */
const read = new Map<string, { readonly at: number; readonly names: readonly EntityName[] }>();

/** The names of the gazetteer; empty where the file cannot be read. */
export async function getEntityNames(file: string): Promise<readonly EntityName[]> {
  try {
    const { mtimeMs } = await stat(file);
    const known = read.get(file);
    if (known?.at === mtimeMs) return known.names;
    const names = entityNames(parseGazetteer(await readFile(file, 'utf8'), file));
    read.set(file, { at: mtimeMs, names });
    return names;
  } catch {
    // The file may be incomplete in the middle of an edit; the previous names serve until then.
    return read.get(file)?.names ?? [];
  }
}
