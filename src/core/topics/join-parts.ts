import type { Hit } from './hit.ts';
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
  /** The last position, as in `Hit.to`, of each part that was found, by `id + part` of its chain. */
  private readonly reached = new Map<number, number>();

  /**
   * Whether the part before this one was found, near enough. Otherwise this one cannot complete a term. Of a
   * hundred later parts one is kept.
   *
   * @param from as in `Hit.from`
   */
  follows(id: number, part: number, from: number): boolean {
    const before = this.reached.get(id + part - 1);
    return before !== undefined && from - before <= PART_GAP_WORDS * WORD;
  }

  add(chain: ChainPart, hit: Hit): void {
    this.added.push({ chain, hit });
    const own = chain.id + chain.part;
    this.reached.set(own, Math.max(this.reached.get(own) ?? 0, hit.to));
  }

  /** One hit for each complete term, from the start of its first part to the end of its last. */
  joined(segments: Segments): Hit[] {
    const byChain = new Map<number, Hit[][]>();
    for (const { chain, hit } of this.added) {
      if (!this.reached.has(chain.id + chain.parts - 1)) continue;
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
