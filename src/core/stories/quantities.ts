import { countedThing } from './counted-things.ts';
import { withDigits } from './number-words.ts';
import type { StoryQuantity } from './story.ts';

const MAX_QUANTITIES = 16;
/** Smaller counts without a unit are in every text. */
const LEAST_COUNT = 10;
/** A larger number is no figure. */
const MOST = 1e15;
/** How many characters after a number may say what it is. */
const AHEAD = 60;

const NUMBER = /\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?/g;

/** Scale words after a number, folded to lower case. The first match wins, so longer ones are first. */
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:千万|千萬|천만)/u, 1e7],
  [/^(?:百万|百萬|백만)/u, 1e6],
  [/^(?:百亿|百億|백억)/u, 1e10],
  [/^(?:千亿|千億|천억)/u, 1e11],
  [/^(?:十亿|十億|십억)/u, 1e9],
  [/^(?:万亿|萬億|兆|조)/u, 1e12],
  [/^(?:亿|億|억)/u, 1e8],
  [/^(?:万|萬|만)/u, 1e4],
  [/^(?:千|천)/u, 1e3],
  [/^(?:trillion(?:s|en)?|trilh\S+|tn|трлн|триллион\S*|nghìn tỷ|trilyon)(?![\p{L}])/u, 1e12],
  [/^(?:mil millones|mil milhões|mil millions)(?![\p{L}])/u, 1e9],
  [
    /^(?:milliard\S*|miliard\S*|miljard|milyar|mrd|mld|mld\.|md|bn|млрд|миллиард\S*|مليار\S*|tỷ|अरब|bilh\S+)(?![\p{L}])/u,
    1e9,
  ],
  [
    /^(?:milli?on\S*|milion\S*|mili[oó]n\S*|milh\S+|miljoen|milyon|mio|mln|mn|млн|миллион\S*|مليون\S*|ملايين|triệu|m)(?![\p{L}])/u,
    1e6,
  ],
  [/^(?:crore)(?![\p{L}])/u, 1e7],
  [/^(?:lakh)(?![\p{L}])/u, 1e5],
  [
    /^(?:thousand|tausend|mille|mila|mil|тыс|тысяч\S*|duizend|tys|bin|ألف|آلاف|nghìn|हज़ार|k)(?![\p{L}])/u,
    1e3,
  ],
];
const LONG_SCALE_BILLION = /^(?:billion\S*|bill[oó]n\S*|biliard\S*|bilion\S*|biljoen)(?![\p{L}])/u;
const LONG_SCALE_LANGUAGES = new Set(['deu', 'spa', 'nld', 'pol', 'fra']);

const CURRENCY_AFTER: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:新台币|新臺幣|新台幣|台币|台幣|台湾ドル|대만\s?달러|nt\$|taiwan dollars?|dollars? taïwanais|taiwan-dollar)/u,
    'TWD',
  ],
  [/^(?:港元|港币|港幣|香港ドル|홍콩\s?달러|hk\$|hong kong dollars?)/u, 'HKD'],
  [/^(?:新加坡元|新元|s\$|singapore dollars?)/u, 'SGD'],
  [
    /^(?:美元|美金|米ドル|ドル|달러|us\$|\$|us[- ]?dollars?|dollars?|d[oó]lares|d[oó]lar|dollari|dollaro|долл\S*|dolar\S*|دولار|đô la|usd|डॉलर)/u,
    'USD',
  ],
  [/^(?:欧元|歐元|ユーロ|유로|€|euros?|евро|eur|يورو)(?![\p{L}])/u, 'EUR'],
  [/^(?:人民币|人民幣|人民元|위안|元|yuans?|yuanes|renminbi|rmb|юан\S*|cny|يوان|nhân dân tệ)/u, 'CNY'],
  [/^(?:日元|日圆|日圓|円|엔|yens?|yenes|иен\S*|jpy|¥)(?![\p{Script=Latin}\p{Script=Cyrillic}])/u, 'JPY'],
  [/^(?:韩元|韓元|韩圆|ウォン|원|wones|wons?|вон\S*|krw|₩)(?![\p{Script=Latin}\p{Script=Cyrillic}])/u, 'KRW'],
  [/^(?:英镑|英鎊|ポンド|파운드|£|pounds?|pfund|livres?|libras?|sterline|gbp|фунт\S*)/u, 'GBP'],
  [/^(?:卢比|盧比|ルピー|루피|₹|rupees?|roupies|rupias|rúpias|rupien|inr|रुपये)/u, 'INR'],
  [/^(?:卢布|ルーブル|루블|₽|roubles?|rubles?|rubel|rublos|rubli|рубл\S*)/u, 'RUB'],
  [/^(?:reais|real(?![\p{L}])|reales|雷亚尔)/u, 'BRL'],
];
const CURRENCY_BEFORE: readonly (readonly [RegExp, string])[] = [
  [/(?:nt\$|新台币|新臺幣|新台幣)\s?$/u, 'TWD'],
  [/(?:hk\$|港币|港幣)\s?$/u, 'HKD'],
  [/(?<![a-z])s\$\s?$/u, 'SGD'],
  [/r\$\s?$/u, 'BRL'],
  [/(?:us)?\$\s?$/u, 'USD'],
  [/(?:€|eur)\s?$/u, 'EUR'],
  [/(?:rmb|cny|人民币)\s?$/u, 'CNY'],
  [/(?:¥)\s?$/u, 'JPY'],
  [/₩\s?$/u, 'KRW'],
  [/£\s?$/u, 'GBP'],
  [/(?:₹|rs\.?)\s?$/u, 'INR'],
  [/₽\s?$/u, 'RUB'],
];

