import { describe, expect, test } from 'vitest';
import { judgePage } from '../../../src/core/plausibility/judge-page.ts';

interface Sample {
  readonly entry: string;
  readonly summary?: string;
  readonly title: string;
  readonly text: string;
}

const refusalOf = ({ entry, summary = '', title, text }: Sample) => {
  const requested = 'https://o.example/a/17';
  return judgePage(
    { requested, url: requested, title, lead: undefined, text, visible: text },
    { title: entry, text: summary },
  ).refusal;
};

/** Reports on the entry's subject, as a wall shows them under its message. */
const TEASERS = {
  en: 'Customs officers in Oslo stopped a lorry with graphics processors on Friday. The driver said he had loaded furniture, and the company in Bergen did not answer.\n\nThe ministry wants licences for exports of processors to three more countries. Two makers of servers warned of delays at the customs offices.',
  de: 'Zollbeamte in Kiel stoppten am Freitag einen Lastwagen mit Grafikprozessoren. Der Fahrer sprach von Möbeln, die Firma in Lübeck antwortete nicht.\n\nDas Ministerium will Lizenzen für die Ausfuhr von Prozessoren in drei weitere Länder verlangen. Zwei Hersteller von Servern warnen vor Wartezeiten beim Zoll.',
  th: 'เจ้าหน้าที่ศุลกากรที่เชียงใหม่ยึดหน่วยประมวลผลกราฟิกเมื่อวันศุกร์ คนขับบอกว่าขนเฟอร์นิเจอร์ ส่วนบริษัทยังไม่ตอบคำถาม\n\nกระทรวงจะกำหนดให้ขอใบอนุญาตส่งออกหน่วยประมวลผลไปอีกสามประเทศ ผู้ผลิตเซิร์ฟเวอร์เตือนว่าจะล่าช้า',
  ko: '세관은 금요일 울산에서 그래픽 처리 장치를 실은 트럭을 멈춰 세웠다. 운전사는 가구라고 말했고 회사는 답하지 않았다.\n\n산업부는 세 나라로 보내는 처리 장치에도 수출 허가를 받게 할 방침이다. 서버 업체 두 곳은 통관 지연을 우려했다.',
} as const;

describe('a wall’s message before teasers on the entry’s subject', () => {
  test.each<[string, Sample]>([
    [
      'consent',
      {
        entry: 'Customs in Tromsø finds processors in a fish lorry',
        summary: 'The driver said that he knew nothing of the processors, and customs opened an inquiry.',
        title: 'Before you go on',
        text: `We and our 96 partners store information on your device and show you ads that fit. You can change your choice at any time.\n\n${TEASERS.en}`,
      },
    ],
    [
      'a country',
      {
        entry: 'Zoll in Flensburg findet Prozessoren im Fischlaster',
        title: 'Nicht verfügbar',
        text: `Diese Seite können wir in Ihrem Land aus rechtlichen Gründen leider nicht zeigen.\n\n${TEASERS.de}`,
      },
    ],
    [
      'a log-in',
      {
        entry: 'ศุลกากรภูเก็ตพบหน่วยประมวลผลในรถขนปลา',
        title: 'เข้าสู่ระบบ',
        text: `กรุณาเข้าสู่ระบบด้วยอีเมลและรหัสผ่านเพื่ออ่านข่าวนี้ต่อ\n\n${TEASERS.th}`,
      },
    ],
    [
      'a bot check',
      {
        entry: '속초 세관, 생선 트럭에서 처리 장치 발견',
        title: '확인이 필요합니다',
        text: `사람이 접속했는지 확인하고 있습니다. 잠시만 기다려 주세요.\n\n${TEASERS.ko}`,
      },
    ],
  ])('is a wall: %s', (_, sample) => {
    expect(refusalOf(sample)).toBeDefined();
  });

  test('an offer to subscribe under the entry’s headline is no article', () => {
    const entry = 'Customs in Tromsø finds processors in a fish lorry';
    const text = 'Enjoy digital access to everything we write. Cancel at any time.';
    expect(refusalOf({ entry, title: entry, text })).toBe('unrelated');
  });
});

describe('a report is taken', () => {
  test.each<[string, Sample]>([
    [
      'on an outage, under its own headline',
      {
        entry: 'Failure stops parcel tracking for a day',
        title: 'Failure stops parcel tracking for a day',
        text: 'Customers of the mail company read only that the service was unavailable when they looked for their goods on Sunday. A broken router was to blame, a speaker said in the evening.',
      },
    ],
    [
      'on cookies, under its own headline',
      {
        entry: 'Boete voor reisbureau om trackers',
        title: 'Boete voor reisbureau om trackers',
        text: 'Een reisorganisatie uit Zwolle betaalt 80.000 euro, omdat zij tracking cookies plaatste voordat bezoekers die konden accepteren of weigeren. De organisatie gaat in beroep bij de rechtbank.',
      },
    ],
    [
      'whose first sentence the feed takes for its headline',
      {
        entry: 'Kontrolleure fanden am Sonntag in einem Zug nach Posen vierzig Beschleuniger',
        title: 'Fund im Nachtzug',
        text: 'Kontrolleure fanden am Sonntag in einem Zug nach Posen vierzig Beschleuniger. Die Ware lag unter einer Sitzbank, ihr Besitzer ist unbekannt.',
      },
    ],
  ])('%s', (_, sample) => {
    expect(refusalOf(sample)).toBeUndefined();
  });
});

test('a long page about another event is not the article of a headline alone', () => {
  const entry = 'Kestrel sues its former supplier Lumen over late wafers';
  const title = 'Ministry grants aid to a memory plant';
  const text = `The economics ministry granted 1.2 billion euros for a plant that makes memory. ${'The plant will employ nine hundred people and open in two years, the ministry said, and the region hopes for suppliers. '.repeat(14)}`;
  expect(refusalOf({ entry, title, text })).toBe('unrelated');
  expect(
    refusalOf({
      entry,
      title: 'Court to hear dispute',
      text: `${text} Kestrel and Lumen disagree over wafers that came late.`,
    }),
  ).toBeUndefined();
});
