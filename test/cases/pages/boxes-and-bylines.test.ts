import { describe, expect } from 'vitest';
import { variantTest } from '../support/cases.ts';
import { readVariant } from '../support/pages.ts';

const SAID = 'Abc defghi jklmno pqrst uvwxyz, abcdef ghijk lmnopq rstuv wxyzab. ';
const pageIn = (lang: string, title: string, beside: string, middle: string) =>
  `<html lang="${lang}"><head><title>${title}</title></head><body><article><h1>${title}</h1>${beside}<p>${title}: ${SAID.repeat(3)}</p>${middle}<p>Zxcv ${SAID.repeat(3)}</p></article></body></html>`;

const BOXES: readonly (readonly [lang: string, title: string, heading: string, request: string])[] = [
  ['ca', 'La duana comissa xips al port', 'Butlletí del matí', 'Subscriu-te al nostre butlletí i rep cada dia les notícies més importants.'],
  ['de', 'Zoll beschlagnahmt Chips im Hafen', 'Der Newsletter am Morgen', 'Melden Sie sich für unseren Newsletter an und erhalten Sie täglich die wichtigsten Nachrichten.'],
  ['pt', 'Alfândega apreende chips no porto', 'Boletim da manhã', 'Inscreva-se no nosso boletim e receba todos os dias as notícias mais importantes.'],
  ['cs', 'Celníci zabavili čipy v přístavu', 'Ranní zpravodaj', 'Přihlaste se k odběru našeho zpravodaje a dostávejte každý den nejdůležitější zprávy.'],
  ['el', 'Το τελωνείο κατάσχεσε τσιπ', 'Πρωινό ενημερωτικό δελτίο', 'Εγγραφείτε στο ενημερωτικό μας δελτίο και λάβετε κάθε μέρα τις σημαντικότερες ειδήσεις.'],
  ['tr', 'Gümrük çiplere el koydu', 'Sabah bülteni', 'Bültenimize abone olun, günün en önemli haberleri her sabah gelsin.'],
  ['uk', 'Митниця вилучила чипи', 'Ранкова розсилка', 'Підпишіться на нашу розсилку та отримуйте щодня найважливіші новини.'],
]; // biome-ignore format: a table

describe('a newsletter’s box in the middle of an article', () => {
  for (const [lang, title, heading, request] of BOXES) {
    for (const [form, box] of [
      ['a section', `<section><h3>${heading}</h3><p>${request}</p></section>`],
      ['paragraphs', `<p><strong>${heading}</strong></p><p>${request}</p>`],
      ['a large heading', `<h2>${heading}</h2><div>${request}</div>`],
    ] as const)
      variantTest(`is left out with its heading, as ${form}, ${lang}`, () => {
        const { text } = readVariant(pageIn(lang, title, '', box));
        expect(text.split('\n\n').map((one) => one.slice(0, 4))).toEqual([title.slice(0, 4), 'Zxcv']);
      });

    variantTest(`is none where the article tells of one, ${lang}`, () => {
      const { text } = readVariant(pageIn(lang, title, '', `<h2>${heading}</h2><p>${SAID.repeat(2)}</p>`));
      expect(text).toContain(heading);
    });
  }
});

const BYLINES: readonly (readonly [lang: string, line: string, name: string])[] = [
  ['uk', 'Автор: Оксана Мельник', 'Оксана Мельник'],
  ['ru', 'Текст: Анна Лебедева', 'Анна Лебедева'],
  ['bg', 'Автор: Елена Димитрова', 'Елена Димитрова'],
  ['el', 'Συντάκτης: Νίκος Παπαδάκης', 'Νίκος Παπαδάκης'],
  ['hu', 'Szerző: Kovács Anna', 'Kovács Anna'],
  ['fi', 'Teksti: Aino Virtanen', 'Aino Virtanen'],
  ['lt', 'Autorius: Jonas Petraitis', 'Jonas Petraitis'],
  ['vi', 'Tác giả: Nguyễn Thị Lan', 'Nguyễn Thị Lan'],
  ['id', 'Penulis: Dewi Lestari', 'Dewi Lestari'],
  ['hi', 'लेखक: सुनीता शर्मा', 'सुनीता शर्मा'],
  ['he', 'מאת: נועה לוי', 'נועה לוי'],
  ['tr', 'Yazan: Elif Demir', 'Elif Demir'],
]; // biome-ignore format: a table

describe('a byline after a label', () => {
  const site = 'Southern Gazette';
  for (const [lang, line, name] of BYLINES)
    for (const [form, beside] of [
      ['plain', `<p>${line}</p>`],
      ['in bold', `<div>${line.replace(name, `<b>${name}</b>`)}</div>`],
      ['before its date', `<p>${line} | 02.03.2026</p>`],
    ] as const)
      variantTest(`names the author, not the site, ${form}, ${lang}`, () => {
        const page = pageIn(lang, 'Chips held at the port', beside, '').replace(
          '</head>',
          `<meta name="author" content="${site}"><meta property="og:site_name" content="${site}"></head>`,
        );
        expect(readVariant(page).authors).toEqual([name]);
      });

  variantTest('is none where the words are no names', () => {
    const page = pageIn('ru', 'Chips held at the port', '<p>Текст: конституция в новой редакции</p>', '');
    expect(readVariant(page).authors).toEqual([]);
  });
});