const UNITS_AFTER: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:%|％|percentage|per ?cent|pour ?cent|prozent|por ciento|por cento|percento|per cento|процент\S*|パーセント|퍼센트|procent|yüzde|个百分点|個百分點|ポイント|포인트)/u,
    '%',
  ],
  [/^(?:nm|nanom\S+|纳米|奈米|納米|ナノ|나노|нм|нанометр\S*)/u, 'nm'],
  [/^(?:gb|gigab\S+|go|гб)(?![\p{L}])/u, 'GB'],
  [/^(?:gw|gigawatts?|吉瓦|гвт)(?![\p{L}])/u, 'GW'],
  [/^(?:mw|megawatts?|兆瓦|мвт)(?![\p{L}])/u, 'MW'],
  [/^(?:kilo(?:s|gram\S*)?|kg|公斤|千克|キロ|킬로|кг)(?![\p{Script=Latin}\p{Script=Cyrillic}])/u, 'kg'],
  [/^(?:tonn?es?|tonnen?|toneladas?|tonnellate|吨|噸|トン|톤|тонн\S*)/u, 't'],
];
/** Text after a number that makes it part of a date, a time or an age; such numbers are left out. */
const TIME_AFTER =
  /^(?:年|月|日|号|號|時|时|点|點|分(?!の)|년|월|일|시|st\b|nd\b|rd\b|th\b|hours?\b|days?\b|weeks?\b|months?\b|years?\b|heures?\b|jours?\b|mois\b|ans\b|stunden\b|tage\S*|monat\S*|j[äa]hr\S*|uhr\b|días?\b|meses\b|años\b|horas?\b|dias?\b|anos\b|giorni\b|mesi\b|anni\b|ore\b|лет(?:н\p{L}*)?(?!\p{L})|дней(?!\p{L})|месяц\S*|год\S*|岁|歲|歳|세(?![대계기])|살(?!\p{L})|小时|小時|时间|か月|カ月|ヶ月|개월|周|週)/u;
const MONTH_AFTER =
  /^(?:de |\.)?\s?(?:jan|feb|f[ée]v|mar|m[äa]r|apr|avr|abr|may|mai|mag|jun|jui|giu|jul|lug|aug|ao[uû]t|ago|sep|set|oct|okt|out|ott|nov|dec|d[ée]c|dez|dic|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)\p{L}*/u;

/**
 * Distinct amounts, shares, sizes and counts in any of the shipped languages, with scale words and 万/亿 applied, in
 * text order. Numbers may be written out. Years, dates, times and digits in product names are left out.
 */
