import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../../src/core/articles/extract-article.ts';

const read = (title: string, body: string): string =>
  extractArticle(
    `<html><body><main><h1>${title}</h1>${body}</main></body></html>`,
    'https://paper.example/chips',
  ).text;
const p = (text: string) => `<p>${text}</p>`;
const linked = (text: string) => `<p><a href="/order">${text}</a></p>`;

/** A headline, two paragraphs, and the sentence between them. */
const REPORTS = [
  [
    'Customs stops chips at the port',
    'Customs officers stopped three containers of graphics processors at the port on Monday, the ministry said.',
    'The owner of the goods has a month to appeal, and the processors stay in a warehouse of the port until then.',
    'The ministry published the full order and its list of forbidden processors on Tuesday.',
  ],
  [
    'Zoll stoppt Chips im Hafen',
    'Der Zoll hat am Montag im Hafen drei Container mit Grafikprozessoren gestoppt, wie das Ministerium mitteilte.',
    'Der Eigentümer der Ware hat einen Monat Zeit für einen Einspruch, so lange bleiben die Prozessoren im Lager.',
    '„Das Ministerium hat die ganze Anordnung samt Liste der verbotenen Prozessoren veröffentlicht.“',
  ],
  [
    '税関が港で半導体を差し止め',
    '税関当局は月曜日、港で画像処理半導体を積んだコンテナ三つを差し止めたと経済産業省が明らかにした。荷主の名前は公表されていない。',
    '荷主は一カ月以内に不服を申し立てることができ、それまで半導体は港の倉庫に保管されることになっている。当局は調査を続けている。',
    '経済産業省は火曜日に命令の全文と禁止された半導体の一覧を公表した。',
  ],
  [
    'सीमा शुल्क ने बंदरगाह पर चिप रोकीं',
    'मंत्रालय ने बताया कि सीमा शुल्क अधिकारियों ने सोमवार को बंदरगाह पर ग्राफिक्स प्रोसेसर के तीन कंटेनर रोक दिए हैं।',
    'माल के मालिक के पास अपील के लिए एक महीने का समय है और तब तक प्रोसेसर बंदरगाह के गोदाम में रखे जाएंगे।',
    'मंत्रालय ने मंगलवार को पूरा आदेश और प्रतिबंधित प्रोसेसरों की सूची प्रकाशित की।',
  ],
] as const;

describe('a paragraph that is one whole link', () => {
  test.each(REPORTS)('is kept as a sentence between paragraphs: %s', (title, one, two, sentence) => {
    expect(read(title, p(one) + linked(sentence) + p(two))).toBe([one, sentence, two].join('\n\n'));
  });

  test.each(REPORTS)(
    'is dropped as a headline, at the end, and in a row: %s',
    (title, one, two, sentence) => {
      const headline = sentence.replace(/[.。।“]+$/u, '');
      expect(read(title, p(one) + linked(headline) + p(two))).toBe([one, two].join('\n\n'));
      expect(read(title, p(one) + p(two) + linked(sentence))).toBe([one, two].join('\n\n'));
      expect(read(title, p(one) + linked(sentence) + linked(sentence) + p(two))).toBe(
        [one, two].join('\n\n'),
      );
    },
  );

  test('is dropped as an address', () => {
    const [title, one, two] = REPORTS[0];
    const address = 'https://ministry.example/orders/2026/11/30/list-of-forbidden-processors.';
    expect(read(title, p(one) + linked(address) + p(two))).toBe([one, two].join('\n\n'));
  });
});
