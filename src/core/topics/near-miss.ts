import type { Hit } from './hit.ts';
import { type HitIndex, isInZones } from './hit-index.ts';
import type { Passage } from './match.ts';
import type { Passages } from './passages.ts';
import { WORD } from './segment.ts';
import type { CompiledRule, Topics } from './topics.ts';
import type { GroupIndex } from './meaning-table.ts';

/** The sentence in which a rule nearly fired, and what was missing. */
export interface NearMiss {
  readonly passage: Passage;
  /** Groups of concepts that the sentence lacks; one concept of each group is needed. */
  readonly missing: readonly (readonly string[])[];
  /** The reason in words, where no group is missing. */
  readonly reason: string | undefined;
}

/**
 * Finds the sentence with all but one of the rule's groups, or with all of them where a veto or the distance
 * prevented it.
 */
export function findNearMiss(rule: CompiledRule, index: HitIndex, passages: Passages): NearMiss | undefined {
  const { topics } = index;
  const wanted = [...new Set([...rule.all, ...rule.with])];
  const found = new Map<number, Map<GroupIndex, Hit>>();
  for (const group of wanted) {
    for (const hit of index.of(group)) {
      if (!isInZones(hit.sentence, rule.zones, index.reading)) continue;
      const own = found.get(hit.sentence) ?? new Map<GroupIndex, Hit>();
      if (!own.has(group)) own.set(group, hit);
      found.set(hit.sentence, own);
    }
  }
  let best: readonly [number, Map<GroupIndex, Hit>] | undefined;
  for (const entry of found) if (entry[1].size > (best?.[1].size ?? 0)) best = entry;
  if (best === undefined || best[1].size < Math.max(1, wanted.length - 1)) return undefined;
  const [sentence, present] = best;
  const hits = [...present.values()].toSorted((a, b) => a.start - b.start);
  const passage = passages.of([{ rule, hits, sentence }])[0];
  if (passage === undefined) return undefined;
  const missing = wanted.filter((group) => !present.has(group)).map((group) => names(group, topics));
  return { passage, missing, reason: missing.length > 0 ? undefined : reasonOf(rule, hits, index) };
}

function names(group: GroupIndex, topics: Topics): string[] {
  return topics.groups[group]!.map((concept) => topics.concepts[concept]!);
}

function reasonOf(rule: CompiledRule, hits: readonly Hit[], index: HitIndex): string {
  const { topics } = index;
  for (const group of rule.article) {
    if (!index.has(group)) return `the article does not name ${names(group, topics).join(' or ')}`;
  }
  for (const group of rule.opening) {
    if (!index.hasIn(group, ['title', 'lead'])) {
      return `title and lead do not name ${names(group, topics).join(' or ')}`;
    }
  }
  const veto =
    rule.none === undefined
      ? undefined
      : index.of(rule.none).find((other) => hits.some((hit) => hit.sentence === other.sentence));
  if (veto !== undefined) return `ruled out by ${topics.concepts[veto.concept]}`;
  if (hits.some((hit) => hit.negated && rule.affirmed.has(hit.concept))) return 'negated';
  const span = (Math.max(...hits.map((hit) => hit.to)) - Math.min(...hits.map((hit) => hit.from))) / WORD;
  if (span > rule.words) return `${Math.round(span)} words apart, ${rule.words} allowed`;
  return 'two concepts share the same words';
}
