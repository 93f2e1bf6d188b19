/**
 * ISO 639-3 codes of individual languages with their BCP 47 subtag, for every language that the detectors know. Of a
 * macrolanguage the standard written variety is used: `arb` for Arabic, `ekk` for Estonian, `zsm` for Malay (source:
 * SIL's ISO 639-3 macrolanguage table and the IANA subtag registry).
 */
const TAGS: Readonly<Record<string, string>> = {
  afr: 'af',
  als: 'sq',
  amh: 'am',
  arb: 'ar',
  asm: 'as',
  azj: 'az',
  bel: 'be',
  ben: 'bn',
  bod: 'bo',
  bos: 'bs',
  bul: 'bg',
  cat: 'ca',
  ces: 'cs',
  ckb: 'ckb',
  cmn: 'zh',
  cym: 'cy',
  dan: 'da',
  deu: 'de',
  ekk: 'et',
  ell: 'el',
  eng: 'en',
  eus: 'eu',
  fin: 'fi',
  fra: 'fr',
  gle: 'ga',
  glg: 'gl',
  guj: 'gu',
  hau: 'ha',
  heb: 'he',
  hin: 'hi',
  hrv: 'hr',
  hun: 'hu',
  hye: 'hy',
  ind: 'id',
  isl: 'is',
  ita: 'it',
  jpn: 'ja',
  kan: 'kn',
  kat: 'ka',
  kaz: 'kk',
  khk: 'mn',
  khm: 'km',
  kir: 'ky',
  kor: 'ko',
  lao: 'lo',
  lit: 'lt',
  lvs: 'lv',
  mal: 'ml',
  mar: 'mr',
  mkd: 'mk',
  mya: 'my',
  nld: 'nl',
  nno: 'nn',
  nob: 'nb',
  npi: 'ne',
  ory: 'or',
  pan: 'pa',
  pbu: 'ps',
  pes: 'fa',
  pol: 'pl',
  por: 'pt',
  ron: 'ro',
  rus: 'ru',
  sco: 'sco',
  sin: 'si',
  slk: 'sk',
  slv: 'sl',
  som: 'so',
  spa: 'es',
  srp: 'sr',
  swe: 'sv',
  swh: 'sw',
  tam: 'ta',
  tel: 'te',
  tgk: 'tg',
  tgl: 'tl',
  tha: 'th',
  tur: 'tr',
  uig: 'ug',
  ukr: 'uk',
  urd: 'ur',
  uzn: 'uz',
  vie: 'vi',
  ydd: 'yi',
  yor: 'yo',
  zsm: 'ms',
};

/** Other codes that feeds, pages and the two detectors use for these languages. */
const ALIASES: Readonly<Record<string, string>> = {
  ara: 'arb',
  aze: 'azj',
  chi: 'cmn',
  cze: 'ces',
  dut: 'nld',
  est: 'ekk',
  fas: 'pes',
  fil: 'tgl',
  fre: 'fra',
  ger: 'deu',
  gre: 'ell',
  in: 'ind',
  iw: 'heb',
  ku: 'ckb',
  lav: 'lvs',
  mon: 'khk',
  may: 'zsm',
  msa: 'zsm',
  nep: 'npi',
  no: 'nob',
  nor: 'nob',
  per: 'pes',
  rum: 'ron',
  sh: 'srp',
  sqi: 'als',
  yue: 'cmn',
  zho: 'cmn',
  zlm: 'zsm',
};

const BY_TAG: ReadonlyMap<string, string> = new Map(Object.entries(TAGS).map(([iso, tag]) => [tag, iso]));

/** The individual language of a code (ISO 639-1, -2 or -3); undefined for an unknown one. */
export function individualLanguage(code: string): string | undefined {
  const lower = code.toLowerCase();
  return ALIASES[lower] ?? BY_TAG.get(lower) ?? (Object.hasOwn(TAGS, lower) ? lower : undefined);
}

/** BCP 47 for an ISO 639-3 code; the code itself where there is no shorter one. */
export function tagOf(language: string): string {
  return TAGS[language] ?? language;
}

/** The meaning of a BCP 47 tag as found in practice (`fr-FR`, `zh_TW`, `zh-Hant-HK`, ` en `). */
export interface ParsedTag {
  /** ISO 639-3 of the individual language. */
  readonly language: string;
  /** For Chinese: the script that the tag names or its region implies. */
  readonly script: 'Hans' | 'Hant' | undefined;
}

/** The language of a tag, and the script for Chinese; undefined for no tag, no single tag and an unknown language. */
export function parseTag(tag: string | undefined): ParsedTag | undefined {
  if (tag === undefined) return undefined;
  // A Content-Language header may list several languages; then it identifies none.
  const trimmed = tag.trim().slice(0, 40);
  if (!/^[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*$/.test(trimmed)) return undefined;
  const [code = '', ...rest] = trimmed.split(/[-_]/);
  const language = individualLanguage(code);
  if (language === undefined) return undefined;
  const subtags = rest.map((part) => part.toLowerCase());
  if (language !== 'cmn') return { language, script: undefined };
  if (subtags.includes('hant')) return { language, script: 'Hant' };
  if (subtags.includes('hans')) return { language, script: 'Hans' };
  if (subtags.some((part) => part === 'tw' || part === 'hk' || part === 'mo'))
    return { language, script: 'Hant' };
  if (subtags.some((part) => part === 'cn' || part === 'sg')) return { language, script: 'Hans' };
  return { language, script: undefined };
}
