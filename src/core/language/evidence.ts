/** The evidence for each language: log-likelihoods in nats, meaningful only relative to each other. */
export type LanguageEvidence = Map<string, number>;

/** The posterior probability of each language by Bayes' rule, best first. */
export function posterior(evidence: LanguageEvidence): [language: string, share: number][] {
  const best = Math.max(...evidence.values());
  let sum = 0;
  const shares: [string, number][] = [];
  for (const [language, nats] of evidence) {
    const share = Math.exp(nats - best);
    sum += share;
    shares.push([language, share]);
  }
  return shares
    .map(([language, share]): [string, number] => [language, share / sum])
    .sort((a, b) => b[1] - a[1]);
}

/** By how much the best language is ahead of the second. */
export function lead(evidence: LanguageEvidence): number {
  let first = -Infinity;
  let second = -Infinity;
  for (const nats of evidence.values()) {
    if (nats > first) [first, second] = [nats, first];
    else if (nats > second) second = nats;
  }
  return first - second;
}

/** Adds to a language that is a candidate; others stay out. */
export function addNats(evidence: LanguageEvidence, language: string, nats: number): void {
  const before = evidence.get(language);
  if (before !== undefined) evidence.set(language, before + nats);
}
