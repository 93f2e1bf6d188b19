/**
 * Abbreviations of zones with their offsets in minutes east of UTC: those of RFC 822 and 2822, and others that feeds,
 * pages and servers use. Where an abbreviation has several offsets in different countries, the most frequent is
 * first.
 */
const OFFSETS: Readonly<Record<string, readonly [number, ...number[]]>> = {
  z: [0], ut: [0], utc: [0], gmt: [0], wet: [0], zulu: [0],
  // North America; the same letters elsewhere: Australia (EST, EDT), China (CST), the Philippines (PST), Malaysia
  // (MST), Arabia (AST).
  est: [-300, 600], edt: [-240, 660], et: [-300], cst: [-360, 480], cdt: [-300], ct: [-360], mst: [-420, 480],
  mdt: [-360], mt: [-420], pst: [-480, 480], pdt: [-420], pt: [-480], ast: [-240, 180], adt: [-180], at: [-240],
  nst: [-210], ndt: [-150], akst: [-540], akdt: [-480], hst: [-600], hast: [-600], hadt: [-540],
  // South America
  brt: [-180], brst: [-120], art: [-180], clt: [-240], clst: [-180], cot: [-300], pet: [-300],
  // Europe; BST is Bangladesh's, too, and IST India's, Ireland's and Israel's.
  bst: [60, 360], ist: [330, 60, 120], idt: [180], west: [60], cet: [60], cest: [120], met: [60], mest: [120], mez: [60],
  mesz: [120], hnec: [60], heec: [120], eet: [120], eest: [180], oez: [120], oesz: [180], msk: [180], мск: [180],
  msd: [240], trt: [180],
  // Africa
  sast: [120], wat: [60], cat: [120], eat: [180],
  // Asia and the Pacific; SST is Samoa's and Singapore's.
  gst: [240], irst: [210], pkt: [300], npt: [345], bdt: [360], ict: [420], wib: [420], wita: [480], wit: [540],
  hkt: [480], sgt: [480], sst: [-660, 480], myt: [480], pht: [480], jst: [540], kst: [540], awst: [480], acst: [570],
  acdt: [630], aest: [600], aedt: [660], nzst: [720], nzdt: [780],
}; // biome-ignore format: a table

/**
 * The offset of an abbreviation, in minutes east of UTC. Of several offsets, the one that the publisher's zone has in
 * January or July of that year; where it has none of them, the most frequent.
 * @param name in lower case
 * @param publisher IANA zone of the publisher; undefined where unknown
 * @param local the written time, as if it were UTC, in epoch milliseconds
 * @returns undefined for an unknown name
 */
export function namedOffset(name: string, publisher: string | undefined, local: number): number | undefined {
  const offsets = Object.hasOwn(OFFSETS, name) ? OFFSETS[name] : undefined;
  if (offsets === undefined || offsets.length === 1 || publisher === undefined) return offsets?.[0];
  const year = new Date(local).getUTCFullYear();
  const shown = [0, 6].map((month) => {
    const noon = Date.UTC(year, month, 15, 12);
    return (noon - (instantInZone(publisher, noon) ?? noon)) / 60_000;
  });
  return offsets.find((offset) => shown.includes(offset)) ?? offsets[0];
}

/** Whether a text is an abbreviation that `namedOffset` knows, in any case. */
export function isZoneName(name: string): boolean {
  return Object.hasOwn(OFFSETS, name.toLowerCase());
}

/** Minutes for `+02:00`, `-0330`, `+8`; undefined for an offset that no zone has. */
export function numericOffset(sign: string, hours: string, minutes: string | undefined): number | undefined {
  const h = Number(hours);
  const m = Number(minutes ?? 0);
  if (h > 15 || m > 59) return undefined;
  return (sign === '-' ? -1 : 1) * (h * 60 + m);
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/**
 * The instant at which clocks in an IANA zone show the given time (as if it were UTC, in epoch milliseconds);
 * undefined for an unknown zone. Of a time that occurs twice in autumn, the second.
 */
export function instantInZone(zone: string, local: number): number | undefined {
  if (zone === 'UTC') return local;
  let format = formats.get(zone);
  if (!formats.has(zone)) {
    try {
      format = new Intl.DateTimeFormat('en-US-u-hc-h23', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'medium',
      });
    } catch {
      format = undefined;
    }
    // Names come from outside, so the cache of them is bounded.
    if (formats.size < 200) formats.set(zone, format);
  }
  if (format === undefined) return undefined;
  const offsetAt = (instant: number) => shownBy(format, instant) - instant;
  const guess = local - offsetAt(local);
  return local - offsetAt(guess);
}

/** What clocks in an IANA zone show at an instant, as if it were UTC, in epoch milliseconds; UTC for an unknown zone. */
export function timeInZone(zone: string, instant: number): number {
  // The local time that differs from UTC as clocks do at this instant.
  return instant + (instant - (instantInZone(zone, instant) ?? instant));
}

function shownBy(format: Intl.DateTimeFormat, instant: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year + (year < 100 ? 2000 : 0), month - 1, day, hour, minute, second);
}
