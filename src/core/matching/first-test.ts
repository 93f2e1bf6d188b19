import { LiteralScan } from './literal-scan.ts';
import { foldUnit, requiredLiterals } from './required-literals.ts';

/** The ranges of UTF-16 units that have letters in two cases. */
const CASED: readonly (readonly [first: number, end: number])[] = [
  [0x41, 0x5b],
  [0xb5, 0x590],
  [0x10a0, 0x1100],
  [0x13a0, 0x1400],
  [0x1c80, 0x2190],
  [0x24b6, 0x24ea],
  [0x2c00, 0x2e00],
  [0xa640, 0xac00],
  [0xff21, 0xff5b],
];

/**
 * Says in one pass over a text which of several patterns may match, by the literals that their matches contain. Long
 * alternations of words are tried one after the other at each character, which takes twenty times as long.
 */
export class FirstTest {
  private readonly patterns: readonly RegExp[];
  /** Built when a text is first tested. */
  private built: Built | undefined;

  /** `patterns`: at most 31. */
  constructor(patterns: readonly RegExp[]) {
    this.patterns = patterns;
  }

  /** A number with bit `i` set if the pattern `i` may match. */
  of(text: string): number {
    const { scan, always } = (this.built ??= build(this.patterns));
    return always | scan.bitsIn(text);
  }
}

interface Built {
  readonly scan: LiteralScan;
  /** The bits of the patterns without such literals. */
  readonly always: number;
}

function build(patterns: readonly RegExp[]): Built {
  const literals: string[] = [];
  const bits: number[] = [];
  let always = 0;
  for (const [i, pattern] of patterns.entries()) {
    const required = requiredLiterals(pattern);
    if (required === undefined) always |= 1 << i;
    for (const literal of required ?? []) {
      literals.push(literal);
      bits.push(1 << i);
    }
  }
  return { scan: new LiteralScan({ literals, bits }, foldCodes), always };
}

/** Gives the letters of the other case the same codes, so that texts need not be folded. */
function foldCodes(codes: Uint16Array): void {
  for (const [first, end] of CASED)
    for (let unit = first; unit < end; unit++) if (codes[unit] === 0) codes[unit] = codes[foldUnit(unit)]!;
}
