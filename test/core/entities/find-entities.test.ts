import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findEntities, findEntitySpans } from '../../../src/core/entities/find-entities.ts';
import { compileGazetteer } from '../../../src/core/entities/gazetteer.ts';
import { GazetteerError, parseGazetteer } from '../../../src/core/entities/gazetteer-data.ts';

const data = parseGazetteer(readFileSync(new URL('../../../config/entities.yaml', import.meta.url), 'utf8'));
const shipped = compileGazetteer(data);
const idsIn = (text: string): string[] => [
  ...new Set(findEntitySpans(text, shipped).map(({ entity }) => entity.id)),
];

/** The same report in every language of the lexicons. */
const REPORT = ['nvidia', 'h20', 'huawei', 'country:cn', 'country:us'];
const REPORTS: Readonly<Record<string, string>> = {
  en: 'Beijing tells firms to avoid NVIDIA’s H20 and buy Huawei, defying Washington',
  fr: 'Pékin déconseille la puce H20 de Nvidia au profit de Huawei, au grand dam des États-Unis',
  'zh-Hans': '中国要求企业弃用英伟达H20改用华为，美方不满',
  'zh-Hant': '中國要求企業棄用輝達H20改用華為，美國不滿',
  de: 'Peking rät von Nvidias H20-Chips ab und setzt auf Huawei – zum Ärger der USA',
  ja: '中国、エヌビディアの「H20」よりファーウェイ製を推奨　米、反発',
  ko: '中, 엔비디아 H20 대신 화웨이 권고… 美 반발',
  es: 'Pekín desaconseja el H20 de Nvidia y favorece a Huawei ante el enfado de EE. UU.',
  it: 'Pechino sconsiglia gli H20 di Nvidia e punta su Huawei, irritando gli Stati Uniti',
  pt: 'Pequim desaconselha o H20 da Nvidia e favorece a Huawei, irritando os EUA',
  ru: 'Пекин не советует покупать H20 от Нвидиа и поддерживает Хуавей вопреки Вашингтону',
  nl: 'Peking raadt de H20 van Nvidia af ten gunste van Huawei, tot woede van de VS',
  pl: 'Pekin odradza H20 Nvidii i stawia na Huawei, co złości Waszyngton',
  tr: 'Çin, Nvidia’nın H20 çipi yerine Huawei’yi öneriyor; ABD’den tepki geldi',
  ar: 'بكين تنصح بتجنب رقائق H20 من إنفيديا لصالح هواوي رغم غضب الولايات المتحدة',
  vi: 'Bắc Kinh khuyên tránh H20 của Nvidia và chọn Huawei, khiến Mỹ bất bình',
  hi: 'चीन ने एनवीडिया के H20 की जगह हुआवेई चुनने को कहा, अमेरिका नाराज़',
};

describe('the same entities in every language', () => {
  test.each(Object.entries(REPORTS))('%s', (_, text) => {
    expect(idsIn(text).sort()).toEqual([...REPORT].sort());
  });
});

