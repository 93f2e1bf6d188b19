import type { Zone } from './definition.ts';
import type { MatchedText } from './find-evidence.ts';
import type { Hit } from './find-hits.ts';
import { type HitIndex, isInZones } from './hit-index.ts';
import { WORD } from './segment.ts';
import type { CompiledRule, GroupIndex } from './topics.ts';
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
/** No further hit. */
const NONE = -1;
/** The maximum number of hits of a group that are considered around an anchor. A sentence with more is a list. */
const MAX_NEIGHBOURS = 24;

/** Every place where the rule is satisfied, at most one in each sentence. */
export function fireRule(rule: CompiledRule, index: HitIndex): readonly Firing[] {
  for (const group of rule.needs) if (!index.has(group)) return NOWHERE;
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
    const candidates =
      rule.scope === 'sentence'
        ? neighboursInSentence(rule, anchor, group, index)
        : neighbours(rule, anchor, index.of(group), index.reading);
    for (const candidate of candidates) {
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

/** Up to this many words a text has one subject, even over several paragraphs. */
const ONE_SUBJECT_WORDS = 250;

/**
 * Whether two hits may be used together. In a longer text they must be in one paragraph, except a title with the
 * text.
 */
function joins(a: Hit, b: Hit, { segments, fields, opens, words }: MatchedText): boolean {
  if (words <= ONE_SUBJECT_WORDS) return true;
  if (segments.paragraphs[a.sentence] === segments.paragraphs[b.sentence]) return true;
  const heads = (hit: Hit) => fields[hit.sentence] === 'title';
  return (heads(a) && opens[b.sentence]!) || (heads(b) && opens[a.sentence]!);
}

function isSameScope(rule: CompiledRule, a: Hit, b: Hit, reading: MatchedText): boolean {
  if (rule.scope === 'sentence') return a.sentence === b.sentence;
  if (rule.scope === 'paragraph') {
    return reading.segments.paragraphs[a.sentence] === reading.segments.paragraphs[b.sentence];
  }
  return joins(a, b, reading);
}

/** Hits of a group that may be used with the anchor, nearest first. */
function neighbours(rule: CompiledRule, anchor: Hit, hits: readonly Hit[], reading: MatchedText): Hit[] {
  const reach = rule.words * WORD;
  return nearestFirst(anchor, hits, (at) => {
    const hit = hits[at];
    if (hit === undefined || Math.abs(hit.from - anchor.from) > reach) return NONE;
    return isSameScope(rule, hit, anchor, reading) ? at : NONE;
  });
}

/** The same as `neighbours`, for rules whose evidence is in one sentence: the few hits of a sentence need no list by group. */
function neighboursInSentence(rule: CompiledRule, anchor: Hit, group: GroupIndex, index: HitIndex): Hit[] {
  const hits = index.inOrder;
  const concepts = index.topics.groups[group]!;
  const reach = rule.words * WORD;
  const { sentence, from } = anchor;
  return nearestFirst(anchor, hits, (first, step) => {
    for (let at = first; at >= 0 && at < hits.length; at += step) {
      const hit = hits[at]!;
      if (hit.sentence !== sentence || Math.abs(hit.from - from) > reach) break;
      if (concepts.includes(hit.concept)) return at;
    }
    return NONE;
  });
}

/**
 * Hits around the anchor, nearest first.
 *
 * @param hits in order of start
 * @param next the index of the first usable hit from `at` on in steps of -1 or 1; NONE where there is none
 */
function nearestFirst(anchor: Hit, hits: readonly Hit[], next: (at: number, step: number) => number): Hit[] {
  const found: Hit[] = [];
  const { start, from, to } = anchor;
  const middle = lowerBound(hits.length, (at) => hits[at]!.start >= start);
  let left = next(middle - 1, -1);
  let right = next(middle, 1);
  while (found.length < MAX_NEIGHBOURS && (left !== NONE || right !== NONE)) {
    if (right === NONE || (left !== NONE && from - hits[left]!.to <= hits[right]!.from - to)) {
      found.push(hits[left]!);
      left = next(left - 1, -1);
    } else {
      found.push(hits[right]!);
      right = next(right + 1, 1);
    }
  }
  return found;
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
  return between(hits, (hit) => hit.sentence - sentence, MAX_NEIGHBOURS);
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
