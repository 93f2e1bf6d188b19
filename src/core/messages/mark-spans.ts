/** A stretch of a text that is marked, in UTF-16 units from its beginning. */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
}

interface MarkedPart {
  readonly text: string;
  readonly isTerm: boolean;
  readonly isPassage: boolean;
}

/**
 * The text cut where terms and passages begin and end. Where spans of one kind overlap, as terms of two rules do, the
 * overlap belongs to the first. Spans may reach beyond the text. The parts are not sanitised.
 */
export function markSpans(
  text: string,
  terms: readonly MarkedSpan[],
  passages: readonly MarkedSpan[] = [],
): MarkedPart[] {
  const [marked, around] = [apart(terms, text.length), apart(passages, text.length)];
  const cuts = new Set([0, text.length, ...[...marked, ...around].flatMap(({ start, end }) => [start, end])]);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => ({
    text: text.slice(start, sorted[index + 1]),
    isTerm: covers(marked, start),
    isPassage: covers(around, start),
  }));
}

/** The spans in their order, within the text and without overlaps. */
function apart(spans: readonly MarkedSpan[], length: number): MarkedSpan[] {
  const kept: MarkedSpan[] = [];
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const [start, end] = [Math.max(span.start, at), Math.min(span.end, length)];
    if (start >= end) continue;
    kept.push({ start, end });
    at = end;
  }
  return kept;
}

function covers(spans: readonly MarkedSpan[], at: number): boolean {
  return spans.some(({ start, end }) => start <= at && at < end);
}
