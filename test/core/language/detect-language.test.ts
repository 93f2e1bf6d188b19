import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../../src/core/language/detect-language.ts';
import { sampleText } from '../../../src/core/language/sample.ts';
import { TITLES } from './titles.ts';

interface Item {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly body: string;
}
const items = readFileSync(new URL('../../../fixtures/labelled.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Item);

const isRight = ({ id, lang }: Item, text: string): boolean => {
  const { language, tag } = detectLanguage(text);
  const script = /-(hans|hant)-/.exec(id)?.[1];
  return language === lang && (script === undefined || tag.toLowerCase() === `zh-${script}`);
};
const accuracy = (field: 'title' | 'body'): number =>
  items.filter((item) => isRight(item, item[field])).length / items.length;

const fill = (length: number, unit: string): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

describe('accuracy on the labelled set, without hints', () => {
  test('bodies', () => expect(accuracy('body')).toBeGreaterThanOrEqual(0.998));
  test('titles', () => expect(accuracy('title')).toBeGreaterThanOrEqual(0.994));
});

describe('titles in the languages of the lexicons and their neighbours', () => {
  test.each(Object.entries(TITLES).flatMap(([tag, titles]) => titles.map((title) => [tag, title] as const)))(
    '%s: %s',
    (tag, title) => expect(detectLanguage(title).tag).toBe(tag),
  );
});

describe('codes', () => {
  test.each([
    ['Die Regierung hat neue Regeln für die Ausfuhr beschlossen', 'deu', 'de'],
    ['الحكومة تعلن قواعد جديدة للتصدير', 'arb', 'ar'],
    ['Regjeringen vil ikke blokkere salget av disse', 'nob', 'nb'],
    ['دولت قوانین جدیدی برای صادرات تصویب کرد', 'pes', 'fa'],
    ['สำนักงานศุลกากรยึดชิป', 'tha', 'th'],
  ])('%s', (text, language, tag) => {
    expect(detectLanguage(text)).toMatchObject({ language, tag });
  });
});

describe('und where nothing can be known', () => {
  test.each([
    ['', 'nothing'],
    ['   \n\t ', 'white space'],
    ['2025-11-22 14:05 +3.7 %', 'numbers'],
    ['😀🚀🔥', 'emoji'],
    ['Nvidia H20, RTX Pro 6000D, AMD MI308', 'products'],
    ['Nvidia Huawei Samsung TSMC ASML', 'names'],
    ['https://example.org/the-new-rules-for-the-export-of-chips', 'an address'],
    ['const x = (a) => { return a[0] ?? null; };\nif (x(y) === z) { throw new E(); }', 'code'],
    ['\u200b\u200d\u202e\u2066', 'invisible characters'],
    ['\ud800\udc00\ud800 \udfff', 'lone surrogates'],
    ['\u0301'.repeat(50), 'marks without letters'],
  ])('%j (%s)', (text) => {
    expect(detectLanguage(text)).toEqual({ language: 'und', tag: 'und', confidence: 0 });
  });

  test('a short doubtful text is less certain than a long clear one', () => {
    const doubtful = detectLanguage('sein Telefon').confidence;
    const clear = detectLanguage(
      'The ministry said on Monday that the rules would be published next week',
    ).confidence;
    expect(doubtful).toBeLessThan(0.9);
    expect(clear).toBeGreaterThan(0.99);
  });
});

describe('mixed texts', () => {
  const french =
    'Le ministère a confirmé que les nouvelles règles entreront en vigueur dans un mois, malgré les critiques des fabricants. ';
  const english =
    '“We do not think that this is the right way to deal with the problem,” said the head of the company. ';

  test('a French article with long English quotations', () => {
    expect(detectLanguage(english + french.repeat(3) + english + french.repeat(2)).language).toBe('fra');
  });
  test('an article that ends in a foreign form', () => {
    expect(
      detectLanguage(french.repeat(6) + 'Leave a reply. Your email address will not be published.').language,
    ).toBe('fra');
  });
  test('a Chinese title full of Latin names', () => {
    expect(detectLanguage('Nvidia Blackwell GB200 NVL72、AMD Instinct MI300X 遭海关扣押').tag).toBe(
      'zh-Hans',
    );
  });
  test('an Arabic title with Latin names', () => {
    expect(detectLanguage('Nvidia H20 وHuawei Ascend: الصين تفضل الرقائق المحلية').language).toBe('arb');
  });
  test('Chinese that quotes kana', () => {
    expect(
      detectLanguage('任天堂宣布《スプラトゥーン》新作将于明年发售,国内玩家可通过海外商店购买').tag,
    ).toBe('zh-Hans');
  });
  test('prose around code', () => {
    const code = 'const a = b[0];\nif (a !== undefined) { return a.get({ x: 1 }); }\n';
    expect(
      detectLanguage(`Wie man das Problem löst, zeigt der folgende Ausschnitt:\n${code.repeat(4)}`).language,
    ).toBe('deu');
  });
});

describe('Chinese and Japanese without kana', () => {
  test.each([
    ['気候変動対策、労働時間検討', 'ja'],
    ['米国防総省、中国企業制裁拡大', 'ja'],
    ['会议将于下周举行', 'zh-Hans'],
    ['會議將於下週舉行', 'zh-Hant'],
    ['中国芯片', 'zh-Hans'],
    ['中國晶片', 'zh-Hant'],
  ])('%s', (title, tag) => expect(detectLanguage(title).tag).toBe(tag));
});

describe('hints', () => {
  test('decide for a text that could be several languages', () => {
    expect(detectLanguage('sein Telefon', { page: 'de-DE' }).language).toBe('deu');
    expect(detectLanguage('sein Telefon', { page: 'tr' }).language).toBe('tur');
    expect(detectLanguage('台北 101', { page: 'zh_TW' }).tag).toBe('zh-Hant');
    expect(detectLanguage('台北 101', { page: 'zh-CN' }).tag).toBe('zh-Hans');
    expect(detectLanguage('東京大学', { page: 'ja' }).language).toBe('jpn');
  });
  test('decide when there are only names, with little confidence', () => {
    const { language, confidence } = detectLanguage('Nvidia H20', { page: 'fr-FR' });
    expect(language).toBe('fra');
    expect(confidence).toBeLessThan(0.9);
  });
  test.each([
    ['La douane a saisi une cargaison de cartes graphiques', 'fra'],
    ['税关查获一批走私显卡', 'cmn'],
    ['세관, 그래픽카드 밀수 적발', 'kor'],
  ])('never override a clear text: %s', (text, language) => {
    expect(detectLanguage(text, { page: 'en-US', http: 'en', feed: 'en' }).language).toBe(language);
  });
  test('a wrong hint from three sources misleads few headlines', () => {
    const wrong = Object.entries(TITLES).flatMap(([tag, titles]) =>
      titles.filter((title) => detectLanguage(title, { page: 'en', http: 'en', feed: 'en' }).tag !== tag),
    );
    expect(wrong.length / Object.values(TITLES).flat().length).toBeLessThan(0.03);
  });
  test.each(['', 'x-default', 'english', 'en, fr', '../../etc/passwd', '-'.repeat(10_000), '\ud800'])(
    'nonsense is no hint: %.20j',
    (page) => {
      const title = 'La douane a saisi une cargaison';
      expect(detectLanguage(title, { page })).toEqual(detectLanguage(title));
    },
  );
});

describe('long text in a language without word lists', () => {
  test('franc names it, with low confidence', () => {
    const hausa =
      'Su dai yan adam, ana haifuwarsu ne duka yantattu, kuma kowannensu na da mutunci da hakkoki daidai da na kowa. ' +
      'Suna da hankali da tunani, saboda haka duk abin da za su aikata wa juna, ya kamata su yi shi a cikin yan uwanci.';
    const { language, confidence } = detectLanguage(hausa);
    expect(language).toBe('hau');
    expect(confidence).toBeLessThan(0.7);
  });
});

describe('hostile text', () => {
  test.each([
    ['no spaces', 'a'],
    ['Han without spaces', '芯'],
    ['combining marks', 'e\u0301\u0323'],
    ['zero width', 'a\u200b'],
    ['bidi controls', '\u202ea\u202c'],
    ['surrogates in halves', '\ud83d'],
    ['tags', '<a '],
    ['addresses', 'http://'],
    ['at signs', 'a@'],
    ['apostrophes', "l'"],
  ])('of 1 MB of %s no more is read than of a page', (_, unit) => {
    const megabyte = fill(1_000_000, unit);
    expect(sampleText(megabyte).join('').length).toBeLessThanOrEqual(2_400);
    expect(detectLanguage(megabyte).confidence).toBeLessThanOrEqual(1);
  });

  test('any string gives a language, a tag and a share', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
        const { language, tag, confidence } = detectLanguage(text);
        expect(language).toMatch(/^[a-z]{3}$/);
        expect(tag).toMatch(/^[a-z]{2,3}(-Han[st])?$/);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect((language === 'und') === (tag === 'und')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('invisible characters do not change the result', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(TITLES).flat()),
        fc.constantFrom('\u200b', '\u00ad', '\u202e', '\u2066', '\ufeff'),
        (title, invisible) => {
          const laced = [...title].map((letter) => letter + invisible).join('');
          expect(detectLanguage(laced)).toEqual(detectLanguage(title));
        },
      ),
      { numRuns: 100 },
    );
  });
});
