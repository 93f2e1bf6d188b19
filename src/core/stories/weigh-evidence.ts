import fitted from '../../../config/stories/weights.json' with { type: 'json' };
import { type Comparison, QUOTED } from './compare-with-story.ts';
import { EVIDENCE, type EvidenceName, INDEX } from './evidence.ts';
import type { StoryReason } from './story.ts';
import type { Subject } from './subject.ts';

/** An article joins a story with this score or a higher one. */
export const JOIN_AT = 0;

/** The log-odds of each value, in the order of `EVIDENCE`. The bias includes the threshold for joining. */
export type Weights = Float64Array;

/** The shipped weights: fitted by `npm run fit:stories`, reviewed as a file. */
export const shippedWeights: Weights = Float64Array.from(EVIDENCE, ([name]) => {
  const weight = (fitted.weights as Readonly<Record<string, number>>)[name] ?? 0;
  return name === 'bias' ? weight - fitted.threshold : weight;
});

/** The sum of the evidence. */
export function scoreOf({ values }: Comparison, weights: Weights): number {
  let score = 0;
  for (let index = 0; index < values.length; index += 1) score += values[index]! * weights[index]!;
  return score;
}

/** The evidence in words, strongest first. To two digits the weights add up to the score. */
export function reasonsOf(subject: Subject, comparison: Comparison, weights: Weights): StoryReason[] {
  return EVIDENCE.flatMap(([name], index): StoryReason[] => {
    const weight = Math.round(comparison.values[index]! * weights[index]! * 100) / 100;
    return weight === 0 ? [] : [{ says: inWords(name, subject, comparison), weight }];
  }).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

const SHARED = {
  entities: 'both name',
  countries: 'both name',
  names: 'both name',
  places: 'both place it in',
  models: 'both speak of',
  actions: 'both report',
  ideas: 'both speak of',
  concepts: 'both are about',
  dates: 'both name the day',
} as const;

const SAYS: Readonly<Record<Exclude<EvidenceName, keyof typeof SHARED>, string>> = {
  bias: 'two reports tell different events until shown otherwise',
  copied: '% of the shorter text stands in the other',
  refilled: '% of the shorter text stands in the other, with other figures',
  words: '% of the vocabulary shared',
  sameLanguage: 'reports in one language share words by style alone',
  quantities: 'both give',
  lead: '% of whom it leads with leads the story too',
  leadIdeas: '% of what it leads with leads the story too',
  covered: '% of whom and where is in the story',
  ideasCovered: '% of what happened is in the story',
  closest: '% of all that it and the nearest report say agrees',
  both: 'who, where and what agree together',
  figuresAgree: '% of the figures agree with a report',
  samePeriod: 'they report on the same period',
  sameStance: 'the stance is the same',
  missing: 'it leads with what the story does not have',
  missed: 'it does not have what the nearest report leads with',
  otherPlaces: 'they name different places',
  otherFigures: 'the first figures differ',
  otherModels: 'they speak of different products',
  otherDates: 'they name different days',
  otherPeriod: 'they report on different periods',
  otherEdition: 'it is another edition of a regular report',
  groundless: 'they share no name, place, figure or day',
  otherAction: 'something else happened',
  otherLead: 'it leads with something else',
  otherNames: 'it is about others',
  otherCompany: 'it is about another company',
  otherAgency: 'another authority acts',
  otherProduct: 'it is about another product',
  otherCountry: 'it is about another country',
  otherActor: 'another state acts',
  otherState: 'another state acts first',
  otherPersons: 'it names other people',
  otherDestination: 'it goes to another country',
  otherCourt: 'another court',
  otherAmount: 'another amount of money',
  otherCount: 'another number of them',
  nextEdition: 'it reports on another period first, with other figures',
  otherStance: 'the stance differs',
  differing: 'several of who, where and how much differ at once',
  roundUp: 'one of them is a round-up of several events',
  analysis: 'one of them is an analysis',
  days: 'days apart',
  crowd: 'of many reports some fit by chance',
  spread: 'it names many others in passing',
};

function inWords(name: EvidenceName, subject: Subject, { values, shared, figures }: Comparison): string {
  const value = values[INDEX[name]]!;
  if (isShared(name)) {
    const ids = subject.items
      .map((item, index) => ({ item, strength: item.digits * shared[index]! }))
      .filter(({ item, strength }) => strength > 0 && item.evidence === name)
      .sort((a, b) => b.strength - a.strength)
      .map(({ item }) => item.shown);
    return `${SHARED[name]} ${ids.slice(0, 4).join(', ')}`;
  }
  const says = SAYS[name];
  if (name === 'quantities') {
    const given = subject.figures.filter((_, index) => figures[index]! > 0);
    return `${says} ${given
      .slice(0, 4)
      .map(({ quantity }) => shownQuantity(quantity))
      .join(', ')}`;
  }
  if (name === 'copied' || name === 'refilled') return `${percent(value + QUOTED)}${says.slice(1)}`;
  if (name === 'days') return `${value.toFixed(1)} ${says}`;
  return says.startsWith('%') ? `${percent(value)}${says.slice(1)}` : says;
}

function isShared(name: EvidenceName): name is keyof typeof SHARED {
  return name in SHARED;
}

const SHORT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });

function shownQuantity({ value, unit }: Subject['figures'][number]['quantity']): string {
  return unit === 'n' || unit === 'x' ? SHORT.format(value) : `${SHORT.format(value)} ${unit}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
