import { expect, test } from 'vitest';
import { classify } from '../../../src/core/topics/classify.ts';
import { shippedTopics } from './shipped-topics.ts';

const chipBan = (language: string, title: string) =>
  classify({ title, text: '', language }, shippedTopics).find(({ topic }) => topic === 'chip_ban');

test.each([
  ['eng', 'White House blocks Nvidia from selling B30A chip to China', 'in force'],
  ['fra', 'Puces : Washington coupe l’accès de la Chine aux machines d’ASML', 'in force'],
  ['deu', 'US-Regierung stoppt Lieferung von Nvidia-Chips nach China', 'in force'],
  ['spa', 'La Casa Blanca impide a Nvidia vender el chip B30A en China', 'in force'],
  ['por', 'Washington corta o fornecimento de chips da Nvidia à China', 'in force'],
  ['nld', 'Washington blokkeert levering van Nvidia-chips aan China', 'in force'],
  ['pol', 'Waszyngton wstrzymuje dostawy chipów Nvidii do Chin', 'in force'],
  ['rus', 'Вашингтон блокирует поставки чипов Nvidia в Китай', 'in force'],
  ['eng', 'Four charged in US with exporting Nvidia GPUs to China via Thailand', 'evaded'],
  ['deu', 'Händler in den USA angeklagt: Nvidia-Chips gelangten über Malaysia nach China', 'evaded'],
  ['fra', 'Californie : un revendeur inculpé pour l’envoi de puces Nvidia H100 vers la Chine', 'evaded'],
  ['cmn', '美国商人被起诉，经马来西亚将英伟达H100运往中国', 'evaded'],
])('%s: no word says the stance, and it follows: %s', (language, title, stance) => {
  expect(chipBan(language, title)).toMatchObject({ stance });
});

test('a stance that a word says is not an implied one', () => {
  expect(chipBan('eng', 'US lifts export ban on Nvidia H20 chips to China')).not.toHaveProperty(
    'impliedStance',
  );
  expect(chipBan('eng', 'White House blocks Nvidia from selling B30A chip to China')).toHaveProperty(
    'impliedStance',
    true,
  );
});
