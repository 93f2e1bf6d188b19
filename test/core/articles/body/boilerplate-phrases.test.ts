import { describe, expect, test } from 'vitest';
import { isByline, isLabel, opensTail } from '../../../../src/core/articles/body/boilerplate-phrases.ts';

describe('labels, which are not part of the article', () => {
  test.each([
    ['a pointer to another article', 'Read also: Beijing bans gallium exports'],
    ['the same in German', 'Lesen Sie auch: Exportstopp für Gallium'],
    ['the same in Chinese', '相关阅读：出口管制'],
    ['a wall', 'Already a subscriber? Log in to continue reading this article.'],
    ['a wall in the middle of a line', 'You have two free articles left – subscribe today to keep reading.'],
    ['a German wall', 'Sie sind bereits Abonnent? Hier einloggen und weiterlesen.'],
    ['a French wall', 'Vous êtes déjà abonné ? Connectez-vous.'],
    ['a Spanish wall', '¿Ya eres suscriptor? Inicia sesión para leer la nota completa.'],
    ['a Japanese wall', 'この記事は会員限定です。登録すると続きをお読みいただけます。'],
    ['a request to follow', 'Follow us on Google News and never miss a story.'],
    ['a request to follow an outlet', 'Follow The Daily Wafer on LinkedIn for more.'],
    ['a Spanish request to follow', '¿Te interesa? Únete a nuestro canal de Telegram.'],
    ['a Russian request to follow', 'Подписывайтесь на наш канал в Telegram'],
    ['a Chinese request to follow', '欢迎关注“芯片观察”微信公众号'],
    ['an agency’s line', 'Associated Press writers Ann Lee and Bo Chen contributed to this report.'],
    ['a question to the reader', 'War dieser Artikel hilfreich?'],
    [
      'an agency’s caption',
      'In this Dec. 12, 2024, file photo, an inspector opens a container in Rotterdam.',
    ],
    ['a caption told by its credit', 'Wafers leave the fab in Hsinchu (Photo by Ann Lee/Getty Images)'],
    ['a caption told by its picture agency', 'Zöllner öffnen einen Container. IMAGO/Nico Muster'],
  ])('%s', (_, text) => {
    expect(isLabel(text)).toBe(true);
  });
});

describe('sentences of the article', () => {
  test.each([
    'Nvidia said on Twitter that it would follow the new export rules, like Google and Facebook before it.',
    'The Telegram channel that broke the story has 40,000 subscribers.',
    'Customers must register with the ministry before they may order the chips.',
    'China is already a member of the World Trade Organization.',
    'Exporters must register with the bureau to access the licence portal.',
    'To access the chips, Chinese firms would have to register with the ministry.',
    'Reuters journalists were detained at the Shanghai plant on Monday.',
    'Polen ist bereits Mitglied des Bündnisses.',
    'Bereits registriert sind 300 Exporteure, sagte die Behörde.',
    'Exporteure müssen sich jetzt registrieren, um Chips zu liefern.',
    'Netflix повысил цены для подписчиков в двадцати странах.',
    'Puede escribir código en cuarenta lenguajes, según la empresa.',
    'In this picture of the market Huawei alone supplies half of all chips.',
    'Das Verbot sei beschlossen, sagte der Minister der Zeitung (Bild).',
    'Social networks, like Facebook and TikTok, would have to join the scheme by June.',
    'Zhang subscribes to the view that sanctions work, he wrote on LinkedIn.',
    'Der Exportstopp gilt ab sofort, teilte das Ministerium am Montag mit. (dpa)',
    'The rule takes effect on Tuesday, the department said. (Reuters)',
    'Washington prüft weitere Schritte gegen die Volksrepublik. (dpa/AFP)',
    'In this picture of the market, domestic chips win a third of all orders by 2030.'.repeat(8),
    'La empresa sigue de cerca las redes de contrabando, según Instagram.',
  ])('%s', (text) => {
    expect(isLabel(text)).toBe(false);
    expect(isByline(text)).toBe(false);
    expect(opensTail(text)).toBe(false);
  });
});
