import { lowerBound } from '../matching/lower-bound.ts';
import type { MatchedText } from './find-evidence.ts';
import type { Hit } from './hit.ts';
import { type GroupMembers, isMember } from './group-members.ts';
import type { HitIndex } from './hit-index.ts';
import { WORD } from './segment.ts';
import type { CompiledRule } from './topics.ts';
import type { GroupIndex } from './meaning-table.ts';

/** No further hit. */
const NONE = -1;
/** The maximum number of hits of a group that are considered around an anchor. A sentence with more is a list. */
export const MAX_NEAREST = 24;

/**
 * Hits of a group that may be used with an anchor, nearest first. They are found one by one, because mostly the first one
 * is used.
 */
export class NearestHits {
  private readonly rule: CompiledRule;
  private readonly anchor: Hit;
  private readonly group: GroupIndex;
  private readonly members: GroupMembers;
  private readonly reading: MatchedText;
  /** In order of start. */
  private readonly hits: readonly Hit[];
  private left: number;
  private right: number;
  private given = 0;

  /** @param at the place of the anchor in `index.inOrder`, read only where the rule is for one sentence */
  constructor(rule: CompiledRule, anchor: Hit, at: number, group: GroupIndex, index: HitIndex) {
    this.rule = rule;
    this.anchor = anchor;
    this.group = group;
    this.members = index.topics.members;
    this.reading = index.reading;
    // The few hits of a sentence need no list by group.
    const isInSentence = rule.scope === 'sentence';
    const hits = isInSentence ? index.inOrder : index.of(group);
    this.hits = hits;
    let middle = at;
    if (isInSentence) while (middle > 0 && hits[middle - 1]!.start === anchor.start) middle--;
    else middle = lowerBound(hits.length, (other) => hits[other]!.start >= anchor.start);
    this.left = this.usableFrom(middle - 1, -1);
    this.right = this.usableFrom(middle, 1);
  }

  /** The next one; undefined after the last. */
  next(): Hit | undefined {
    const { left, right, hits, anchor } = this;
    if (this.given === MAX_NEAREST || (left === NONE && right === NONE)) return undefined;
    this.given++;
    if (right === NONE || (left !== NONE && anchor.from - hits[left]!.to <= hits[right]!.from - anchor.to)) {
      this.left = this.usableFrom(left - 1, -1);
      return hits[left];
    }
    this.right = this.usableFrom(right + 1, 1);
    return hits[right];
  }

  /** The index of the first usable hit from `first` on in steps of -1 or 1. */
  private usableFrom(first: number, step: number): number {
    const { hits, anchor, rule, group, members } = this;
    const reach = rule.words * WORD;
    for (let at = first; at >= 0 && at < hits.length; at += step) {
      const hit = hits[at]!;
      if (Math.abs(hit.from - anchor.from) > reach || !isSameScope(rule, hit, anchor, this.reading))
        return NONE;
      if (isMember(members, group, hit.concept)) return at;
    }
    return NONE;
  }
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
