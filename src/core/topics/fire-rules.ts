import { NO_ROW } from './concept-sets.ts';
import type { Zone } from './definition.ts';
import type { MatchedText } from './find-evidence.ts';
import type { Hit } from './hit.ts';
import { isMember } from './group-members.ts';
import { type HitIndex, isInZones } from './hit-index.ts';
import { MAX_NEAREST, NearestHits } from './nearest-hits.ts';
import { placeWorth } from './place-worth.ts';
import { WORD } from './segment.ts';
import type { GroupIndex } from './meaning-table.ts';
import type { CompiledRule } from './topics.ts';
import { lowerBound } from '../matching/lower-bound.ts';

/** A rule that is satisfied at one place of the article. */
export interface Firing {
  readonly rule: CompiledRule;
  /** One hit for each group of `all`, in order of the text. */
  readonly hits: readonly Hit[];
  /** The sentence that is shown and counted. */
  readonly sentence: number;
  readonly words: number;
  /** What the place is worth: 1 in the title, less in a long text. */
  readonly worth: number;
}

const NOWHERE: readonly Firing[] = [];

const OPENING: readonly Zone[] = ['title', 'lead'];

/** Every place where a rule is satisfied, at most one in each sentence. The article must name all that the rule needs. */
export function fireRule(rule: CompiledRule, index: HitIndex): readonly Firing[] {
  for (const group of rule.opening) if (!index.hasIn(group, OPENING)) return NOWHERE;
  return rule.scope === 'sentence' ? fireInSentences(rule, index) : fireNearby(rule, index);
}

/** Only the sentences that name all that the rule needs, and nothing that rules it out, are read. */
function fireInSentences(rule: CompiledRule, index: HitIndex): readonly Firing[] {
  const { sets } = index;
  const sentences = sets.together(rule.all, rule.with, rule.none);
  if (sentences === undefined) return NOWHERE;
  const anchorGroup = rarest(rule, index);
  const others = rule.all.toSpliced(rule.all.indexOf(anchorGroup), 1);
  const firings: Firing[] = [];
  for (let row = sets.next(sentences, 0); row !== NO_ROW; row = sets.next(sentences, row + 1)) {
    const firing = fireInSentence(rule, row, anchorGroup, others, index);
    if (firing !== undefined) firings.push(firing);
  }
  return firings;
}

/** The firing whose evidence is nearest together. @param row the sentence, among those with hits */
function fireInSentence(
  rule: CompiledRule,
  row: number,
  anchorGroup: GroupIndex,
  others: readonly GroupIndex[],
  index: HitIndex,
): Firing | undefined {
  const { reading, sets, inOrder, topics } = index;
  const end = sets.firstHit(row + 1);
  let best: Firing | undefined;
  for (let at = sets.firstHit(row); at < end; at++) {
    const anchor = inOrder[at]!;
    if (!isMember(topics.members, anchorGroup, anchor.concept) || !isUsable(anchor, rule, reading)) continue;
    const hits = complete(rule, anchor, at, others, index);
    if (hits === undefined || !rule.with.every((group) => isAccompanied(hits, group, index))) continue;
    const { from, to } = spanOf(hits);
    const words = (to - from) / WORD;
    if (best !== undefined && words >= best.words) continue;
    const { sentence } = anchor;
    hits.sort((a, b) => a.start - b.start);
    best = { rule, hits, sentence, words, worth: placeWorth(sentence, reading) };
  }
  return best;
}

function fireNearby(rule: CompiledRule, index: HitIndex): readonly Firing[] {
  const { reading } = index;
  const anchorGroup = rarest(rule, index);
  const others = rule.all.toSpliced(rule.all.indexOf(anchorGroup), 1);
  let best: Map<number, Firing> | undefined;
  for (const anchor of index.of(anchorGroup)) {
    if (!isUsable(anchor, rule, reading)) continue;
    const hits = complete(rule, anchor, 0, others, index);
    if (hits === undefined) continue;
    const { from, to } = spanOf(hits);
    if (!rule.with.every((group) => isAccompanied(hits, group, index))) continue;
    if (rule.none !== undefined && isVetoed(rule, rule.none, hits, from, to, index)) continue;
    const sentence = shownSentence(hits, reading);
    const words = (to - from) / WORD;
    best ??= new Map();
    const known = best.get(sentence);
    if (known === undefined || words < known.words) {
      hits.sort((a, b) => a.start - b.start);
      const isTitled = hits.some((hit) => reading.fields[hit.sentence] === 'title');
      best.set(sentence, {
        rule,
        hits,
        sentence,
        words,
        worth: isTitled ? 1 : placeWorth(sentence, reading),
      });
    }
  }
  return best === undefined ? NOWHERE : [...best.values()];
}

/** Of the groups that give the evidence, the one with the fewest hits. */
function rarest({ all }: CompiledRule, { sets }: HitIndex): GroupIndex {
  let best = all[0]!;
  let fewest = sets.count(best);
  for (const group of all) {
    const own = sets.count(group);
    if (own < fewest) {
      best = group;
      fewest = own;
    }
  }
  return best;
}

