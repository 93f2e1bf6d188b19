/**
 * Sets a key of a map that keeps the latest entries only: if there are more than `most`, the one that was set first is
 * deleted.
 */
export function remember<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}
