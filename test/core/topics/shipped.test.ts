import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkTopics } from '../../../src/core/topics/check-topics.ts';
import { parseGazetteer } from '../../../src/core/entities/gazetteer-data.ts';
import { entityConcepts } from '../../../src/core/topics/entity-concepts.ts';
import { classify } from '../../../src/core/topics/classify.ts';
import { compileTopics } from '../../../src/core/topics/compile-topics.ts';
import type { Stance } from '../../../src/core/topics/match.ts';
import { parseTopicFiles } from '../../../src/core/topics/parse-topics.ts';
import { readDefinitions } from '../../../src/pipeline/models/load-topics.ts';
import { readTopicFiles } from '../../../src/io/topics/read-topic-files.ts';
import { matchesOf, shippedTopics } from './shipped-topics.ts';

const files = await readTopicFiles('config/topics');
const entities = entityConcepts(
  parseGazetteer(readFileSync('config/entities.yaml', 'utf8')),
  'entities.yaml',
);

// Every term of sixteen languages is checked, which takes long on a busy machine.
test('the shipped topics give no warnings', { timeout: 120_000 }, async () => {
  expect(checkTopics(await readDefinitions('config/topics'))).toEqual([]);
});

test('the worked example of the documentation works as it says', { timeout: 120_000 }, () => {
  const page = readFileSync('docs/topics.md', 'utf8');
  const example = /```yaml\n(topic: quantum_control[\s\S]*?)```/.exec(page)![1]!;
  const topics = compileTopics(
    parseTopicFiles([...files, { file: 'quantum.yaml', source: example }], entities),
  );
  const found = (text: string) =>
    classify({ title: 'News', text, language: 'eng' }, topics).map((match) => match.topic);
  expect(found('Japan puts quantum computers under export controls.')).toEqual(['quantum_control']);
  expect(found('The ministry now demands rent for cryostats used in quantum computers.')).toEqual([]);
  expect(found('A quantum leap for export controls.')).toEqual([]);
});

test.each<[stance: Stance, title: string, text: string]>([
  [
    'proposed',
    'Senators propose ban on AI chip exports to China',
    'The bill would require a licence for every accelerator.',
  ],
  [
    'in force',
    'US imposes licence rule on H20 exports to China',
    'Nvidia must now ask the Commerce Department before it ships the chip.',
  ],
  ['eased', 'Washington lifts export curbs on chip design software', 'Vendors can sell to China again.'],
  [
    'denied',
    'Beijing denies ban on Nvidia chips',
    'The ministry dismissed reports that companies were told not to buy them.',
  ],
  [
    'evaded',
    'Smugglers evade US export controls on Nvidia chips',
    'Processors were diverted to China through shell companies.',
  ],
])('%s: %s', (stance, title, text) => {
  const match = matchesOf(title, text, 'eng').find(({ topic }) => topic === 'chip_ban');
  expect(match?.stance).toBe(stance);
});

test('a misspelt H20 counts beside NVIDIA, water does not', () => {
  const confidenceIn = (title: string) =>
    classify({ title, text: 'Companies may no longer buy it.', language: 'eng' }, shippedTopics)[0]
      ?.confidence;
  expect(confidenceIn('China bans NVIDIA H2O')).toBeGreaterThan(confidenceIn('China bans NVIDIA')!);
  expect(confidenceIn('China bans bottled H2O')).toBeUndefined();
});
