/** How strongly a text speaks for each language: log-likelihoods in nats, meaningful only relative to each other. */
export type Evidence = Map<string, number>;

/** Adds `weight` times `more` to `evidence`; a language missing in either counts as that side's `floor`. */
export function addEvidence(evidence: Evidence, more: ReadonlyMap<string, number>, weight = 1): void {
  for (const [language, score] of more) {
    evidence.set(language, (evidence.get(language) ?? 0) + weight * score);
  }
}

/** Bayes: the share of each language among all candidates, best first. */
export function posterior(evidence: Evidence): [language: string, share: number][] {
  const best = Math.max(...evidence.values());
  let sum = 0;
  const shares: [string, number][] = [];
  for (const [language, score] of evidence) {
    const share = Math.exp(score - best);
    sum += share;
    shares.push([language, share]);
  }
  return shares
    .map(([language, share]): [string, number] => [language, share / sum])
    .sort((a, b) => b[1] - a[1]);
}
