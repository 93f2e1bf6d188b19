import type { Zone } from './definition.ts';
import type { MatchedText } from './find-evidence.ts';
import type { Hit } from './hit.ts';
import { type HitIndex, isInZones } from './hit-index.ts';
import { MAX_NEAREST, NearestHits } from './nearest-hits.ts';
import { WORD } from './segment.ts';
import type { CompiledRule, CompiledTopic } from './topics.ts';
import type { GroupIndex } from './meaning-table.ts';
import { lowerBound } from '../matching/lower-bound.ts';

/** A rule that is satisfied at one place of the article. */
export interface Firing {
  readonly rule: CompiledRule;
  /** One hit for each group of `all`, in order of the text. */
  readonly hits: readonly Hit[];
  /** The sentence that is shown and counted. */
  readonly sentence: number;
  readonly words: number;
}

const NOWHERE: readonly Firing[] = [];

const OPENING: readonly Zone[] = ['title', 'lead'];

/** Every place where a rule of the topic is satisfied, in order of the rules. */
export function fireRules({ rules, needs }: CompiledTopic, index: HitIndex): Firing[] {
  const firings: Firing[] = [];
  for (let at = 0; at < rules.length; at++) {
    if (!index.sets.hasNeeds(needs, at)) continue;
    for (const firing of fireNamed(rules[at]!, index)) firings.push(firing);
  }
  return firings;
}

/** Every place where one rule of the topic is satisfied, at most one in each sentence. */
export function fireRule(rule: CompiledRule, { rules, needs }: CompiledTopic, index: HitIndex) {
  return index.sets.hasNeeds(needs, rules.indexOf(rule)) ? fireNamed(rule, index) : NOWHERE;
}

/** The same, for a rule of whose needs the article names all. */
function fireNamed(rule: CompiledRule, index: HitIndex): readonly Firing[] {
  for (const group of rule.opening) if (!index.hasIn(group, OPENING)) return NOWHERE;
  return rule.scope === 'sentence' ? fireInSentences(rule, index) : fireNearby(rule, index);
}

/** Only the sentences that name all that the rule needs, and nothing that rules it out, are read. */
function fireInSentences(rule: CompiledRule, index: HitIndex): readonly Firing[] {
  const { reading, sets } = index;
  const sentences = sets.together(rule.all, rule.with, rule.none);
  if (sentences === undefined) return NOWHERE;
  const anchorGroup = rarest(rule, index);
  const others = rule.all.toSpliced(rule.all.indexOf(anchorGroup), 1);
  const firings: Firing[] = [];
  for (const anchor of index.of(anchorGroup)) {
    if (!sets.isIn(sentences, anchor.sentence) || !isUsable(anchor, rule, reading)) continue;
    const hits = complete(rule, anchor, others, index);
    if (hits === undefined || !rule.with.every((group) => isAccompanied(hits, group, index))) continue;
    const { from, to } = spanOf(hits);
    const { sentence } = anchor;
    const words = (to - from) / WORD;
    const last = firings.at(-1);
    const isNext = last?.sentence !== sentence;
    if (!isNext && words >= last.words) continue;
    const firing = { rule, hits: hits.sort((a, b) => a.start - b.start), sentence, words };
    if (isNext) firings.push(firing);
    else firings[firings.length - 1] = firing;
  }
  return firings;
}

function fireNearby(rule: CompiledRule, index: HitIndex): readonly Firing[] {
  const anchorGroup = rarest(rule, index);
  const others = rule.all.toSpliced(rule.all.indexOf(anchorGroup), 1);
  let best: Map<number, Firing> | undefined;
  const { reading } = index;
  for (const anchor of index.of(anchorGroup)) {
    if (!isUsable(anchor, rule, reading)) continue;
    const hits = complete(rule, anchor, others, index);
    if (hits === undefined) continue;
    const { from, to } = spanOf(hits);
    if (!rule.with.every((group) => isAccompanied(hits, group, index))) continue;
    if (rule.none !== undefined && isVetoed(rule, rule.none, hits, from, to, index)) continue;
    const sentence = shownSentence(hits, reading);
    const words = (to - from) / WORD;
    best ??= new Map();
    const known = best.get(sentence);
    if (known === undefined || words < known.words) {
      best.set(sentence, { rule, hits: hits.sort((a, b) => a.start - b.start), sentence, words });
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

/** Selects the nearest fitting hit of each other group, on different words. */
function complete(
  rule: CompiledRule,
  anchor: Hit,
  groups: readonly GroupIndex[],
  index: HitIndex,
): Hit[] | undefined {
  const chosen = [anchor];
  const pick = (depth: number): boolean => {
    const group = groups[depth];
    if (group === undefined) return true;
    const candidates = new NearestHits(rule, anchor, group, index);
    for (let candidate = candidates.next(); candidate !== undefined; candidate = candidates.next()) {
      if (!isUsable(candidate, rule, index.reading)) continue;
      if (chosen.some((hit) => isSameEvidence(hit, candidate, index.reading))) continue;
      if (!isWithin(rule.words, candidate, chosen)) continue;
      chosen.push(candidate);
      if (pick(depth + 1)) return true;
      chosen.pop();
    }
    return false;
  };
  return pick(0) ? chosen : undefined;
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
