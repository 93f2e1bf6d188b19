/** Pairs of letters that two titles must share to be one title that was edited: Dice's coefficient. */
const EDITED = 0.55;

/** Whether one folded title is the other, edited. Pairs of letters serve every script. */
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