describe('names', () => {
  test.each<[string, string[]]>([
    // Agencies and lists
    ['The Bureau of Industry and Security added SMIC to the Entity List', ['us-bis', 'smic', 'entity-list']],
    ['美国商务部工业与安全局将其列入实体清单', ['us-commerce', 'us-bis', 'entity-list']],
    [
      'Le département américain du Commerce place YMTC sur la liste des entités',
      ['us-commerce', 'ymtc', 'entity-list'],
    ],
    ['米商務省、エンティティー・リストに追加', ['us-commerce', 'entity-list']],
    ['미 상무부, 거래제한 명단에 추가', ['us-commerce', 'entity-list']],
    ['Минторг США внёс SMIC в чёрный список США', ['us-commerce', 'smic', 'entity-list']],
    ['中国商务部回应', ['cn-mofcom']],
    ['Das chinesische Handelsministerium reagiert', ['cn-mofcom']],
    ['La Administración del Ciberespacio cita a Nvidia', ['cn-cac', 'nvidia']],
    ['国家网信办约谈英伟达', ['cn-cac', 'nvidia']],
    ['中国税関が検査を強化', ['cn-customs']],
    ['Les douanes chinoises contrôlent', ['cn-customs']],
    ['таможня Китая проверяет', ['cn-customs']],
    ['외국 기업, 해외직접생산품규칙 적용', ['fdpr']],
    ['EU-Kommission legt das Europäische Chip-Gesetz neu auf', ['eu-commission', 'eu-chips-act']],
    // Chips and tools
    ['RTX Pro 6000D, RTX 5090D and RTX 4090D', ['rtx-6000d', 'rtx-5090d', 'rtx-4090d']],
    ['AMD MI308 und Intel Gaudi 3', ['amd', 'mi308', 'intel', 'gaudi']],
    ['昇腾910C与思元590', ['ascend-910c', 'mlu']],
    ['Huawei Ascend 910B, 950PR', ['huawei', 'ascend-910b', 'ascend-950']],
    ['阿斯麦深紫外光刻机NXT:1980i', ['asml', 'duv', 'nxt-1980']],
    ['High-NA EUV と HBM3E', ['high-na-euv', 'hbm3e']],
    ['龙芯3A6000采用龙架构', ['loongson', 'loongson-3a6000', 'loongarch']],
    ['ध्रुव64 सी-डैक ने बनाया', ['dhruv64', 'c-dac']],
    // Endings, particles and prefixes
    ['Qualcomma nie, ale Intela i Nvidii tak', ['intel', 'nvidia']],
    ['삼성전자가 SK하이닉스와 경쟁', ['samsung', 'sk-hynix']],
    ['وبكين والصين للصين بالصين', ['country:cn']],
    ['российскими и китайскими чипами', ['country:ru', 'country:cn']],
    // A country's character before a company's name
    ['米エヌビディアと蘭ASML、米AMDも', ['country:us', 'nvidia', 'country:nl', 'asml', 'amd']],
    ['美、日、荷：不', ['country:us', 'country:jp', 'country:nl']],
    ['荷兰政府接管', ['country:nl']],
    ['Samsung’un ve TSMC’nin', ['samsung', 'tsmc']],
    ["l'Allemagne et les Pays-Bas", ['country:de', 'country:nl']],
  ])('%s', (text, ids) => {
    expect(idsIn(text)).toEqual(ids);
  });
});

describe('words that only look like a name', () => {
  test.each([
    'She broke her arm; der Arm tut weh',
    'the intel came late',
    'tell us who let us in',
    'an apple a day, an ascending line',
    'Washington Post and Latin America',
    'South American football',
    'la vie en une seule fois, les paris sportifs',
    '完美方案将在近日企业大会上公布',
    '其中方法很多',
    '1024个字节',
    '인텔리전스와 애플리케이션',
    'コメの価格、検討中の案、3台の車',
    'この日ロボットは、その中サーバーが',
    'AI浪潮席卷全球，计算能力与新思路推广达到世界先进水平',
    '高通胀让人联想到交通快速发展，上海光机所',
    '美中芯片战',
    '경제 위기, 이란이란 말',
    'चीनी के दाम बढ़े',
    'A meta-analysis of the Amazon rainforest',
    'the white house on the hill',
    'Der Weg zum Ziel',
    'a drink of H2O a day, says the doctor',
    'H2O : une membrane dessale l’eau de mer',
    'B2O, H200K and 6000 dollars',
  ])('%s', (text) => {
    expect(idsIn(text)).toEqual([]);
  });
});

describe('names that need context', () => {
  test.each<[string, string[]]>([
    ['Une enquête sur la puce d’IA H2O de NVIDIA', ['h20', 'nvidia']],
    ['ont réduit leurs commandes de puces H2O, voire les ont abandonnées', ['h20']],
    ['Nvidia sold A100 and Hopper boards', ['nvidia', 'a100', 'hopper']],
    ['Der Ausbau der A100 in Berlin', ['country:de']],
    ['Arm sues Qualcomm over chip designs', ['arm', 'qualcomm']],
    ['Der Arm des Roboters von Bosch', ['bosch']],
    ['NVIDIA’s data centre. ' + 'word '.repeat(100) + 'needs a lot of H2O', ['nvidia']],
  ])('%s', (text, ids) => {
    expect(idsIn(text)).toEqual(ids);
  });
});

test('a longer name swallows the shorter ones inside it', () => {
  expect(idsIn('Bank of China')).toEqual([]);
  expect(idsIn('Taiwan Semiconductor Manufacturing')).toEqual(['tsmc']);
  expect(idsIn('Nordkorea')).toEqual(['country:kp']);
  expect(idsIn('印度尼西亚')).toEqual(['country:id']);
});

describe('findEntities', () => {
  const article = {
    title: 'H20: Nvidia under fire',
    lead: 'Beijing asks Nvidia about the H20.',
    text: 'Nvidia denies. China insists.\n\nHuawei gains.',
  };
  const entities = findEntities(article, shipped);

  test('counts over all fields, most often named first', () => {
    expect(entities.map(({ id, count }) => [id, count])).toEqual([
      ['nvidia', 3],
      ['h20', 2],
      ['country:cn', 2],
      ['huawei', 1],
    ]);
  });
  test('gives the offsets of each mention and the name to show', () => {
    expect(entities[0]).toEqual({
      id: 'nvidia',
      name: 'NVIDIA',
      kind: 'organisation',
      country: undefined,
      count: 3,
      places: [
        { field: 'title', start: 5, end: 11 },
        { field: 'lead', start: 13, end: 19 },
        { field: 'text', start: 0, end: 6 },
      ],
    });
  });
});

