import { expect, test } from 'vitest';
import { topicsOf } from './shipped-topics.ts';

/** Established terms that must stay in the lexicon: one sentence each. */
test.each<[language: string, title: string, text: string, topics: string[]]>([
  ['hin', 'अमेरिका का नया कदम', 'अमेरिका ने एनवीडिया चिप पर निर्यात प्रतिबंध लगाया है।', ['chip_ban']],
  ['hin', 'वाशिंगटन का फैसला', 'चीनी चिप कंपनियों को एंटिटी लिस्ट में डाला गया।', ['chip_ban']],
  [
    'ita',
    'Washington aggiorna i suoi elenchi',
    'Altre sei aziende di semiconduttori sono nella lista delle entità.',
    ['chip_ban'],
  ],
  ['ita', 'Nuove regole negli Stati Uniti', 'Per i chip H20 c’è ora l’obbligo di licenza.', ['chip_ban']],
  ['kor', '워싱턴의 결정', '미국은 엔비디아 칩에 수출 라이선스를 요구한다.', ['chip_ban']],
  ['tur', 'ABD’den yeni karar', 'ABD kısıtlamaları Nvidia çiplerini kapsıyor.', ['chip_ban']],
  ['vie', 'Mỹ có quyết định mới', 'Washington siết xuất khẩu chip AI sang Trung Quốc.', ['chip_ban']],
])('%s: %s: %s', (language, title, text, topics) => {
  expect(topicsOf(title, text, language)).toEqual(topics);
});
