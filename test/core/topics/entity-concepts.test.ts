import { expect, test } from 'vitest';
import { compileGazetteer } from '../../../src/core/entities/gazetteer.ts';
import { GazetteerError, parseGazetteer } from '../../../src/core/entities/gazetteer-data.ts';
import { classify } from '../../../src/core/topics/classify.ts';
import { compileTopics } from '../../../src/core/topics/compile-topics.ts';
import { entityConcepts } from '../../../src/core/topics/entity-concepts.ts';
import { parseTopicFiles } from '../../../src/core/topics/parse-topics.ts';

const GAZETTEER = `
organisations:
  huawei: [Huawei, 华为]
  nvidia: [NVIDIA, 英伟达]
chips:
  h20: ["=H20", "=H2O"]
countries:
  country:cn: [China, 中]
in_context:
  - { id: h20, terms: ["=H2O"], near: [nvidia] }
ignore: [Huawei Street]
kinds:
  maker: { cn: [huawei], us: [nvidia] }
  product: { us: [h20] }
`;
const topic = (id: string, rule: string) =>
  `topic: ${id}\ntitle: T\nthreshold: 10\nrules: [{ id: r, weight: 10, ${rule} }]\n`;

const entities = entityConcepts(parseGazetteer(GAZETTEER), 'entities.yaml');
const sources = [
  topic('chinese', "all: ['entity:maker:cn']"),
  topic('any', "all: ['entity:maker']"),
  topic('product', 'all: [things]'),
  "groups:\n  things: ['entity:product', 'entity:maker:us']\n",
];
const topics = compileTopics(
  parseTopicFiles(
    sources.map((source, index) => ({ file: `${index}.yaml`, source })),
    entities,
  ),
);
const found = (text: string, language = 'eng') =>
  classify({ title: 'News', text, language }, topics).map((match) => match.topic);

test.each<[text: string, language: string, topics: string[]]>([
  ['Huawei has a new phone.', 'eng', ['any', 'chinese']],
  ['华为发布新品。', 'cmn', ['any', 'chinese']],
  ['NVIDIA has a new card.', 'eng', ['any', 'product']],
  ['The H20 is there.', 'eng', ['product']],
  ['Water is H2O.', 'eng', []],
  ['A shop in Huawei Street.', 'eng', []],
])('%s', (text, language, expected) => {
  expect(found(text, language).sort()).toEqual(expected);
});

test('a kind that the gazetteer does not have is refused', () => {
  const source = topic('t', "all: ['entity:maker:fr']");
  expect(() => parseTopicFiles([{ file: 't.yaml', source }], entities)).toThrow(
    /concept "entity:maker:fr" is not defined/,
  );
});

test('a kind of an entity that does not exist is refused', () => {
  const gazetteer = parseGazetteer(`${GAZETTEER}  tool: { nl: [asml] }\n`);
  expect(() => compileGazetteer(gazetteer)).toThrow(GazetteerError);
  expect(() => compileGazetteer(gazetteer)).toThrow(/kinds\.tool\.nl: there is no entity "asml"/);
});
