import type { SpokenNumbers } from './spoken-language.ts';
import { LATIN } from './spoken-latin.ts';
import { OTHER } from './spoken-other.ts';

/** All spoken forms of the numbers of a table. */
function* formsOf({
  first,
  tens = '',
  combined = '',
  tensIn,
  onesIn,
  endings,
}: SpokenNumbers): Generator<[string, number]> {
  const listed = (words: string) => words.split(' ').map((forms) => forms.split('/'));
  const all: [string, number][] = listed(first).flatMap((forms, i) =>
    forms.map((form): [string, number] => [form, i + 1]),
  );
  if (tens !== '') {
    for (const [i, forms] of listed(tens).entries()) for (const form of forms) all.push([form, 20 + 10 * i]);
    for (const [i, tenForms] of listed(tensIn ?? tens).entries())
      for (const ten of tenForms)
        for (const [k, oneForms] of listed(onesIn ?? first)
          .slice(0, 9)
          .entries())
          for (const one of oneForms)
            for (const pattern of combined.split('/'))
              all.push([pattern.replace('T', ten).replace('O', one), 21 + 10 * i + k]);
  }
  for (const [form, number] of all)
    for (const ending of endings?.split(' ') ?? ['']) yield [spokenForm(`${form}${ending}`), number];
}

/** The form in which spoken numbers are compared. */
export function spokenForm(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('i\u0307', 'i')
    .replace(/[’ʼ]/g, "'")
    .replace(/[_-]/g, ' ');
}

/** The days of a month in words. */
export function dayWords(): Map<string, number> {
  return new Map(
    [...LATIN, ...OTHER]
      .flatMap(({ days }) => days.flatMap((spoken) => [...formsOf(spoken)]))
      .filter(([, day]) => day <= 31),
  );
}

/** The years from 2001 to 2039 in words. */
export function yearWords(): Map<string, number> {
  const years = new Map<string, number>();
  for (const { days, century, years: own } of [...LATIN, ...OTHER])
    for (const before of century?.split('/') ?? [])
      for (const spoken of own ?? days)
        for (const [form, number] of formsOf(spoken))
          years.set(`${spokenForm(before)}${form}`, 2000 + number);
  return years;
}
