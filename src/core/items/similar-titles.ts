/** The share of common letter pairs (Dice's coefficient) from which a title counts as an edited version. */
const EDITED = 0.55;

/** Whether one folded title is an edited version of the other. Letter pairs work in every script. */
export function areSimilar(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  if (a === b || (Math.min(a.length, b.length) >= 8 && (a.includes(b) || b.includes(a)))) return true;
  const [first, second] = [pairs(a), pairs(b)];
  let common = 0;
  for (const pair of first) if (second.has(pair)) common += 1;
  return (2 * common) / (first.size + second.size) >= EDITED;
}

function pairs(text: string): Set<string> {
  const found = new Set<string>();
  const bare = text.slice(0, 300);
  for (let i = 0; i + 1 < bare.length; i += 1) found.add(bare.slice(i, i + 2));
  return found;
}
