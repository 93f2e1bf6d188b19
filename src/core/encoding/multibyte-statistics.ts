/**
 * How strongly a pair of bytes suggests an encoding of Chinese, Japanese or Korean: about 1 for the most frequent
 * characters, near 0 for characters that texts hardly use, undefined for no character. The weights are estimates from
 * the rows of each code table that hold kana, characters of level 1, or syllables.
 */
type PairWeight = (lead: number, trail: number) => number | undefined;

interface MultibyteCandidate {
  readonly encoding: string;
  /** The weight of a single byte above 0x7f (half-width katakana); undefined where it must be part of a pair. */
  readonly single: (byte: number) => number | undefined;
  readonly pair: PairWeight;
}

const none = () => undefined;

const gb18030: PairWeight = (lead, trail) => {
  if (lead < 0x81 || lead > 0xfe || trail < 0x40 || trail === 0x7f || trail > 0xfe) return undefined;
  if (trail < 0xa1) return 0.05;
  if (lead >= 0xb0 && lead <= 0xd7) return lead <= 0xc8 ? 0.9 : 1;
  if (lead >= 0xd8 && lead <= 0xf7) return 0.3;
  return lead === 0xa1 || lead === 0xa3 ? 0.8 : 0.05;
};

const big5: PairWeight = (lead, trail) => {
  if (lead < 0xa1 || lead > 0xf9 || trail < 0x40 || trail > 0xfe || (trail > 0x7e && trail < 0xa1))
    return undefined;
  if (lead === 0xa1) return 0.8;
  // Half of Big5's trail bytes are below 0x7f. Text without any is more likely GB 2312.
  if (lead >= 0xa4 && lead <= 0xc6) return trail < 0x7f ? 1.1 : 0.8;
  return 0.2;
};

const eucKr: PairWeight = (lead, trail) => {
  if (lead < 0x81 || lead > 0xfe || trail < 0x41 || trail > 0xfe) return undefined;
  if (trail < 0xa1) return lead <= 0xc6 ? 0.2 : undefined;
  if (lead >= 0xb0 && lead <= 0xc8) return 1;
  return lead === 0xa1 || lead === 0xa3 ? 0.5 : 0.1;
};

const eucJp: PairWeight = (lead, trail) => {
  if (lead === 0x8e) return trail >= 0xa1 && trail <= 0xdf ? 0.3 : undefined;
  if (lead < 0xa1 || lead > 0xfe || trail < 0xa1 || trail > 0xfe) return undefined;
  if (lead === 0xa4) return trail <= 0xf3 ? 1.3 : undefined;
  if (lead === 0xa5) return trail <= 0xf6 ? 1.1 : undefined;
  if (lead >= 0xb0 && lead <= 0xcf) return 0.6;
  return lead === 0xa1 || lead === 0xa3 ? 0.7 : 0.15;
};

const shiftJis: PairWeight = (lead, trail) => {
  const isLead = (lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc);
  if (!isLead || trail < 0x40 || trail === 0x7f || trail > 0xfc) return undefined;
  if (lead === 0x82) return trail >= 0x9f && trail <= 0xf1 ? 1.3 : 0.5;
  if (lead === 0x83) return trail <= 0x96 ? 1.1 : 0.05;
  if (lead >= 0x88 && lead <= 0x97) return 0.6;
  return lead === 0x81 ? 0.7 : 0.15;
};

const MULTIBYTE: readonly MultibyteCandidate[] = [
  { encoding: 'gb18030', single: none, pair: gb18030 },
  { encoding: 'big5', single: none, pair: big5 },
  { encoding: 'euc-kr', single: none, pair: eucKr },
  { encoding: 'euc-jp', single: none, pair: eucJp },
  {
    encoding: 'shift_jis',
    single: (byte) => (byte >= 0xa1 && byte <= 0xdf ? 0.05 : undefined),
    pair: shiftJis,
  },
];

/** The largest share of bytes outside characters: real text may be cut, text in another encoding has many more. */
const MAX_BROKEN = 0.03;

/** The lowest weight per byte with which an encoding is accepted. */
const MIN_WEIGHT = 0.55;

/** The likeliest of the multi-byte encodings, with its weight per byte; undefined when none fits. */
export function likelyMultibyte(bytes: Uint8Array): { encoding: string; weight: number } | undefined {
  let best: { encoding: string; weight: number } | undefined;
  for (const candidate of MULTIBYTE) {
    const { weight, broken } = measure(bytes, candidate);
    if (broken <= MAX_BROKEN && weight >= MIN_WEIGHT && weight > (best?.weight ?? 0)) {
      best = { encoding: candidate.encoding, weight };
    }
  }
  return best;
}

function measure(
  bytes: Uint8Array,
  { single, pair }: MultibyteCandidate,
): { weight: number; broken: number } {
  let characters = 0;
  let broken = 0;
  let weight = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    characters++;
    const alone = single(byte);
    const both = alone ?? pair(byte, bytes[i + 1] ?? 0);
    if (both === undefined) broken++;
    else weight += both;
    if (alone === undefined && both !== undefined) i++;
  }
  return { weight: weight / Math.max(1, characters), broken: broken / Math.max(1, characters) };
}
