import { ConceptSets } from './concept-sets.ts';
import type { Zone } from './definition.ts';
import type { MatchedText } from './find-evidence.ts';
import type { Hit } from './find-hits.ts';
import type { LexiconKey } from './languages.ts';
import { WORD } from './segment.ts';
import type { CompiledRule, GroupIndex, Topics } from './topics.ts';
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

const NOTHING: readonly Hit[] = [];
const NOWHERE: readonly Firing[] = [];

/** Hits of one lexicon, by group. */
export class HitIndex {
  readonly hits: readonly Hit[];
  readonly lexicon: LexiconKey;
  readonly reading: MatchedText;
  /** How many concepts there are. */
  readonly concepts: number;
  readonly topics: Topics;
  private readonly sets: ConceptSets;
  private readonly byConcept = new Map<number, Hit[]>();
  /** By the number of the group. */
  private readonly byGroup: (readonly Hit[] | undefined)[];

  constructor(reading: MatchedText, topics: Topics, { lexicon, hits }: MatchedText['found'][number]) {
    this.lexicon = lexicon;
    this.reading = reading;
    this.topics = topics;
    this.concepts = topics.concepts.length;
    this.hits = hits;
    this.byGroup = topics.groups.map(() => undefined);
    this.sets = new ConceptSets(hits, topics.groups);
    for (const hit of hits) {
      const own = this.byConcept.get(hit.concept);
      if (own === undefined) this.byConcept.set(hit.concept, [hit]);
      else own.push(hit);
    }
  }

  /** In order of start. */
  of(group: GroupIndex): readonly Hit[] {
    const known = this.byGroup[group];
    if (known !== undefined) return known;
    const lists: (readonly Hit[])[] = [];
    for (const concept of this.topics.groups[group]!) {
      const hits = this.byConcept.get(concept);
      if (hits !== undefined) lists.push(hits);
    }
    const merged =
      lists.length > 2
        ? lists.flat().sort((a, b) => a.start - b.start)
        : merge(lists[0] ?? NOTHING, lists[1] ?? NOTHING);
    this.byGroup[group] = merged;
    return merged;
  }

  has(group: GroupIndex): boolean {
    return this.sets.has(group);
  }

  /** Whether one sentence names each of the groups, even if by the same words. */
  hasTogether(groups: readonly GroupIndex[], more: readonly GroupIndex[]): boolean {
    return this.sets.hasTogether(groups, more);
  }

  hasIn(group: GroupIndex, zones: readonly Zone[]): boolean {
    if (zones.length === 0) return this.has(group);
    return this.of(group).some((hit) => isInZones(hit.sentence, zones, this.reading));
  }
}

/** Two lists in order of start as one; of hits with the same start, those of `one` come first. */
function merge(one: readonly Hit[], other: readonly Hit[]): readonly Hit[] {
  if (other.length === 0) return one;
  const merged: Hit[] = [];
  let at = 0;
  for (const hit of other) {
    while (at < one.length && one[at]!.start <= hit.start) merged.push(one[at++]!);
    merged.push(hit);
  }
  while (at < one.length) merged.push(one[at++]!);
  return merged;
}

/** Whether a sentence is in one of the zones. No zones mean the whole article. */
export function isInZones(sentence: number, zones: readonly Zone[], reading: MatchedText): boolean {
  if (zones.length === 0) return true;
  const field = reading.fields[sentence]!;
  return zones.some(
    (zone) =>
      (zone === 'title' && field === 'title') ||
      (zone === 'lead' && reading.opens[sentence]!) ||
      (zone === 'body' && field === 'text'),
  );
}

const OPENING: readonly Zone[] = ['title', 'lead'];
/** The maximum number of hits of a group that are considered around an anchor. A sentence with more is a list. */
const MAX_NEIGHBOURS = 24;

/** Every place where the rule is satisfied, at most one in each sentence. */
export function fireRule(rule: CompiledRule, index: HitIndex): readonly Firing[] {
  for (const group of rule.all) if (!index.has(group)) return NOWHERE;
  for (const group of rule.with) if (!index.has(group)) return NOWHERE;
  for (const group of rule.article) if (!index.has(group)) return NOWHERE;
  for (const group of rule.opening) if (!index.hasIn(group, OPENING)) return NOWHERE;
  if (rule.scope === 'sentence' && !index.hasTogether(rule.all, rule.with)) return NOWHERE;
  const anchorGroup = rule.all.reduce((a, b) => (index.of(b).length < index.of(a).length ? b : a));
  const others = rule.all.toSpliced(rule.all.indexOf(anchorGroup), 1);
  let best: Map<number, Firing> | undefined;
  const { reading } = index;
  for (const anchor of index.of(anchorGroup)) {
    if (!isUsable(anchor, rule, reading)) continue;
    const hits = complete(rule, anchor, others, index);
    if (hits === undefined) continue;
    let { from, to } = anchor;
    for (const hit of hits) {
      from = Math.min(from, hit.from);
      to = Math.max(to, hit.to);
    }
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
    const candidates = neighbours(rule, anchor, index.of(group), index.reading);
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
  const found: Hit[] = [];
  let right = lowerBound(hits.length, (index) => hits[index]!.start >= anchor.start);
  let left = right - 1;
  const reach = rule.words * WORD;
  const fits = (hit: Hit | undefined) =>
    hit !== undefined && Math.abs(hit.from - anchor.from) <= reach && isSameScope(rule, hit, anchor, reading);
  while (found.length < MAX_NEIGHBOURS) {
    const before = fits(hits[left]) ? hits[left]! : undefined;
    const after = fits(hits[right]) ? hits[right]! : undefined;
    if (before === undefined && after === undefined) break;
    if (after === undefined || (before !== undefined && anchor.from - before.to <= after.from - anchor.to)) {
      found.push(before!);
      left--;
    } else {
      found.push(after);
      right++;
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
