import { describe, expect } from 'vitest';
import { variantTest } from '../support/cases.ts';
import { PROSE, readVariant } from '../support/pages.ts';

/** A headline of the bridge's report, and another report with its headline. */
const STORIES = {
  en: [
    'New bridge over the river opened on Saturday',
    'Frost ruins the apple harvest',
    'Growers in the orchards expect the smallest yield for a decade, because two nights of frost in late April destroyed most of the blossom. The cooperative asked the province for emergency loans.',
  ],
  fr: [
    'Le nouveau pont sur la rivière a été ouvert',
    'Le gel ruine la récolte de pommes',
    'Les arboriculteurs attendent leur plus petite récolte depuis dix ans, car deux nuits de gel fin avril ont détruit presque toutes les fleurs. La coopérative demande des prêts d’urgence à la région.',
  ],
  ru: [
    'Новый мост через реку открыли в субботу утром',
    'Мороз погубил урожай яблок',
    'Садоводы ждут самого маленького урожая за десять лет: две морозные ночи в конце апреля погубили почти все цветы. Кооператив попросил у области льготные кредиты на закупку саженцев.',
  ],
} as const;

const LABELS = {
  en: 'What else the week has brought',
  fr: 'Ce qui attend encore les habitants',
  ru: 'Что ещё случилось на этой неделе',
};

const pageOf = (lang: keyof typeof STORIES, further: string) => {
  const [title] = STORIES[lang];
  const own = PROSE[lang].map((text) => `<p>${text}</p>`).join('');
  return `<html lang="${lang}"><title>${title}</title><body><div class="page"><h1>${title}</h1>${own}${further}</div></body></html>`;
};

describe.each(['en', 'fr', 'ru'] as const)('a further report under a smaller heading, in %s', (lang) => {
  const [, heading, text] = STORIES[lang];
  const own = PROSE[lang].join('\n\n');

  variantTest('is cut if the heading links to its page', () => {
    const further = `<div class="next"><h3><a href="/2026/frost">${heading}</a></h3><p>${text}</p></div>`;
    expect(readVariant(pageOf(lang, further)).text).toBe(own);
  });

  variantTest('is cut if there are two of them', () => {
    const further = [1, 2]
      .map((k) => `<section><h2><a href="/2026/${k}">${heading} ${k}</a></h2><p>${text}</p></section>`)
      .join('');
    expect(readVariant(pageOf(lang, further)).text).toBe(own);
  });

  variantTest('is part of the text if the heading is no link, and the text does not tell it again', () => {
    const further = `<div class="next"><h3>${LABELS[lang]}</h3><p>${text}</p></div>`;
    expect(readVariant(pageOf(lang, further)).text).toContain(text);
  });

  variantTest('is part of the text if it is about the same thing', () => {
    const [, last = ''] = PROSE[lang];
    const further = `<div class="next"><h3><a href="/2026/bridge">${STORIES[lang][0]}: 1926</a></h3><p>${last} ${text}</p></div>`;
    expect(readVariant(pageOf(lang, further)).text).toContain(text);
  });
});
