import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { detectLanguage } from '../../../src/core/language/detect-language.ts';
import { classify } from '../../../src/core/topics/classify.ts';
import { shippedTopics } from './shipped-topics.ts';

/** The two source texts that came with the specification; the first line is the title. */
function document(name: string) {
  const content = readFileSync(`fixtures/documents/${name}.txt`, 'utf8');
  const title = content.slice(0, content.indexOf('\n'));
  return { title, text: content.slice(title.length), language: detectLanguage(content).language };
}

test.each([
  [
    '000_c0b3dfb5e8aea5a1',
    {
      chip_ban: ['aurait pour objectif d’interdire les puces d’IA NVIDIA'],
      domestic_alternative: ['ces entreprises commencent à privilégier des alternatives nationales'],
    },
  ],
  [
    '004_b01ec693ecf27e75',
    {
      customs_check: [
        'La Chine renforce les contrôles douaniers sur les cartes graphiques NVIDIA RTX 6000D et H20',
        'les douanes chinoises examinent minutieusement les expéditions de semi-conducteurs',
      ],
      chip_ban: ['limiter l’utilisation des puces d’IA de NVIDIA'],
      domestic_alternative: [
        'incitant les leaders technologiques chinois à se tourner vers des alternatives nationales',
      ],
    },
  ],
])('%s is matched for the reasons that a reader would give', (name, reasons) => {
  const article = document(name);
  expect(article.language).toBe('fra');
  const matches = classify(article, shippedTopics).filter(({ level }) => level === 'sure');
  expect(matches.map((match) => match.topic).sort()).toEqual(Object.keys(reasons).sort());
  for (const match of matches) {
    const shown = match.passages.map((passage) => passage.text);
    for (const reason of reasons[match.topic as keyof typeof reasons]!) {
      expect(
        shown.some((passage) => passage.includes(reason)),
        `${match.topic}: ${reason}`,
      ).toBe(true);
    }
    for (const { field, start, end, text } of match.passages) {
      expect((field === 'title' ? article.title : article.text).slice(start, end)).toBe(text);
    }
    // The comment form at the end must not count as evidence.
    expect(shown.join(' ')).not.toContain('Laisser un commentaire');
  }
});
