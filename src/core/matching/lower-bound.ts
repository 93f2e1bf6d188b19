/**
 * The first index below `length` for which the condition holds, by binary search; `length` where it never holds. From
 * that index on it must hold for all.
 */
export function lowerBound(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
