import type { Hit } from './find-evidence.ts';
import { type Segments, WORD } from './segment.ts';
import { PART_GAP_WORDS } from './term-parts.ts';
import { lowerBound } from '../matching/lower-bound.ts';

/** Collects parts of terms, and joins them where one follows the other in one sentence. */
export class PartHits {
  private readonly byChain = new Map<number, Hit[][]>();

  add(chain: { readonly id: number; readonly part: number; readonly parts: number }, hit: Hit): void {
    let parts = this.byChain.get(chain.id);
    if (parts === undefined) {
      // A last part without a first one is dropped.
      if (chain.part > 0) return;
      parts = Array.from({ length: chain.parts }, () => []);
      this.byChain.set(chain.id, parts);
    }
    parts[chain.part]!.push(hit);
  }

  /** One hit for each complete term, from the start of its first part to the end of its last. */
  joined(segments: Segments): Hit[] {
    const joined: Hit[] = [];
    for (const parts of this.byChain.values()) {
      let begun = parts[0]!;
      for (const part of parts.slice(1)) {
        if (part.length === 0 || begun.length === 0) {
          begun = [];
          break;
        }
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
  return [{ ...hit, end: next.end, to: next.to, languages: hit.languages & next.languages }];
}
