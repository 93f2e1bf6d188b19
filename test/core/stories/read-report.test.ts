import { expect, test } from 'vitest';
import { readReport } from '../../../src/core/stories/read-report.ts';
import { loadGazetteer } from '../../../src/pipeline/models/load-gazetteer.ts';
import { loadTopics } from '../../../src/pipeline/models/load-topics.ts';

const rules = {
  topics: await loadTopics('config/topics', 'config/entities.yaml'),
  gazetteer: await loadGazetteer('config/entities.yaml'),
};

function report(title: string, text: string) {
  const published = new Date('2026-05-04T08:00:00Z');
  return { title, text, language: 'eng', published, outlet: 'Example', url: 'https://a.example/1' };
}

const ban = report(
  'United States bans exports of NVIDIA H20 chips to China',
  'The Commerce Department banned the export of NVIDIA H20 chips to China on Monday.',
);
const weather = report('Rain expected in Bergen', 'Bergen expects rain on Monday, says the weather office.');

test('a report that matches a topic has the features by which it is put into a story', () => {
  const { matches, story } = readReport(ban, rules);
  expect(matches.map(({ topic }) => topic)).toContain('chip_ban');
  expect(story?.keys.length).toBeGreaterThan(0);
});

test('a report that matches none has no features, unless it may be in a story', () => {
  expect(readReport(weather, rules)).toMatchObject({ matches: [], story: undefined });
  expect(readReport(weather, rules, true).story.features.version).toBe(1);
});

test('entities are found in every report', () => {
  const chips = report('NVIDIA opens an office', 'NVIDIA opened an office in Bergen.');
  const { matches, entities } = readReport(chips, rules);
  expect(matches).toEqual([]);
  expect(entities.map(({ id }) => id)).toContain('nvidia');
});
