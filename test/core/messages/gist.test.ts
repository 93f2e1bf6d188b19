import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findEntities } from '../../../src/core/entities/find-entities.ts';
import { composeBundle } from '../../../src/core/messages/compose-bundle.ts';
import { type GistFacts, gistOf, isLabelled } from '../../../src/core/messages/gist.ts';
import {
  GIST_LABELS,
  READER_LANGUAGES,
  type ReaderLanguage,
} from '../../../src/core/messages/gist-labels.ts';
import { classify } from '../../../src/core/topics/classify.ts';
import { loadGazetteer } from '../../../src/pipeline/models/load-gazetteer.ts';
import { shippedTopics } from '../topics/shipped-topics.ts';
import { message, storyFacts } from './sample-messages.ts';

const CUSTOMS: GistFacts = {
  language: 'vi',
  topics: [
    {
      id: 'customs_check',
      label: 'Customs checks',
      stance: 'in force',
      concepts: ['customs', 'inspection', 'chip-model', 'entity:customs-agency:cn'],
    },
  ],
  entities: [
    { id: 'rtx-6000d', name: 'RTX 6000D', kind: 'chip' },
    { id: 'h20', name: 'H20', kind: 'chip' },
    { id: 'country:us', name: 'United States', kind: 'country' },
    { id: 'nvidia', name: 'NVIDIA', kind: 'organisation' },
  ],
};

function facts(over: Partial<GistFacts['topics'][number]>, entities: GistFacts['entities'] = []): GistFacts {
  return {
    language: 'xx',
    topics: [{ id: 'own', label: 'Own topic', stance: undefined, concepts: [], ...over }],
    entities,
  };
}

describe('a gist', () => {
  test.each<[ReaderLanguage, string]>([
    ['en', 'China · US · customs · inspect · RTX 6000D, H20 · in force'],
    ['fr', 'Chine · États-Unis · douane · contrôle · RTX 6000D, H20 · en vigueur'],
    ['de', 'China · USA · Zoll · Kontrolle · RTX 6000D, H20 · in Kraft'],
    ['es', 'China · EE. UU. · aduanas · inspección · RTX 6000D, H20 · en vigor'],
    ['zh', '中国 · 美国 · 海关 · 查验 · RTX 6000D, H20 · 已生效'],
    ['ja', '中国 · 米国 · 税関 · 検査 · RTX 6000D, H20 · 発効'],
  ])('in %s names actor, action, object and state', (reader, expected) => {
    expect(gistOf(CUSTOMS, reader)).toBe(expected);
  });

  test.each<[name: string, facts: GistFacts, expected: string]>([
    ['the topic where no concept has a label', facts({ id: 'chip_ban' }), '芯片禁令'],
    ['an own topic’s label', facts({}), 'Own topic'],
    [
      'own concepts by their ids',
      facts({ concepts: ['quantum-computer', 'chip'] }),
      'quantum computer · 芯片',
    ],
    ['authorities where no country is named', facts({ concepts: ['authority', 'seizure'] }), '当局 · 查扣'],
    [
      'makers where no chip is named',
      facts({ concepts: ['replacement', 'chip'] }, [
        { id: 'huawei', name: 'Huawei', kind: 'organisation' },
        { id: 'smic', name: 'SMIC', kind: 'organisation' },
        { id: 'nvidia', name: 'NVIDIA', kind: 'organisation' },
      ]),
      '替代 · Huawei, SMIC, 芯片',
    ],
    [
      'an agency’s country',
      facts({ concepts: ['licence'] }, [
        { id: 'us-bis', name: 'Bureau of Industry and Security', kind: 'agency' },
      ]),
      '美国 · 许可证',
    ],
    [
      'an easing once',
      facts({ concepts: ['release', 'export-control'], stance: 'eased' }),
      '出口管制 · 放宽',
    ],
    [
      'what is exact before what is vague',
      facts({ concepts: ['prohibition', 'permit-refused'] }),
      '许可被拒',
    ],
  ])('tells %s', (_, told, expected) => {
    expect(gistOf(told, 'zh')).toBe(expected);
  });

  test('is left out where the headline can be read', () => {
    expect(gistOf({ ...CUSTOMS, language: 'zh-Hant' }, 'zh')).toBeUndefined();
    expect(gistOf({ ...CUSTOMS, language: 'en-GB' }, 'en')).toBeUndefined();
    expect(gistOf({ ...CUSTOMS, language: 'en-GB' }, 'fr')).toBeDefined();
    expect(gistOf({ ...CUSTOMS, language: 'und' }, 'en')).toBeDefined();
    expect(gistOf({ ...CUSTOMS, topics: [] }, 'en')).toBeUndefined();
  });

  test('stays short and keeps its stance, however much was found', () => {
    const all = facts(
      {
        stance: 'denied',
        label: 'x'.repeat(200),
        concepts: Object.values(GIST_LABELS).flatMap((section) => Object.keys(section)),
      },
      [
        ...Object.keys(GIST_LABELS.countries).map((code) => ({
          id: `country:${code}`,
          name: code,
          kind: 'country' as const,
        })),
        ...Array.from({ length: 9 }, (_, n) => ({
          id: `c${n}`,
          name: `RTX Pro 600${n}D`,
          kind: 'chip' as const,
        })),
      ],
    );
    for (const reader of READER_LANGUAGES) {
      const gist = gistOf(all, reader)!;
      expect(gist.length).toBeLessThanOrEqual(90);
      expect(gist.endsWith(GIST_LABELS.stances.denied[reader])).toBe(true);
    }
    expect(gistOf(facts({ label: 'y'.repeat(300) }), 'en')).toHaveLength(90);
  });
});

