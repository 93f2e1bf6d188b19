import type { Hit } from './find-hits.ts';
import { type Segments, WORD } from './segment.ts';
import { PART_GAP_WORDS } from './term-parts.ts';
import { lowerBound } from '../matching/lower-bound.ts';

interface ChainPart {
  readonly id: number;
  readonly part: number;
  readonly parts: number;
}

/** Collects parts of terms, in order of end, and joins them where one follows the other in one sentence. */
export class PartHits {
  private readonly added: { readonly chain: ChainPart; readonly hit: Hit }[] = [];
  /** How many parts of each term were found so far, without a gap. */
  private readonly reached = new Map<number, number>();

  /** Whether all parts before this one were found. Without them it cannot complete a term. */
  isBegun({ id, part }: ChainPart): boolean {
    return part === 0 || (this.reached.get(id) ?? 0) >= part;
  }

  add(chain: ChainPart, hit: Hit): void {
    this.added.push({ chain, hit });
    const reached = this.reached.get(chain.id) ?? 0;
    if (reached === chain.part) this.reached.set(chain.id, reached + 1);
  }

  /** One hit for each complete term, from the start of its first part to the end of its last. */
  joined(segments: Segments): Hit[] {
    const byChain = new Map<number, Hit[][]>();
    for (const { chain, hit } of this.added) {
      if (this.reached.get(chain.id) !== chain.parts) continue;
      let parts = byChain.get(chain.id);
      if (parts === undefined) {
        parts = Array.from({ length: chain.parts }, () => []);
        byChain.set(chain.id, parts);
      }
      parts[chain.part]!.push(hit);
    }
    const joined: Hit[] = [];
    for (const [first, ...others] of byChain.values()) {
      let begun = first!;
      for (const part of others) {
        part.sort((a, b) => a.start - b.start);
        begun = begun.flatMap((hit) => extend(hit, part, segments));
      }
      joined.push(...begun);
    }
    return joined;
  }
}

function extend(hit: Hit, part: readonly Hit[], { sentences }: Segments): Hit[] {
  const next = part[lowerBound(part.length, (index) => part[index]!.start >= hit.end)];
  if (next === undefined || next.from - hit.to > PART_GAP_WORDS * WORD) return [];
  const border = sentences[lowerBound(sentences.length, (index) => sentences[index]! > hit.start)];
  if (border !== undefined && border <= next.start) return [];
  return [{ ...hit, end: next.end, to: next.to }];
}
