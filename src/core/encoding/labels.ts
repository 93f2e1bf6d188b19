import iconv from 'iconv-lite';

/**
 * Labels that publishers use and the WHATWG Encoding Standard lacks, each with a label that it has. Code page names
 * are those of Microsoft, IBM and Java.
 */
const ALIASES: Readonly<Record<string, string>> = {
  '932': 'shift_jis',
  cp932: 'shift_jis',
  windows932: 'shift_jis',
  shiftjis: 'shift_jis',
  shiftjisx0213: 'shift_jis',
  sjis: 'shift_jis',
  '936': 'gbk',
  cp936: 'gbk',
  ms936: 'gbk',
  windows936: 'gbk',
  euccn: 'gbk',
  gb18030: 'gb18030',
  '949': 'euc-kr',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  xwindows949: 'euc-kr',
  '950': 'big5',
  cp950: 'big5',
  ms950: 'big5',
  windows950: 'big5',
  eucjpms: 'euc-jp',
  eucjpwin: 'euc-jp',
  cp51932: 'euc-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  cp20866: 'koi8-r',
  cp21866: 'koi8-u',
  koi8: 'koi8-r',
  cp874: 'windows-874',
  tis62025331: 'windows-874',
  ascii7bit: 'windows-1252',
  iso646us: 'windows-1252',
  ansi: 'windows-1252',
  cp28591: 'windows-1252',
  latin9: 'iso-8859-15',
  utf: 'utf-8',
  unicode11utf8: 'utf-8',
  utf8mb4: 'utf-8',
  utf8bom: 'utf-8',
  cp65001: 'utf-8',
  ucs2: 'utf-16le',
  ucs4: 'utf-32',
};

/** Encodings outside the standard that publishers use and iconv-lite reads. */
const ICONV_ONLY =
  /^(?:utf-?(?:32(?:[bl]e)?|7)|cp(?:437|7\d\d|8\d\d|1125)|ibm(?:437|8\d\d)|viscii|tcvn\w*|armscii8|rk1048|koi8-t|mac[a-z]+)$/;

/**
 * The canonical name of an encoding, or undefined for a label that names none.
 * Names of the WHATWG standard where it has one (`iso-8859-1` is `windows-1252`, `gb2312` is `gbk`).
 */
export function resolveLabel(label: string | undefined): string | undefined {
  const trimmed = label?.trim().toLowerCase() ?? '';
  if (trimmed === '' || trimmed.length > 40) return undefined;
  const bare = trimmed.replace(/[\s_-]+/g, '');
  const isoNumber = /^iso8859(\d{1,2})(?:\d{4})?$/.exec(bare)?.[1];
  for (const name of [
    trimmed,
    ALIASES[bare],
    isoNumber && `iso-8859-${isoNumber}`,
    /^(?:cp|windows|win|ms|x-?cp)-?(125\d)$/.test(bare) ? `windows-${bare.slice(-4)}` : undefined,
    bare,
  ]) {
    const known = name && whatwgName(name);
    if (known) return known;
  }
  return ICONV_ONLY.test(trimmed) && iconv.encodingExists(trimmed) ? trimmed : undefined;
}

const names = new Map<string, string | undefined>();

function whatwgName(label: string): string | undefined {
  if (names.has(label)) return names.get(label);
  let name: string | undefined;
  try {
    name = new TextDecoder(label).encoding;
  } catch {
    name = undefined;
  }
  // Labels come from outside, so the cache of them is bounded.
  if (names.size < 1000) names.set(label, name);
  return name;
}

/**
 * Encodings in which iconv-lite follows the WHATWG standard and Node's ICU tables do not: ICU's EUC-KR lacks the
 * syllables of code page 949, its Big5 the characters of Hong Kong.
 */
const BY_ICONV: Readonly<Record<string, string>> = { 'euc-kr': 'cp949', big5: 'big5hkscs' };

/** Decodes with a name from `resolveLabel`. Invalid bytes become U+FFFD, and a byte order mark is removed. */
export function decodeAs(bytes: Uint8Array, name: string): string {
  const table = BY_ICONV[name];
  if (table !== undefined) return iconv.decode(bytes, table);
  if (whatwgName(name) !== undefined) return new TextDecoder(name).decode(bytes);
  return iconv.decode(bytes, name, { stripBOM: true });
}
