const SUBJECTS = [
  'library',
  'bridge',
  'orchard',
  'ferry',
  'museum',
  'choir',
  'harbour',
  'school',
  'market',
  'garden',
];
const EVENTS = [
  'opens on Saturday',
  'closes for repairs',
  'counts its visitors',
  'asks for helpers',
  'wins a prize',
];

/** Subject and predicate of the nth report that is on no topic. */
export function everydayNews(n: number): { readonly subject: string; readonly event: string } {
  return { subject: SUBJECTS[n % SUBJECTS.length]!, event: EVENTS[Math.floor(n / 2) % EVENTS.length]! };
}
