/**
 * The evidence used when an article is compared with a story, in the order of its values. The sign is fixed: shared
 * features never lower the score, contradictions never raise it. A third number is a minimum, set by hand: copies,
 * editions of regular reports, two states that act alike, and bare headlines with only common trade words are too
 * rare in the sets to be fitted. The fit may give more.
 */
export const EVIDENCE = [
  ['bias', 0],
  ['copied', 1, 9],
  ['refilled', 1],
  ['words', 1],
  ['sameLanguage', -1],
  ['entities', 1],
  ['countries', 1],
  ['names', 1],
  ['places', 1],
  ['models', 1],
  ['quantities', 1],
  ['actions', 1],
  ['ideas', 1],
  ['concepts', 1],
  ['dates', 1],
  ['lead', 1],
  ['leadIdeas', 1],
  ['covered', 1],
  ['ideasCovered', 1],
  ['closest', 1],
  ['both', 1],
  ['figuresAgree', 1],
  ['samePeriod', 1],
  ['sameStance', 1],
  ['missing', -1],
  ['missed', -1],
  ['otherPlaces', -1],
  ['otherFigures', -1],
  ['otherModels', -1],
  ['otherDates', -1],
  ['otherPeriod', -1],
  ['otherEdition', -1, 6],
  ['nextEdition', -1],
  ['groundless', -1, 3],
  ['otherAction', -1, 1],
  ['otherLead', -1],
  ['otherNames', -1],
  ['otherCompany', -1],
  ['otherAgency', -1],
  ['otherProduct', -1],
  ['otherCountry', -1, 1],
  ['otherActor', -1, 4],
  ['otherState', -1],
  ['otherPersons', -1],
  ['otherDestination', -1, 2],
  ['otherCourt', -1, 1],
  ['otherAmount', -1],
  ['otherCount', -1],
  ['otherStance', -1],
  ['differing', -1],
  ['roundUp', -1, 8],
  ['analysis', -1],
  ['days', -1],
  ['crowd', -1],
  ['spread', -1],
] as const;

export type EvidenceName = (typeof EVIDENCE)[number][0];

/** Facts in which two reports with similar words differ when they are about two events: who, where, how much. */
export const CONTRADICTING_FACTS = [
  'otherCompany',
  'otherCountry',
  'otherActor',
  'otherDestination',
  'otherCourt',
  'otherAmount',
  'otherCount',
] as const satisfies readonly EvidenceName[];

/** What sets two events apart, one line for one thing: each that differs beyond the first counts once more. */
export const WHAT_DIFFERS = [
  ['otherPlaces'],
  ['otherFigures', 'otherAmount', 'otherCount'],
  ['otherCompany'],
  ['otherAgency'],
  ['otherProduct'],
  ['otherCountry', 'otherActor', 'otherState'],
  ['otherPersons'],
  ['otherDestination'],
  ['otherCourt'],
] as const satisfies readonly (readonly EvidenceName[])[];

export const INDEX = Object.fromEntries(EVIDENCE.map(([name], index) => [name, index])) as Readonly<
  Record<EvidenceName, number>
>;
