/** Deeper values are left out. */
const MAX_DEPTH = 120;

/**
 * Whether a list is data in which every value stands once and objects and lists name the places of their values: the form of
 * Nuxt and SvelteKit (`devalue`), and of React Router (`turbo-stream`), where names of fields are places too (`{"_1":2}`).
 */
export function isFlatData(list: readonly unknown[]): boolean {
  const first = list[0];
  if (list.length < 4 || typeof first !== 'object' || first === null) return false;
  const places = Array.isArray(first) ? (isTagged(first) ? first.slice(1) : undefined) : Object.values(first);
  return places !== undefined && places.length > 0 && places.every((place) => isPlace(place, list));
}

function isPlace(place: unknown, list: readonly unknown[]): boolean {
  return typeof place === 'number' && Number.isInteger(place) && place < list.length;
}

/** `["Reactive", 1]`, `["Date", "2026-03-01"]` */
function isTagged(value: readonly unknown[]): boolean {
  return typeof value[0] === 'string' && value.length >= 2;
}

/** The value at the first place, with all that it names. A value that several name is one object, which may name itself. */
export function fromFlatData(list: readonly unknown[]): unknown {
  const known = new Map<number, unknown>();
  const at = (place: unknown, depth: number): unknown => {
    if (!isPlace(place, list) || depth > MAX_DEPTH) return undefined;
    const index = place as number;
    if (known.has(index)) return known.get(index);
    const value = list[index];
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      if (isTagged(value)) {
        if (value.length === 2 && typeof value[1] === 'string') return value[1];
        if (value.length === 2) return at(value[1], depth + 1);
      }
      const made: unknown[] = [];
      known.set(index, made);
      for (const one of isTagged(value) ? value.slice(1) : value) made.push(at(one, depth + 1));
      return made;
    }
    const made: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    known.set(index, made);
    for (const [key, one] of Object.entries(value)) {
      const name = /^_\d+$/.test(key) ? list[Number(key.slice(1))] : key;
      if (typeof name === 'string') made[name] = at(one, depth + 1);
    }
    return made;
  };
  return at(0, 0);
}