describe('the reviewed labels', () => {
  test('say something of every shipped concept and country', async () => {
    expect(shippedTopics.concepts.filter((id) => !isLabelled(id))).toEqual([]);
    const { entities } = await loadGazetteer('config/entities.yaml');
    const countries = [...entities.keys()].filter((id) => id.startsWith('country:'));
    expect(countries.filter((id) => GIST_LABELS.countries[id.slice(8)] === undefined)).toEqual([]);
    expect(shippedTopics.topics.filter(({ id }) => GIST_LABELS.topics[id] === undefined)).toEqual([]);
  });

  test('are one short line each, in each language and its script', () => {
    const { silent: _, ...sections } = GIST_LABELS;
    const labels = Object.values(sections).flatMap((section) => Object.values(section));
    for (const label of labels) {
      expect(Object.keys(label)).toEqual([...READER_LANGUAGES]);
      for (const text of Object.values(label)) expect(text).toMatch(/^\S(?:.{0,24}\S)?$/u);
      expect(label.zh).toMatch(/^\p{Script=Han}+$/u);
      expect(label.ja).toMatch(/^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|EU|UAE)$/u);
      for (const reader of ['en', 'fr', 'de', 'es'] as const)
        expect(label[reader]).toMatch(/^[\p{Script=Latin} .’-]+$/u);
    }
  });
});

interface Labelled {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly body: string;
}

const items = ['labelled-languages', 'labelled'].flatMap((file) =>
  readFileSync(`fixtures/${file}.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Labelled),
);
const gazetteer = await loadGazetteer('config/entities.yaml');

/** An article in each of the sixteen languages, with the words that its gist must contain. */
test.each<[id: string, countries: string[], concepts: string[], names: string[]]>([
  ['lang-ita-003', ['ru'], ['customs'], ['NVIDIA']],
  ['lang-por-001', ['us', 'cn'], ['export-control'], ['H20']],
  ['lang-rus-004', ['cn'], ['replacement'], ['Ascend']],
  ['lang-nld-003', ['ru'], ['customs', 'inspection'], ['NVIDIA']],
  ['lang-pol-001', ['us', 'cn'], ['export-control'], ['H20']],
  ['lang-tur-004', ['cn'], ['self-sufficiency'], ['Ascend']],
  ['lang-arb-003', ['ae'], ['customs'], []],
  ['lang-vie-001', ['us', 'cn'], ['export-control'], ['H20']],
  ['lang-hin-004', ['in'], ['self-sufficiency'], []],
  ['dev-eng-007', ['hk'], ['customs', 'chip'], []],
  ['dev-fra-002', ['cn'], ['customs', 'inspection'], ['RTX Pro 6000D', 'H20']],
  ['dev-cmn-hans-001', ['cn', 'us'], [], ['H20', 'Ascend']],
  ['dev-deu-002', ['cn'], ['customs', 'inspection'], ['RTX Pro 6000D', 'H20']],
  ['dev-jpn-001', ['cn', 'us'], [], ['H20', 'Ascend']],
  ['dev-kor-001', ['cn'], [], ['H20', 'Ascend']],
  ['dev-spa-002', ['es', 'hk'], ['customs'], ['H100']],
])('an article is told in six languages: %s', (id, countries, concepts, names) => {
  const item = items.find((one) => one.id === id)!;
  const article = { title: item.title, text: item.body, language: item.lang };
  const topics = classify(article, shippedTopics).map((match) => ({
    id: match.topic,
    label: match.topic,
    stance: match.stance,
    concepts: match.passages.flatMap(({ terms }) => terms.map(({ concept }) => concept)),
  }));
  const told = { language: 'xx', topics, entities: findEntities(article, gazetteer) };
  for (const reader of READER_LANGUAGES) {
    const parts = gistOf(told, reader)!.split(/ · |, /);
    const section = (concept: string) =>
      [GIST_LABELS.actors, GIST_LABELS.measures, GIST_LABELS.vague, GIST_LABELS.objects].find(
        (labels) => labels[concept] !== undefined,
      )!;
    for (const code of countries) expect(parts).toContain(GIST_LABELS.countries[code]![reader]);
    for (const concept of concepts) expect(parts).toContain(section(concept)[concept]![reader]);
    for (const name of names) expect(parts).toContain(name);
  }
});

test('digests, bundles and the choice of a language', () => {
  const alerts = [
    { ...storyFacts({ named: CUSTOMS.entities }), alertedAt: new Date('2026-11-20T22:06:00Z') },
  ];
  const bundle = (language: ReaderLanguage | undefined) =>
    composeBundle(
      {
        idempotencyKey: 'k',
        createdAt: new Date('2026-11-21T07:00:00Z'),
        route: { name: 'r', digest: { every: 'day', at: '07:00' }, timeZone: 'UTC' },
        heldFor: 'digest',
        alerts,
        language,
      },
      10,
    )[0]?.stories[0]?.gist;
  expect(bundle('de')).toBe('USA · Exportkontrolle · RTX 6000D, H20 · in Kraft');
  expect(bundle(undefined)).toBe('US · export controls · RTX 6000D, H20 · in force');
  expect(bundle('ja')).toBeUndefined();
  expect(message().stories[0]?.gist).toBe('export controls · chips · in force');
});
