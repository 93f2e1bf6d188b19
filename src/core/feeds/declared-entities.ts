import { decodeReferences } from './references.ts';

/** Limits on the number of declared entities and the length of one. */
const MAX_DECLARATIONS = 500;
const MAX_VALUE = 4096;

/**
 * A lookup of the entities declared in a DOCTYPE's internal subset, with a budget. Once a document's expansions
 * exceed it, further references become empty, so a "billion laughs" attack stays small. External entities are never
 * fetched.
 */
export function declaredEntities(
  doctype: string,
  budget: number,
): ((name: string) => string | undefined) | undefined {
  const values = new Map<string, string>();
  const declaration = /<!ENTITY\s{1,20}([\w.:-]{1,64})\s{1,20}(?:"([^"<]{0,4096})"|'([^'<]{0,4096})')/g;
  for (const match of doctype.matchAll(declaration)) {
    const [, name = '', double, single] = match;
    if (!values.has(name)) values.set(name, (double ?? single ?? '').slice(0, MAX_VALUE));
    if (values.size >= MAX_DECLARATIONS) break;
  }
  if (values.size === 0) return undefined;

  let left = budget;
  const open = new Set<string>();
  const expand = (name: string): string | undefined => {
    const value = values.get(name);
    if (value === undefined) return undefined;
    if (open.has(name) || left <= 0) return '';
    left -= value.length + 1;
    open.add(name);
    const expanded = decodeReferences(value, expand);
    open.delete(name);
    return expanded;
  };
  return expand;
}
