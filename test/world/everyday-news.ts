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

/** The nth report on no topic, as subject and predicate. */
export function everydayNews(n: number): { readonly subject: string; readonly event: string } {
  return { subject: SUBJECTS[n % SUBJECTS.length]!, event: EVENTS[Math.floor(n / 2) % EVENTS.length]! };
}
