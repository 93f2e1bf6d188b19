import type { GazetteerData } from './gazetteer-data.ts';

/** An entity with the ways in which people write its name. */
export interface EntityName {
  readonly id: string;
  readonly name: string;
  readonly kind: 'organisation' | 'agency' | 'chip' | 'country';
  /** Its terms of all languages that are plain words, in lower case. */
  readonly forms: ReadonlySet<string>;
}

/** The names of a gazetteer, in their order. */
export function entityNames({ organisations, agencies, chips, countries }: GazetteerData): EntityName[] {
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

/** The entity with this id or name, in any case. */
export function findEntity(written: string, names: readonly EntityName[]): EntityName | undefined {
  const wanted = written.trim().toLowerCase();
  return names.find(({ id, forms }) => id === wanted || forms.has(wanted));
}
