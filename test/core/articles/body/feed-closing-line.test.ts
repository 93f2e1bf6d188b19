import { describe, expect, test } from 'vitest';
import { textOf } from './feed-text.ts';

/** Headline, report, and the closing line with `T` for the headline and `S` for the site. */
const LINES: Readonly<Record<string, readonly [string, string, string]>> = {
  Polish: ['Celnicy zatrzymali kontener w Gdyni', 'Celnicy zatrzymali w niedzielę kontener z układami.', 'Artykuł T pochodzi z serwisu S.'],
  Danish: ['Toldere standser container i Aarhus', 'Tolderne standsede søndag en container med kredsløb.', 'Indlægget T blev først udgivet på S.'],
  Portuguese: ['Alfândega apreende contentor em Sines', 'A alfândega apreendeu um contentor com circuitos.', 'O conteúdo T aparece primeiro em S.'],
  Hungarian: ['Lefoglaltak egy konténert Csepelen', 'A vámosok vasárnap lefoglaltak egy konténert.', 'A(z) T bejegyzés először a(z) S oldalon jelent meg.'],
  Turkish: ['Mersin’de çip dolu konteyner yakalandı', 'Gümrük ekipleri pazar günü bir konteyneri durdurdu.', 'T yazısı ilk önce S üzerinde ortaya çıktı.'],
  Arabic: ['الجمارك تضبط حاوية رقائق في جدة', 'ضبطت الجمارك يوم الأحد حاوية من الرقائق المهربة.', 'ظهرت المقالة T أولاً على S.'],
  Japanese: ['横浜税関が半導体のコンテナを差し押さえ', '横浜税関は日曜日、玩具と申告されたコンテナを差し押さえた。', '投稿 T は S に最初に表示されました。'],
  Ukrainian: ['Митники затримали контейнер в Одесі', 'Митники в неділю затримали контейнер із мікросхемами.', 'Допис T спершу з’явився на S.'],
}; // biome-ignore format: a table

describe('the closing line of an entry', () => {
  for (const [language, [title, report, line]] of Object.entries(LINES)) {
    const linked = line
      .replace('T', () => `<a href="/1">${title}</a>`)
      .replace(/S(?=\P{L}|$)/u, '<a href="/">Harbour Paper</a>');
    test(`${language}, with links`, () => {
      expect(textOf(title, `<p>${report}</p><p>${linked}</p>`)).toBe(report);
    });
  }
  test('without links, in Dutch', () => {
    const title = 'Douane houdt container met chips tegen in Vlissingen';
    const report = 'De douane heeft zondag een container met driehonderd chips tegengehouden.';
    expect(textOf(title, `<p>${report}</p><p>Het bericht ${title} verscheen eerst op Havenblad.</p>`)).toBe(
      report,
    );
  });
});

describe('what is no such line', () => {
  test('a last sentence with a short headline in it', () => {
    const said = [
      'Der Zoll in Emden hält einen Container an.',
      'Zoll stoppt Chips seither jede Woche, sagt die Behörde.',
    ];
    expect(textOf('Zoll stoppt Chips', said.map((text) => `<p>${text}</p>`).join(''))).toBe(
      said.join('\n\n'),
    );
  });
  test('a last paragraph that quotes the headline and goes on', () => {
    const title = 'Celnicy zatrzymali kontener w Gdyni';
    const last = `„${title}” – taki komunikat wydała w poniedziałek rano izba administracji skarbowej, dodając, że śledztwo prowadzi prokuratura okręgowa w Gdańsku i że szczegóły poda później.`;
    expect(textOf(title, `<p>W porcie znaleziono układy scalone.</p><p>${last}</p>`)).toContain('śledztwo');
  });
});