function spanOf(hits: readonly Hit[]): { readonly from: number; readonly to: number } {
  let { from, to } = hits[0]!;
  for (const hit of hits) {
    from = Math.min(from, hit.from);
    to = Math.max(to, hit.to);
  }
  return { from, to };
}

function isUsable(hit: Hit, rule: CompiledRule, reading: MatchedText): boolean {
  if (hit.negated && rule.affirmed.has(hit.concept)) return false;
  return isInZones(hit.sentence, rule.zones, reading);
}

/** Selects the nearest fitting hit of each other group, on different words. @param at as for `NearestHits`, where the rule is for one sentence */
function complete(
  rule: CompiledRule,
  anchor: Hit,
  at: number,
  groups: readonly GroupIndex[],
  index: HitIndex,
): Hit[] | undefined {
  const chosen = [anchor];
  return pick(rule, chosen, at, groups, index) ? chosen : undefined;
}

/** Adds a hit of each group that is not chosen yet; false, and nothing added, where that is impossible. */
function pick(
  rule: CompiledRule,
  chosen: Hit[],
  at: number,
  groups: readonly GroupIndex[],
  index: HitIndex,
): boolean {
  const depth = chosen.length - 1;
  if (depth === groups.length) return true;
  const candidates = new NearestHits(rule, chosen[0]!, at, groups[depth]!, index);
  for (let candidate = candidates.next(); candidate !== undefined; candidate = candidates.next()) {
    if (!isUsable(candidate, rule, index.reading)) continue;
    if (!isFurther(candidate, chosen, index.reading) || !isWithin(rule.words, candidate, chosen)) continue;
    chosen.push(candidate);
    if (pick(rule, chosen, at, groups, index)) return true;
    chosen.pop();
  }
  return false;
}

/** Whether the hit is other evidence than all that are chosen. */
function isFurther(candidate: Hit, chosen: readonly Hit[], reading: MatchedText): boolean {
  for (const hit of chosen) if (isSameEvidence(hit, candidate, reading)) return false;
  return true;
}

/** Whether two hits are the same evidence: on the same words, or the same word again where a rule needs two. */
function isSameEvidence(a: Hit, b: Hit, { text }: MatchedText): boolean {
  if (a.start < b.end && b.start < a.end) return true;
  if (a.concept !== b.concept || a.end - a.start !== b.end - b.start) return false;
  for (let at = 0; at < a.end - a.start; at++) {
    if (text.units[a.start + at] !== text.units[b.start + at]) return false;
  }
  return true;
}

function isWithin(words: number, candidate: Hit, chosen: readonly Hit[]): boolean {
  let from = candidate.from;
  let to = candidate.to;
  for (const hit of chosen) {
    from = Math.min(from, hit.from);
    to = Math.max(to, hit.to);
  }
  return to - from <= words * WORD;
}

/** Whether a sentence of the evidence contains the group, on different words. */
function isAccompanied(hits: readonly Hit[], group: GroupIndex, index: HitIndex): boolean {
  const isApart = (other: Hit) => hits.every((hit) => other.end <= hit.start || hit.end <= other.start);
  return hits.some((hit) => inSentence(index.of(group), hit.sentence).some(isApart));
}

function isVetoed(
  rule: CompiledRule,
  none: GroupIndex,
  hits: readonly Hit[],
  from: number,
  to: number,
  index: HitIndex,
): boolean {
  const vetoes = index.of(none);
  if (vetoes.length === 0) return false;
  const { paragraphs } = index.reading.segments;
  if (rule.scope === 'paragraph') {
    const paragraph = paragraphs[hits[0]!.sentence]!;
    return between(vetoes, (veto) => paragraphs[veto.sentence]! - paragraph, MAX_VETOES).length > 0;
  }
  if (hits.some((hit) => inSentence(vetoes, hit.sentence).length > 0)) return true;
  return (
    rule.scope === 'words' &&
    between(vetoes, (veto) => (veto.from < from ? -1 : veto.from > to ? 1 : 0), MAX_VETOES).length > 0
  );
}

/** One veto is enough. */
const MAX_VETOES = 1;

function inSentence(hits: readonly Hit[], sentence: number): readonly Hit[] {
  return between(hits, (hit) => hit.sentence - sentence, MAX_NEAREST);
}

/** The first hits for which `order` is 0. `order` must be ascending over the hits. */
function between(hits: readonly Hit[], order: (hit: Hit) => number, limit: number): readonly Hit[] {
  const first = lowerBound(hits.length, (index) => order(hits[index]!) >= 0);
  let end = first;
  while (end < hits.length && end - first < limit && order(hits[end]!) === 0) end++;
  return hits.slice(first, end);
}

/** The sentence of the text with most of the evidence; the title if all of it is there. */
function shownSentence(hits: readonly Hit[], reading: MatchedText): number {
  const counts = new Map<number, number>();
  for (const hit of hits) counts.set(hit.sentence, (counts.get(hit.sentence) ?? 0) + 1);
  let best = hits[0]!.sentence;
  let bestRank = -1;
  for (const [sentence, count] of counts) {
    const rank = count * 2 + (reading.fields[sentence] === 'title' ? 0 : 1);
    if (rank > bestRank) {
      best = sentence;
      bestRank = rank;
    }
  }
  return best;
}
