import { expect, test } from 'vitest';
import { classify } from '../../../src/core/topics/classify.ts';
import { shippedTopics } from './shipped-topics.ts';

const begins = (language: string, title: string, text: string) =>
  classify({ title, text, language }, shippedTopics).find(({ topic }) => topic === 'chip_ban')?.takesEffect;

test.each([
  ['eng', 'US export ban on Nvidia H20 chips to China takes effect', ''],
  ['eng', 'President signs export ban on AI chips into law', 'The rule bars sales of Nvidia chips to China.'],
  ['fra', 'L’interdiction d’exporter les puces Nvidia vers la Chine entre en vigueur', ''],
  ['deu', 'US-Exportverbot für Nvidia-Chips nach China tritt in Kraft', ''],
  ['spa', 'La prohibición de exportar chips de Nvidia a China entra en vigor', ''],
  ['ita', 'Il divieto di esportazione dei chip Nvidia in Cina entra in vigore', ''],
  ['por', 'Proibição de exportar chips da Nvidia para a China entra em vigor', ''],
  ['nld', 'Exportverbod voor Nvidia-chips naar China gaat vandaag in werking', ''],
  ['pol', 'Zakaz eksportu chipów Nvidii do Chin wchodzi w życie', ''],
  ['rus', 'Запрет на экспорт чипов Nvidia в Китай вступил в силу', ''],
  ['tur', "ABD'nin Çin'e Nvidia çip ihracat yasağı yürürlüğe girdi", ''],
  ['vie', 'Lệnh cấm xuất khẩu chip Nvidia sang Trung Quốc chính thức có hiệu lực', ''],
  ['arb', 'حظر تصدير رقائق إنفيديا إلى الصين يدخل حيز التنفيذ', ''],
  ['hin', 'चीन को एनवीडिया चिप निर्यात पर प्रतिबंध लागू हो गया', ''],
  ['cmn', '美国对华芯片出口禁令今日起生效', '禁令涉及英伟达H20芯片。'],
  ['jpn', '米国の対中半導体輸出規制が発効した', ''],
  ['kor', '미국의 대중 엔비디아 칩 수출 금지 발효', ''],
])('%s: %s', (language, title, text) => expect(begins(language, title, text)).toBe(true));

test.each([
  ['eng', 'US bars Nvidia from selling H20 chips to China', 'The rule needs a licence for each shipment.'],
  ['eng', 'Senators propose an export ban on AI chips', 'It would take effect in a year, if at all.'],
  ['deu', 'USA verbieten den Export von Nvidia-Chips nach China', ''],
  ['cmn', '美国禁止向中国出口英伟达芯片', ''],
])('not where nothing takes effect: %s: %s', (language, title, text) =>
  expect(begins(language, title, text)).toBeUndefined(),
);