describe('the shipped gazetteer', () => {
  test('is large, and shows every entity under a plain name', () => {
    expect(shipped.entities.size).toBeGreaterThanOrEqual(250);
    for (const { name } of shipped.entities.values()) expect(name).not.toMatch(/[*|=]/);
  });
  test('finds every entity by its displayed name, except those that need context', () => {
    const needy = new Set(data.in_context.map(({ id }) => id));
    const missed = [...shipped.entities.values()]
      .filter(({ id }) => !needy.has(id))
      .filter(({ id, name }) => !findEntitySpans(name, shipped).some(({ entity }) => entity.id === id))
      .map(({ id }) => id);
    expect(missed).toEqual([]);
  });
});

test('an agency implies its country', () => {
  expect(shipped.entities.get('us-bis')?.country).toBe('country:us');
  expect(shipped.entities.get('wto')?.country).toBeUndefined();
});

describe('errors in a gazetteer', () => {
  test.each([
    ['not YAML', 'a: [', /entities\.yaml:1:5: not YAML/],
    ['an unknown section', 'people: {}', /people/],
    ['an id with capitals', 'chips: { H20: [H20] }', /expected lower-case .* found the key "H20"/],
    ['no terms', 'chips: { h20: [] }', /chips\.h20/],
  ])('%s', (_, yaml, message) => {
    expect(() => parseGazetteer(yaml)).toThrow(message);
    expect(() => parseGazetteer(yaml)).toThrow(GazetteerError);
  });
  test.each([
    ['a term of two entities', 'chips: { a: [x1], b: [x1] }', '"x1" belongs to a'],
    ['an id in two sections', 'chips: { a: [x1] }\nagencies: { a: [x2] }', 'in another section'],
    ['a term that cannot be read', 'chips: { a: ["(x"] }', 'chips.a'],
    [
      'an unknown neighbour',
      'chips: { a: [x] }\nin_context: [{ id: a, terms: [y], near: [b] }]',
      'no entity "b"',
    ],
  ])('%s', (_, yaml, message) => {
    expect(() => compileGazetteer(parseGazetteer(yaml))).toThrow(message);
  });
});

describe('properties', () => {
  const names = fc.constantFrom(
    'Nvidia',
    '英伟达',
    '輝達',
    'H20',
    '화웨이',
    'الصين',
    'Пекина',
    '美',
    'U.S.',
    'चीन',
    'H2O',
  );
  const noise = fc.constantFrom(
    ' ',
    '\n\n',
    'á',
    'e\u0301\u0301',
    '\u200b',
    '\u202e',
    '\ud83d',
    '芯片',
    '-',
    '’',
    'ﬁ',
    '①',
    'x',
  );
  const texts = fc.array(fc.oneof(names, noise, fc.string({ unit: 'binary', maxLength: 5 })), {
    maxLength: 40,
  });

  test('spans lie in the text, in order, apart, and contain what they name', () => {
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { entity, start, end } of findEntitySpans(text, shipped)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
          // The slice alone gives the same entity, unless the entity needs a context that the slice leaves out.
          const alone = findEntitySpans(text.slice(start, end), shipped).map((span) => span.entity.id);
          if (entity.id !== 'h20') expect(alone).toContain(entity.id);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('invisible characters inside a name do not hide it', () => {
    for (const invisible of ['\u200b', '\u00ad', '\u2060']) {
      const text = `The N${invisible}vid${invisible}ia H${invisible}20`;
      expect(
        findEntitySpans(text, shipped).map(({ entity, start, end }) => [entity.id, text.slice(start, end)]),
      ).toEqual([
        ['nvidia', `N${invisible}vid${invisible}ia`],
        ['h20', `H${invisible}20`],
      ]);
    }
  });

  test.each(['H2O ', '美', 'Nvidia', '\u0301', 'Nvidia H2O '])('a megabyte of %j is read once', (unit) => {
    const text = unit.repeat(Math.floor(1_000_000 / unit.length));
    const spans = findEntitySpans(text, shipped);
    for (const { entity, start, end } of spans.slice(0, 3))
      expect(idsIn(text.slice(start, end + 10))).toContain(entity.id);
  });
});
