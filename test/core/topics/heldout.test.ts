import { expect, test } from 'vitest';
import { readLabelled } from '../../../src/cli/topics/read-labelled.ts';
import { classify } from '../../../src/core/topics/classify.ts';
import { shippedTopics } from './shipped-topics.ts';

async function judge(file: string) {
  return (await readLabelled(file)).map(({ item }) => ({
    isReport: item.topics.length > 0,
    matches: classify({ title: item.title, text: item.body, language: item.lang }, shippedTopics),
  }));
}

test('bulletins of courts, parliaments, customs and tenders, which are in no fit, are found', async () => {
  const items = await judge('fixtures/heldout-bulletins.jsonl');
  const reports = items.filter(({ isReport }) => isReport);
  const sure = items.filter(({ matches }) => matches.some(({ level }) => level === 'sure'));
  // Forecasts are in docs/topics.md. The bounds leave room for weights that are fitted anew.
  expect(sure.filter(({ isReport }) => isReport).length / reports.length).toBeGreaterThan(0.65);
  expect(sure.filter(({ isReport }) => !isReport).length).toBeLessThanOrEqual(2);
  expect(reports.filter(({ matches }) => matches.length > 0).length / reports.length).toBeGreaterThan(0.8);
});

test('ordinary technology news is hardly ever possible, and never sure', async () => {
  const items = await judge('fixtures/heldout-ordinary.jsonl');
  const matched = items.filter(({ matches }) => matches.length > 0);
  expect(matched.filter(({ matches }) => matches.some(({ level }) => level === 'sure'))).toEqual([]);
  // At most 8 of 1,000.
  expect(matched.length / items.length).toBeLessThanOrEqual(0.008);
});