export function quantitiesIn(written: string, language: string): StoryQuantity[] {
  const folded = withDigits(written, language);
  const found = new Map<string, StoryQuantity>();
  let consumed = 0;
  for (const match of folded.matchAll(NUMBER)) {
    if (found.size >= MAX_QUANTITIES) break;
    const start = match.index;
    const before = folded.slice(Math.max(0, start - 8), start);
    if (
      /[\p{Script=Latin}\p{Script=Cyrillic}\d][.,:/-]?$/u.test(before) &&
      !/(?:us|nt|hk|r|s|rmb|cny|eur|rs)$/u.test(before)
    ) {
      continue;
    }
    if (start < consumed) continue;
    const end = start + match[0].length;
    const read = readQuantity(match[0], before, folded.slice(end, end + AHEAD), language);
    if (read === undefined) continue;
    consumed = end + read.consumed;
    found.set(`${read.quantity.unit} ${read.quantity.value}`, read.quantity);
  }
  return [...found.values()];
}

function readQuantity(
  digits: string,
  before: string,
  rest: string,
  language: string,
): { quantity: StoryQuantity; consumed: number } | undefined {
  let after = rest.replace(/^[\s-]+/u, '');
  const glued = after.length === rest.length;
  if (/^:\d/.test(after) || TIME_AFTER.test(after) || MONTH_AFTER.test(after)) return undefined;
  let value = parseNumber(digits);
  if (value > MOST) return undefined;
  const scale = scaleOf(after, language);
  if (scale !== undefined) {
    value *= scale.factor;
    const attached = after.slice(scale.length);
    after = attached.trimStart();
    const lower = lowerPart(after, scale.factor, language, attached === after);
    value += lower.value;
    after = after.slice(lower.length).replace(/^[\s余多以上.]+/u, '');
    after = after.replace(/^(?:de |d'|di |of |en )/u, '');
  } else if (glued && /^\p{Script=Latin}/u.test(after) && !UNITS_AFTER.some(([unit]) => unit.test(after))) {
    return undefined;
  }
  const consumed = rest.length - after.length;
  const currency = lookUp(CURRENCY_BEFORE, before) ?? lookUp(CURRENCY_AFTER, after);
  if (currency !== undefined) return { quantity: { value, unit: currency }, consumed };
  const unit = lookUp(UNITS_AFTER, after) ?? (/(?:百分之|yüzde|%)\s?$/u.test(before) ? '%' : undefined);
  if (unit !== undefined) return { quantity: { value, unit }, consumed };
  if (!Number.isInteger(value)) return { quantity: { value, unit: 'x' }, consumed };
  if (value < LEAST_COUNT) return undefined;
  const year = scale === undefined && /^\d{4}$/.test(digits) && value >= 1900 && value <= 2100;
  if (year) return undefined;
  const of = countedThing(after);
  return { quantity: { value, unit: 'n', ...(of === undefined ? {} : { of }) }, consumed };
}

/**
 * The lower part of 3兆5000억, 1亿2000万, 1만2000. It follows the higher part directly, without a space if it has no unit.
 */
function lowerPart(
  text: string,
  above: number,
  language: string,
  attached: boolean,
): { value: number; length: number } {
  const digits = /^\d+(?:[.,]\d+)?/u.exec(text)?.[0];
  if (digits === undefined) return { value: 0, length: 0 };
  const rest = text.slice(digits.length).trimStart();
  const scale = scaleOf(rest, language);
  if (scale === undefined && attached && /^\d{1,4}$/.test(digits) && above >= 1e4)
    return { value: Number(digits), length: digits.length };
  if (scale === undefined || scale.factor >= above) return { value: 0, length: 0 };
  return {
    value: parseNumber(digits) * scale.factor,
    length: text.length - rest.length + scale.length,
  };
}

function lookUp(table: readonly (readonly [RegExp, string])[], text: string): string | undefined {
  return table.find(([pattern]) => pattern.test(text))?.[1];
}

function scaleOf(text: string, language: string): { factor: number; length: number } | undefined {
  const billion = LONG_SCALE_BILLION.exec(text);
  if (billion !== null) {
    return { factor: LONG_SCALE_LANGUAGES.has(language) ? 1e12 : 1e9, length: billion[0].length };
  }
  for (const [pattern, factor] of SCALES) {
    const match = pattern.exec(text);
    if (match !== null) return { factor, length: match[0].length };
  }
  return undefined;
}

/**
 * Parses `1,234.5`, `1.234,5`, `1 234,5` and `0,125`. A separator before three digits groups digits, except after a
 * single zero.
 */
export function parseNumber(digits: string): number {
  const compact = digits.replace(/['’\u00a0\u202f ]/gu, '');
  if (/^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/.test(compact) && !compact.startsWith('0')) {
    return Number(compact.replace(/[.,]/g, ''));
  }
  const decimal = /^(.*)[.,](\d+)$/.exec(compact);
  if (decimal === null) return Number(compact);
  return Number(`${decimal[1]!.replace(/[.,]/g, '')}.${decimal[2]!}`);
}

/**
 * Rough exchange rates to the dollar, used only to see whether two amounts may be equal. No converted amount is ever
 * shown.
 */
const PER_DOLLAR: Readonly<Record<string, number>> = {
  USD: 1,
  EUR: 0.88,
  CNY: 7.15,
  JPY: 150,
  KRW: 1400,
  TWD: 31,
  HKD: 7.8,
  SGD: 1.3,
  GBP: 0.76,
  INR: 87,
  RUB: 82,
  BRL: 5.4,
};

/** Units of one measure, in terms of the smallest. */
const IN_SMALLER: Readonly<Record<string, readonly [measure: string, size: number]>> = {
  kg: ['mass', 1],
  t: ['mass', 1000],
  MW: ['power', 1],
  GW: ['power', 1000],
};

/**
 * Whether two figures measure the same thing: two amounts, two masses, two counts of chips. If such figures differ,
 * they are about different events.
 */
export function measuresTheSame(a: StoryQuantity, b: StoryQuantity): boolean {
  if (a.unit !== b.unit) return measureOf(a) !== undefined && measureOf(a) === measureOf(b);
  return a.of === b.of;
}

function measureOf({ unit }: StoryQuantity): string | undefined {
  return unit in PER_DOLLAR ? 'money' : IN_SMALLER[unit]?.[0];
}

/**
 * From 0 to 1: how well two figures agree. The same figure, the same figure rounded, or the same amount in another
 * currency.
 */
export function quantityAgreement(a: StoryQuantity, b: StoryQuantity): number {
  if (a.unit === b.unit) {
    // One report may count cards, another servers; then only the exact figure counts.
    if (a.of !== undefined && b.of !== undefined && a.of !== b.of) return a.value === b.value ? 0.5 : 0;
    const gap = Math.abs(a.value - b.value) / Math.max(Math.abs(a.value), Math.abs(b.value), 1e-9);
    if (gap < 0.001) return 1;
    if (a.unit === 'nm' || a.unit === 'GB') return 0;
    if (a.unit === '%') return Math.abs(a.value - b.value) <= 0.5 ? 0.7 : 0;
    return gap <= 0.05 && isRounded(a.value, b.value) ? 0.7 : 0;
  }
  const sizeA = IN_SMALLER[a.unit];
  const sizeB = IN_SMALLER[b.unit];
  if (sizeA !== undefined && sizeB !== undefined && sizeA[0] === sizeB[0]) {
    const share = (a.value * sizeA[1]) / (b.value * sizeB[1]);
    return share > 0.95 && share < 1.05 ? 0.7 : 0;
  }
  const rateA = PER_DOLLAR[a.unit];
  const rateB = PER_DOLLAR[b.unit];
  if (rateA === undefined || rateB === undefined) return 0;
  const ratio = a.value / rateA / (b.value / rateB);
  return ratio > 0.88 && ratio < 1.14 ? 0.5 : 0;
}

/** Whether one figure is the other with fewer digits: 5.63 and 5.6, 394.9 and 400. 387.8 and 394.9 are two figures. */
function isRounded(a: number, b: number): boolean {
  const [digitsA, digitsB] = [significantDigits(a), significantDigits(b)];
  if (digitsA === digitsB) return false;
  const [coarse, digits] = digitsA < digitsB ? [a, digitsA] : [b, digitsB];
  const lastDigit = 10 ** (Math.floor(Math.log10(Math.abs(coarse))) + 1 - digits);
  return Math.abs(a - b) < lastDigit;
}

/** 2 for 5.6, 5,600 and 560 million: the zeros that only say how large a figure is do not count. */
export function significantDigits(value: number): number {
  return String(value)
    .replace(/[.-]/g, '')
    .replace(/^0+|0+$/g, '').length;
}
