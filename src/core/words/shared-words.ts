/** How many words of one text are in another: `matched` of `of`. */
export interface Share {
  readonly matched: number;
  readonly of: number;
}

/** How many of `words` are among `found`. */
export function shareOf(words: ReadonlySet<string>, found: ReadonlySet<string>): Share {
  let matched = 0;
  for (const word of words) if (found.has(word)) matched++;
  return { matched, of: words.size };
}

/**
 * Whether the share is one that only texts on the same subject have. Measured on 698 stored articles: in 597 of 618
 * at least three tenths of the headline's words are in the text; in pairs of different articles that happens once in
 * eighteen.
 */
export function isMuch({ matched, of }: Share): boolean {
  return matched >= Math.min(2, of) && matched > 0 && matched >= 0.3 * of;
}

/** Whether there was enough to compare and almost nothing is shared. */
export function isNone({ matched, of }: Share): boolean {
  return of >= 3 && matched < 0.15 * of;
}
