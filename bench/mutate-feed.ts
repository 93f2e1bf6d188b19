/** A small random number generator (mulberry32): the same seed gives the same feeds on every machine. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Fragments that break feed parsers: delimiters, unterminated constructs, odd bytes. */
const PIECES = `
< > </ /> & ; " ' = <![CDATA[ ]]> <!-- --> <?xml ?> <!DOCTYPE|rss|[ <item> </item> <entry> </entry> <rss|version="2.0">
</rss> <channel> </channel> <title> <link> <link|href=" <guid> <pubDate> <description> </description> <content:encoded>
<b> <a| xmlns="" |xmlns:dc="x" |xml:base="../ |type="xhtml" |type="application/x" |mode="base64" |rel="self" &amp; &lt;
&#0; &#xD800; &#x10FFFF; &eacute; &a; <!ENTITY|a|"&b;"> &lt;a| {"items":[ } ] \\u \\" , null 1e999 __proto__ constructor
encoding="utf-16" encoding="gbk" encoding="x" 9999-99-99 2024年3月4日 Mon,|01|Jan +99:99`
  .trim()
  .split(/\s+/)
  .map((piece) => new TextEncoder().encode(piece.replaceAll('|', ' ')));

const BYTES = [
  [0],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xef, 0xbb, 0xbf],
  [0xff],
  [0x80],
  [0xc3, 0x28],
  [0xed, 0xa0, 0x80],
  [0xf0, 0x9f],
  [0x1b, 0x24, 0x42],
  [0x0b],
  [0x85],
  [0xa1, 0xa1],
  [0x81, 0x30],
  [0x0d],
  [0xe2, 0x80, 0xa8],
].map((bytes) => Uint8Array.from(bytes));

/** The mutant with this index: one to eight mutations of a feed, sometimes spliced with another feed. */
export function mutate(seeds: readonly Uint8Array[], seed: number, index: number): Uint8Array {
  const random = generator(Math.imul(seed, 0x9e3779b1) + index);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;
  let bytes = pick(seeds);
  for (let left = 1 + random(8); left > 0; left--) {
    const at = random(bytes.length + 1);
    const length = random(4) === 0 ? random(bytes.length + 1) : random(40);
    const rest = bytes.subarray(Math.min(bytes.length, at + length));
    switch (random(8)) {
      case 0:
        bytes = join(bytes.subarray(0, at), pick(PIECES), bytes.subarray(at));
        break;
      case 1:
        bytes = join(bytes.subarray(0, at), pick(BYTES), bytes.subarray(at));
        break;
      case 2:
        bytes = join(bytes.subarray(0, at), rest);
        break;
      case 3:
        bytes = join(bytes.subarray(0, at), repeated(pick(PIECES), 1 + random(2000)), bytes.subarray(at));
        break;
      case 4:
        bytes = join(bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at));
        break;
      case 5: {
        const flipped = bytes.slice();
        if (flipped.length > 0) flipped[at % flipped.length]! ^= 1 << random(8);
        bytes = flipped;
        break;
      }
      case 6:
        bytes = random(3) === 0 ? bytes.subarray(0, at) : join(bytes.subarray(0, at), pick(PIECES), rest);
        break;
      default: {
        const other = pick(seeds);
        bytes = join(bytes.subarray(0, at), other.subarray(random(other.length + 1)));
      }
    }
    if (bytes.length > 200_000) bytes = bytes.subarray(0, 200_000);
  }
  return bytes;
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}

function repeated(piece: Uint8Array, times: number): Uint8Array {
  return Buffer.alloc(piece.length * times, piece);
}
