import type { Hit } from './hit.ts';
import { lowerBound } from '../matching/lower-bound.ts';
import { findPatterns } from '../matching/matcher.ts';
import { type NormalisedText, PARAGRAPH_BREAK } from '../matching/normalise.ts';
import { PartHits } from './join-parts.ts';
import { eachMeaning, type GroupIndex } from './meaning-table.ts';
import { type Segments, WORD } from './segment.ts';
import type { Lexicon, Topics } from './topics.ts';

/** Longer paragraphs are part of the text, even if they begin like a label of the page. */
const FURNITURE_WORDS = 60;
/** How many words a negation affects. */
const NEGATION_WORDS = 3;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Every term of the lexicon in the text, in order of start. */
export function findHits(
  text: NormalisedText,
  segments: Segments,
  { matcher, meanings }: Lexicon,
  topics: Topics,
): Hit[] {
  const exceptions = new Map<number, Span[]>();
  const conditional: { readonly hit: Hit; readonly near: GroupIndex; readonly words: number }[] = [];
  const found: Hit[] = [];
  const parts = new PartHits();
  findPatterns(matcher, text, (pattern, start, end) => {
    const from = segments.position[start]!;
    const to = segments.position[end]!;
    const follows = (chain: number, part: number) => parts.follows(chain, part, from);
    eachMeaning(meanings, pattern, follows, ({ concept, isException, near, words, chain }) => {
      if (isException) {
        const spans = exceptions.get(concept);
        if (spans === undefined) exceptions.set(concept, [{ start, end }]);
        else spans.push({ start, end });
        return;
      }
      const hit: Hit = { concept, start, end, from, to, near, sentence: 0, negated: false };
      if (chain !== undefined) parts.add(chain, hit);
      else if (near === undefined) found.push(hit);
      else conditional.push({ hit, near, words });
    });
  });
  found.push(...parts.joined(segments));
  const companions = new Companions(found, topics);
  for (const { hit, near, words } of conditional) {
    if (companions.isNear(hit, near, words * WORD)) found.push(hit);
  }
  const kept =
    exceptions.size === 0 ? found : found.filter((hit) => !isExcepted(hit, exceptions.get(hit.concept)));
  kept.sort((a, b) => a.start - b.start || b.end - a.end || a.concept - b.concept);
  const hits = withoutRepeats(kept);
  place(hits, segments);
  return negate(dropFurniture(hits, text, segments, topics), topics);
}

/** The positions of each group, for terms that count only near it. */
class Companions {
  private readonly found: readonly Hit[];
  private readonly topics: Topics;
  private readonly byGroup = new Map<GroupIndex, readonly Hit[]>();

  constructor(found: readonly Hit[], topics: Topics) {
    // A copy, so that two terms which each need another cannot satisfy each other.
    this.found = [...found];
    this.topics = topics;
  }

  isNear(hit: Hit, group: GroupIndex, distance: number): boolean {
    let named = this.byGroup.get(group);
    if (named === undefined) {
      const concepts = new Set(this.topics.groups[group]!);
      named = this.found.filter((other) => concepts.has(other.concept)).sort((a, b) => a.from - b.from);
      this.byGroup.set(group, named);
    }
    const others = named;
    const next = lowerBound(others.length, (index) => others[index]!.from >= hit.from);
    const after = others[next];
    const before = others[next - 1];
    return (
      (after !== undefined && after.from - hit.to <= distance) ||
      (before !== undefined && hit.from - before.to <= distance)
    );
  }
}

function isExcepted(hit: Hit, spans: readonly Span[] | undefined): boolean {
  if (spans === undefined) return false;
  // Spans are ordered by end. The first one that ends after the hit's start is the only candidate that begins before
  // it.
  const first = lowerBound(spans.length, (index) => spans[index]!.end > hit.start);
  for (let index = first; index < spans.length && index < first + 4; index++) {
    if (spans[index]!.start < hit.end) return true;
  }
  return false;
}

/** One hit for each position and concept; of those that begin together the longest. */
function withoutRepeats(hits: readonly Hit[]): Hit[] {
  const lastEnd = new Map<number, number>();
  return hits.filter(({ concept, end }) => {
    if (end <= (lastEnd.get(concept) ?? 0)) return false;
    lastEnd.set(concept, end);
    return true;
  });
}

function place(hits: readonly Hit[], { sentences }: Segments): void {
  let sentence = 0;
  for (const hit of hits) {
    while (sentence + 1 < sentences.length && sentences[sentence + 1]! <= hit.start) sentence++;
    hit.sentence = sentence;
  }
}

/** Drops hits in "read also" lines, comment forms and the like. */
function dropFurniture(hits: Hit[], text: NormalisedText, segments: Segments, topics: Topics): Hit[] {
  const furniture = topics.groups[topics.furniture]!;
  const dropped = new Set<number>();
  for (const hit of hits) {
    if (!furniture.includes(hit.concept)) continue;
    const before = hit.start === 0 ? PARAGRAPH_BREAK : text.units[hit.start - 1]!;
    const isFirst = segments.sentences[hit.sentence] === hit.start || before === PARAGRAPH_BREAK;
    if (isFirst && paragraphWords(hit.sentence, segments) <= FURNITURE_WORDS) {
      dropped.add(segments.paragraphs[hit.sentence]!);
    }
  }
  if (dropped.size === 0) return hits;
  return hits.filter((hit) => !dropped.has(segments.paragraphs[hit.sentence]!));
}

function paragraphWords(sentence: number, { sentences, paragraphs, position }: Segments): number {
  let first = sentence;
  while (first > 0 && paragraphs[first - 1] === paragraphs[sentence]) first--;
  let next = sentence + 1;
  while (next < sentences.length && paragraphs[next] === paragraphs[sentence]) next++;
  const end = next < sentences.length ? sentences[next]! : position.length - 1;
  return (position[end]! - position[sentences[first]!]!) / WORD;
}

function negate(hits: Hit[], topics: Topics): Hit[] {
  mark(hits, topics.groups[topics.negationBefore]!, (negation, hit) => hit.from - negation.to);
  mark(hits, topics.groups[topics.negationAfter]!, (negation, hit) => negation.from - hit.to);
  return hits;
}

/** @param reaches how far a hit is from the negation; negative where it stands on its other side */
function mark(
  hits: readonly Hit[],
  negations: readonly number[],
  reaches: (negation: Hit, hit: Hit) => number,
): void {
  if (negations.length === 0) return;
  for (let index = 0; index < hits.length; index++) {
    const negation = hits[index]!;
    if (!negations.includes(negation.concept)) continue;
    for (let step = -1; step <= 1; step += 2) {
      for (let other = index + step; other >= 0 && other < hits.length; other += step) {
        const hit = hits[other]!;
        if (hit.sentence !== negation.sentence) break;
        const distance = reaches(negation, hit);
        if (distance >= 0 && distance <= NEGATION_WORDS * WORD) hit.negated = true;
        else if (Math.abs(hit.from - negation.from) > 2 * NEGATION_WORDS * WORD) break;
      }
    }
  }
}
