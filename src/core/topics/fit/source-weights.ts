/**
 * The smallest size that counts for a source: a few articles, such as the first judgements, must not weigh as much as
 * hundreds.
 */
const LEAST_SOURCE = 50;

/**
 * The weight of an article by its source. A source counts by the square root of its size, so that the largest does
 * not decide alone.
 */
export function sourceWeights(sources: readonly string[]): (source: string) => number {
  const sizes = new Map<string, number>();
  for (const source of sources) sizes.set(source, (sizes.get(source) ?? 0) + 1);
  const least = Math.min(LEAST_SOURCE, Math.max(...sizes.values()));
  const roots = [...sizes.values()].reduce((sum, size) => sum + Math.sqrt(size), 0);
  return (source) => sources.length / roots / Math.sqrt(Math.max(least, sizes.get(source) ?? 1));
}
