/**
 * A 32-bit unsigned hash of a string's UTF-16 units: FNV-1a, then MurmurHash3's finaliser, so that the smallest
 * hashes are a uniform sample. Stored sketches depend on it: a change makes them useless.
 */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix32(hash);
}

/** The finaliser of MurmurHash3 (Appleby, public domain): every input bit reaches every output bit. */
function mix32(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
