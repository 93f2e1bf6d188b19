/**
 * The known word that was probably meant; undefined where none is similar. Case is ignored. One mistake for every
 * three letters is allowed (as by Damerau: a letter missing, added or changed, or two exchanged).
 */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase().slice(0, MAX_LENGTH);
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const other = candidate.toLowerCase().slice(0, MAX_LENGTH);
    // The difference in length alone is at least so many mistakes.
    if (Math.abs(wanted.length - other.length) >= least) continue;
    const distance = editDistance(wanted, other);
    if (distance >= least) continue;
    least = distance;
    nearest = candidate;
  }
  return nearest;
}

/** `; did you mean "…"?`, or empty where no known word is similar. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const nearest = nearestWord(word, known);
  return nearest === undefined ? '' : `; did you mean "${nearest}"?`;
}

const MAX_LENGTH = 80;

/** The optimal string alignment distance, row by row. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const here = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min(last[column]! + 1, here[column - 1]! + 1, last[column - 1]! + changed);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, before[column - 2]! + 1);
      here.push(least);
    }
    before = last;
    last = here;
  }
  return last[b.length]!;
}
