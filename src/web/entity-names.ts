import { readFile, stat } from 'node:fs/promises';
import { parseGazetteer } from '../core/entities/gazetteer-data.ts';

/** An entity with the ways in which people write its name. */
export interface EntityName {
  readonly id: string;
  readonly name: string;
  readonly kind: 'organisation' | 'agency' | 'chip' | 'country';
  /** Its terms of all languages that are plain words, in lower case. */
  readonly forms: ReadonlySet<string>;
}

/** The gazetteer's names by file. Read again when the file changes. */
const read = new Map<string, { readonly at: number; readonly names: readonly EntityName[] }>();

/** The names of the gazetteer; empty where the file cannot be read. */
export async function getEntityNames(file: string | undefined): Promise<readonly EntityName[]> {
  if (file === undefined) return [];
  try {
    const { mtimeMs } = await stat(file);
    const known = read.get(file);
    if (known?.at === mtimeMs) return known.names;
    const names = namesOf(await readFile(file, 'utf8'), file);
    read.set(file, { at: mtimeMs, names });
    return names;
  } catch {
    // The file may be incomplete in the middle of an edit; the previous names serve until then.
    return read.get(file)?.names ?? [];
  }
}

function namesOf(source: string, file: string): EntityName[] {
  const { organisations, agencies, chips, countries } = parseGazetteer(source, file);
  const section = (kind: EntityName['kind'], entries: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(entries).map(
      ([id, terms]): EntityName => ({
        id,
        name: plain(terms[0] ?? id),
        kind,
        forms: new Set(terms.map((term) => plain(term).toLowerCase()).filter((term) => !/[()|*]/.test(term))),
      }),
    );
  return [
    ...section('organisation', organisations),
    ...section('agency', agencies),
    ...section('chip', chips),
    ...section('country', countries),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function plain(term: string): string {
  return term.replace(/^=/, '');
}
