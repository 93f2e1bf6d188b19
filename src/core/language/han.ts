/** How well a text in Han characters fits each of the three orthographies; lower is better. */
export interface HanMisfit {
  readonly simplified: number;
  readonly traditional: number;
  readonly japanese: number;
}

// Each national character set lists the characters that its orthography uses, in two levels: everyday
// characters, then rare ones, among which Big5 and JIS X 0208 keep the other orthographies' forms (Big5 has 体,
// JIS has 體). A character outside a set is therefore evidence against that orthography. Tables of pairs (国/國)
// would know fewer characters, and not that 働 and 込 exist in Japanese alone.
interface CharacterSet {
  readonly encoding: string;
  /** First and last double-byte code of the common and of the rare level. */
  readonly levels: readonly [common: readonly [number, number], rare: readonly [number, number]];
  /** Trail bytes below this belong to later extensions of the set. */
  readonly firstTrail: number;
}

const GB_2312: CharacterSet = {
  encoding: 'gbk',
  levels: [
    [0xb0a1, 0xd7f9],
    [0xd8a1, 0xf7fe],
  ],
  firstTrail: 0xa1,
};
const BIG5: CharacterSet = {
  encoding: 'big5',
  levels: [
    [0xa440, 0xc67e],
    [0xc940, 0xf9d5],
  ],
  firstTrail: 0x40,
};
const JIS_X_0208: CharacterSet = {
  encoding: 'shift_jis',
  levels: [
    [0x889f, 0x9872],
    [0x989f, 0xeaa4],
  ],
  firstTrail: 0x40,
};

const FIRST = 0x4e00;
const LAST = 0x9fff;
const ABSENT = 10;
const RARE = 6;

/** For each character from U+4E00 on, how foreign it is to the set, in tenths. */
function foreignness({ encoding, levels, firstTrail }: CharacterSet): Uint8Array {
  const table = new Uint8Array(LAST - FIRST + 1).fill(ABSENT);
  const decoder = new TextDecoder(encoding);
  for (const [level, [first, last]] of levels.entries()) {
    for (let code = first; code <= last; code++) {
      if ((code & 0xff) < firstTrail) continue;
      const unit = decoder.decode(Uint8Array.of(code >> 8, code & 0xff)).charCodeAt(0);
      if (unit >= FIRST && unit <= LAST) table[unit - FIRST] = level === 0 ? 0 : RARE;
    }
  }
  return table;
}

interface Tables {
  readonly simplified: Uint8Array;
  readonly traditional: Uint8Array;
  readonly japanese: Uint8Array;
}

let made: Tables | undefined;

/** Built for the first text in Han characters: it decodes some 20,000 codes, and most processes never need it. */
function tables(): Tables {
  made ??= {
    simplified: foreignness(GB_2312),
    traditional: foreignness(BIG5),
    japanese: foreignness(JIS_X_0208),
  };
  return made;
}

/** For each orthography, the sum of how foreign the text's Han characters are to it. Unit: one foreign character. */
export function hanMisfit(text: string): HanMisfit {
  const foreign = tables();
  let simplified = 0;
  let traditional = 0;
  let japanese = 0;
  for (let index = 0; index < text.length; index++) {
    const offset = text.charCodeAt(index) - FIRST;
    if (offset < 0 || offset > LAST - FIRST) continue;
    simplified += foreign.simplified[offset]!;
    traditional += foreign.traditional[offset]!;
    japanese += foreign.japanese[offset]!;
  }
  return { simplified: simplified / 10, traditional: traditional / 10, japanese: japanese / 10 };
}
