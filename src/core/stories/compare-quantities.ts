import type { StoryQuantity } from './story.ts';

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
  TRY: 42,
  PLN: 3.7,
  MYR: 4.2,
  VND: 26_000,
  IDR: 16_500,
  CHF: 0.8,
  UAH: 42,
  AED: 3.67,
  SAR: 3.75,
  THB: 33,
};

interface Unit {
  readonly measure: 'money' | 'mass' | 'power';
  /** In dollars, kilograms or megawatts. */
  readonly size: number;
}

/** Units that can be converted into others of their measure. */
const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...Object.entries(PER_DOLLAR).map(([currency, rate]): [string, Unit] => [
    currency,
    { measure: 'money', size: 1 / rate },
  ]),
  ['kg', { measure: 'mass', size: 1 }],
  ['t', { measure: 'mass', size: 1000 }],
  ['MW', { measure: 'power', size: 1 }],
  ['GW', { measure: 'power', size: 1000 }],
]);

/**
 * Whether two figures measure the same thing: two amounts, two masses, two counts of chips. If such figures differ,
 * they are about different events.
 */
export function measuresTheSame(a: StoryQuantity, b: StoryQuantity): boolean {
  if (a.unit === b.unit) return a.of === b.of;
  const own = UNITS.get(a.unit);
  return own !== undefined && own.measure === UNITS.get(b.unit)?.measure;
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
  const own = UNITS.get(a.unit);
  const other = own && UNITS.get(b.unit);
  if (own === undefined || other === undefined || own.measure !== other.measure) return 0;
  const share = (a.value * own.size) / (b.value * other.size);
  if (own.measure === 'money') return share > 0.88 && share < 1.14 ? 0.5 : 0;
  return share > 0.95 && share < 1.05 ? 0.7 : 0;
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
