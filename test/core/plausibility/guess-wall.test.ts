import { describe, expect, test } from 'vitest';
import { addressesReader } from '../../../src/core/plausibility/addressed-reader.ts';
import { guessWall } from '../../../src/core/plausibility/guess-wall.ts';
import { judgePage } from '../../../src/core/plausibility/judge-page.ts';

/** Walls whose wording is in none of the lists. */
const WALLS: readonly (readonly [string, string])[] = [
  ['consent', 'We would like to use small files on your device to remember what you read. Pick one of the options to get to the page.'],
  ['consent', 'Puoi leggere gratuitamente accettando la profilazione pubblicitaria oppure rifiutare il tracciamento.'],
  ['consent', '当サイトでは、お客様に合った広告を表示するため閲覧情報を利用します。続けるには設定を選んでください。'],
  ['consent', 'نستخدم نحن وشركاؤنا ملفات تعريف لعرض إعلانات تناسبك. اختر ما تريد للمتابعة.'],
  ['login', 'Mit unserem Digitalabo lesen Sie alle Inhalte. Die ersten vier Wochen kosten einen Euro.'],
  ['login', 'Du behöver ett konto för att läsa vidare. Logga in eller bli prenumerant.'],
  ['login', 'Cadastre-se gratuitamente para seguir lendo esta e outras cinco reportagens por mês.'],
  ['login', 'Přihlaste se nebo si kupte předplatné a čtěte dál bez omezení.'],
  ['bot-check', '自動アクセスではないことを確認しています。しばらくお待ちください。'],
  ['bot-check', 'С вашего адреса поступает слишком много запросов. Докажите, что вы не робот.'],
  ['javascript', 'Scripts are switched off in your browser. Turn JavaScript on to see this page.'],
  ['javascript', 'Ta strona wymaga włączonej obsługi JavaScript.'],
  ['error', 'The page you were after has gone missing. Try the home page.'],
  ['moved', 'Эта статья теперь доступна по новому адресу.'],
]; // biome-ignore format: a table

describe('a wall in wording that no list has', () => {
  test.each(WALLS)('%s: %s', (kind, text) => {
    expect(guessWall(text)).toBe(kind);
  });

  test.each([
    'The ministry said on Monday that exports of the tools need a licence from March.',
    'Das Ministerium teilte am Montag mit, dass ab März eine Genehmigung nötig ist.',
    '経産省は1日、半導体製造装置の輸出許可を厳格化すると発表した。',
  ])('is none: %s', (text) => {
    expect(guessWall(text)).toBeUndefined();
  });
});

describe('under the entry’s own headline', () => {
  const entry = {
    title: 'Ministry tightens export licences for chip tools',
    text: 'Firms need a licence from March for lithography machines shipped to the region.',
  };
  const refusalOf = (text: string) => {
    const url = 'https://paper.example/2026/a-1';
    return judgePage({ requested: url, url, title: entry.title, lead: undefined, text, visible: text }, entry)
      .refusal;
  };

  test('a wall is recognised', () => {
    expect(
      refusalOf('To carry on, take out one of our plans: your first month with an account is free.'),
    ).toBe('login');
  });
  test('a short report is accepted although it addresses its reader', () => {
    expect(refusalOf('If you ship lithography machines, you need a licence from March.')).toBeUndefined();
  });
});

describe('speaking to the reader', () => {
  test.each([
    'Nehmen Sie an unserer Umfrage teil, es dauert nur zwei Minuten.',
    'Haz clic aquí si has recibido una invitación para leer la revista.',
    'Accédez à vos articles sauvegardés et gérez vos préférences.',
    'Je kunt hier kiezen welke berichten je wilt ontvangen.',
    'Vill du veta mer om ämnet? Då kan du svara på några frågor.',
    'Tell us what you think of the new design of the site.',
    'アンケートにご協力ください。所要時間は二分です。',
    'Ответьте на несколько вопросов, это займёт две минуты.',
  ])('is recognised: %s', (text) => {
    expect(addressesReader(text)).toBe(true);
  });
  test.each([
    'The ministry has said that the firm has to return its licences.',
    'Die Ministerin sagte, sie werde ihre Pläne im Mai vorlegen; er schwieg dazu.',
    'La ministre du commerce a présenté la loi du gouvernement sur les puces.',
    'La compañía presentó su plan y anunció que sus fábricas abrirán en mayo.',
    'A empresa apresentou o seu plano e a sua fábrica abrirá em maio.',
    'Il governo ha discusso su come applicare la legge su tutto il territorio.',
    'Rząd ogłosił u siebie nowe przepisy, a firma je przyjęła.',
    'Ministerstvo je připraveno; u firmy je kontrola, která je potřebná.',
  ])('is not read into a report: %s', (text) => {
    expect(addressesReader(text)).toBe(false);
  });

  test.each([
    [
      'de',
      'Zoll beschlagnahmt Prozessoren in Rotterdam',
      'Wie gefällt Ihnen unser neuer Auftritt? Nehmen Sie an der Umfrage teil.',
    ],
    [
      'en',
      'Customs seize processors in Rotterdam',
      'How do you like our new design? Take part and tell us your view.',
    ],
    [
      'es',
      'La aduana incauta procesadores en Róterdam',
      '¿Qué te parece el nuevo diseño? Si has visto algo raro, cuéntanos tu opinión.',
    ],
    ['ja', '税関がロッテルダムで演算装置を押収', '新しい紙面はいかがですか。アンケートにご協力ください。'],
  ])('a page that only does so is refused under the headline alone: %s', (_, title, text) => {
    const url = 'https://paper.example/2026/a-1';
    const page = { requested: url, url, title, lead: undefined, text, visible: text };
    expect(judgePage(page, { title, text: '' }).refusal).toBeDefined();
  });
});
