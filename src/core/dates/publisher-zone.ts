/** Countries with one time zone, or with one in which nearly all publishers are, by top-level domain and region. */
const BY_COUNTRY: Readonly<Record<string, string>> = {
  af: 'Asia/Kabul', al: 'Europe/Tirane', am: 'Asia/Yerevan', az: 'Asia/Baku', bd: 'Asia/Dhaka', ge: 'Asia/Tbilisi', iq: 'Asia/Baghdad',
  kw: 'Asia/Kuwait', lk: 'Asia/Colombo', ma: 'Africa/Casablanca', mk: 'Europe/Skopje', np: 'Asia/Kathmandu', qa: 'Asia/Qatar',
  uz: 'Asia/Tashkent',
  ae: 'Asia/Dubai', ar: 'America/Argentina/Buenos_Aires', at: 'Europe/Vienna', be: 'Europe/Brussels', bg: 'Europe/Sofia',
  by: 'Europe/Minsk', ch: 'Europe/Zurich', cn: 'Asia/Shanghai', co: 'America/Bogota', cz: 'Europe/Prague',
  de: 'Europe/Berlin', dk: 'Europe/Copenhagen', ee: 'Europe/Tallinn', eg: 'Africa/Cairo', es: 'Europe/Madrid',
  fi: 'Europe/Helsinki', fr: 'Europe/Paris', gb: 'Europe/London', gr: 'Europe/Athens', hk: 'Asia/Hong_Kong',
  hr: 'Europe/Zagreb', hu: 'Europe/Budapest', ie: 'Europe/Dublin', il: 'Asia/Jerusalem', in: 'Asia/Kolkata',
  ir: 'Asia/Tehran', is: 'Atlantic/Reykjavik', it: 'Europe/Rome', jp: 'Asia/Tokyo', ke: 'Africa/Nairobi',
  kr: 'Asia/Seoul', lb: 'Asia/Beirut', li: 'Europe/Vaduz', lt: 'Europe/Vilnius', lu: 'Europe/Luxembourg',
  lv: 'Europe/Riga', my: 'Asia/Kuala_Lumpur', ng: 'Africa/Lagos', nl: 'Europe/Amsterdam', no: 'Europe/Oslo',
  pe: 'America/Lima', ph: 'Asia/Manila', pk: 'Asia/Karachi', pl: 'Europe/Warsaw', ro: 'Europe/Bucharest',
  rs: 'Europe/Belgrade', sa: 'Asia/Riyadh', se: 'Europe/Stockholm', sg: 'Asia/Singapore', si: 'Europe/Ljubljana',
  sk: 'Europe/Bratislava', th: 'Asia/Bangkok', tr: 'Europe/Istanbul', tw: 'Asia/Taipei', ua: 'Europe/Kyiv',
  br: 'America/Sao_Paulo', cl: 'America/Santiago', id: 'Asia/Jakarta', mx: 'America/Mexico_City', nz: 'Pacific/Auckland',
  pt: 'Europe/Lisbon', ru: 'Europe/Moscow',
  uk: 'Europe/London', uy: 'America/Montevideo', ve: 'America/Caracas', vn: 'Asia/Ho_Chi_Minh', za: 'Africa/Johannesburg',
}; // biome-ignore format: a table

/** Languages nearly all of whose publishers are in one time zone. */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  az: 'Asia/Baku', be: 'Europe/Minsk', ca: 'Europe/Madrid', eu: 'Europe/Madrid', fa: 'Asia/Tehran', gl: 'Europe/Madrid',
  hy: 'Asia/Yerevan', id: 'Asia/Jakarta', ka: 'Asia/Tbilisi', mk: 'Europe/Skopje', ms: 'Asia/Kuala_Lumpur', ne: 'Asia/Kathmandu',
  nn: 'Europe/Oslo', sq: 'Europe/Tirane', sr: 'Europe/Belgrade', ur: 'Asia/Karachi', uz: 'Asia/Tashkent',
  bg: 'Europe/Sofia', cs: 'Europe/Prague', da: 'Europe/Copenhagen', de: 'Europe/Berlin', el: 'Europe/Athens',
  et: 'Europe/Tallinn', fi: 'Europe/Helsinki', fr: 'Europe/Paris', he: 'Asia/Jerusalem', hi: 'Asia/Kolkata',
  hr: 'Europe/Zagreb', hu: 'Europe/Budapest', is: 'Atlantic/Reykjavik', it: 'Europe/Rome', ja: 'Asia/Tokyo',
  ko: 'Asia/Seoul', lt: 'Europe/Vilnius', lv: 'Europe/Riga', nb: 'Europe/Oslo', nl: 'Europe/Amsterdam',
  no: 'Europe/Oslo', pl: 'Europe/Warsaw', ro: 'Europe/Bucharest', ru: 'Europe/Moscow', sk: 'Europe/Bratislava',
  sl: 'Europe/Ljubljana', sv: 'Europe/Stockholm', th: 'Asia/Bangkok', tr: 'Europe/Istanbul', uk: 'Europe/Kyiv',
  vi: 'Asia/Ho_Chi_Minh', zh: 'Asia/Shanghai',
}; // biome-ignore format: a table

/**
 * The IANA zone of a publisher: by the country of the domain, else by the region of the language tag, else by the
 * language. UTC where none of these decides.
 */
export function publisherZone(url: string, language: string | undefined): string {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const byDomain = BY_COUNTRY[host.slice(host.lastIndexOf('.') + 1)];
  if (byDomain !== undefined) return byDomain;
  const parts = (language ?? '').toLowerCase().split(/[-_]/);
  const region = parts.slice(1).find((part) => part.length === 2);
  if (region !== undefined) return BY_COUNTRY[region] ?? 'UTC';
  if (parts.includes('hant')) return 'Asia/Taipei';
  return BY_LANGUAGE[parts[0] ?? ''] ?? 'UTC';
}
