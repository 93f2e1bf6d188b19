import { expect, test } from 'vitest';
import { actions } from '../../../src/core/stories/actions.ts';
import { vocabulary } from '../../../src/core/stories/vocabulary.ts';
import { readText } from '../../../src/core/stories/words.ts';

const subjects = (text: string) => vocabulary.find(readText(text).normal).map(({ id }) => id);
const happenings = (text: string) => actions.find(readText(text).normal).map(({ id }) => id);

test.each([
  ['en', 'Police searched a warehouse and arrested the driver of a lorry'],
  ['ar', 'الشرطة فتشت المستودع وأوقفت سائق شاحنة'],
  ['hi', 'पुलिस ने गोदाम की तलाशी ली और ट्रक के चालक को पकड़ा'],
  ['nl', 'De politie doorzocht een loods en hield de chauffeur van een vrachtwagen aan'],
  ['pl', 'Policja przeszukała magazyn i zatrzymała kierowcę ciężarówki'],
  ['tr', 'Polis depoda arama yaptı ve kamyon şoförünü yakaladı'],
  ['vi', 'Cảnh sát khám xét nhà kho và bắt tài xế xe tải'],
])('the subjects of one event are the same in %s', (_, text) => {
  expect(subjects(text)).toEqual(expect.arrayContaining(['police', 'warehouse', 'driver', 'lorry']));
});

test.each([
  ['en', 'seized smuggled processors'],
  ['ar', 'ضبط معالجات مهربة وتهريب'],
  ['hi', 'तस्करी के प्रोसेसर जब्त'],
  ['nl', 'gesmokkelde processors in beslag genomen'],
  ['pl', 'zarekwirowano procesory z przemytu'],
  ['tr', 'kaçak işlemciler ele geçirildi'],
  ['vi', 'thu giữ bộ vi xử lý buôn lậu'],
])('what happens is the same in %s', (_, text) => {
  expect(new Set(happenings(text))).toEqual(new Set(['seize', 'smuggle']));
});
