/** In a shorter document dates are alike or apart by chance. */
const FEWEST_DATES = 3;

/** The dates, in milliseconds, that one entry of a document has alone; none in a document with hardly any dates. */
export function ownDatesOf(
  entries: readonly { readonly published: Date | undefined }[],
): ReadonlySet<number> {
  const times = entries.flatMap(({ published }) => published?.getTime() ?? []);
  const own = new Set(times);
  if (own.size < FEWEST_DATES) return new Set();
  const seen = new Set<number>();
  for (const time of times) {
    if (seen.has(time)) own.delete(time);
    seen.add(time);
  }
  return own;
}
