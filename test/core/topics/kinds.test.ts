import { expect, test } from 'vitest';
import { readLabelled } from '../../../src/cli/topics/read-labelled.ts';
import { topicsOf } from './shipped-topics.ts';

// Headlines of each kind of event in sixteen languages, and look-alikes of their words. Weights were fitted to the first
// file; no word was written from the second.
const [fitted, aside] = await Promise.all(
  ['kinds', 'aside'].map(async (name) =>
    (await readLabelled(`fixtures/labelled-${name}.jsonl`)).map(({ item }) => item),
  ),
);

test.each(
  [...fitted!, ...aside!]
    .filter(({ topics }) => topics.length === 0)
    .map(({ lang, title }): [string, string] => [lang, title]),
)('%s: %s is surely on no topic', (language, title) => {
  expect(topicsOf(title, '', language)).toEqual([]);
});

test.each([
  ['chip_ban', 0.4],
  ['customs_check', 0.6],
  ['domestic_alternative', 0.6],
])('headlines on %s that no word was written from are found', (topic, share) => {
  const own = aside!.filter(({ topics }) => topics.includes(topic));
  const found = own.filter(({ title, body, lang }) => topicsOf(title, body, lang).includes(topic));
  expect(found.length / own.length).toBeGreaterThanOrEqual(share);
});
