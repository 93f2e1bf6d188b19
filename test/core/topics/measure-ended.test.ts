import { expect, test } from 'vitest';
import { classify } from '../../../src/core/topics/classify.ts';
import { shippedTopics } from './shipped-topics.ts';

const chipBan = (language: string, title: string, text = '') =>
  classify({ title, text, language }, shippedTopics).find(({ topic }) => topic === 'chip_ban');

/** By language: a state takes charge of a chip maker, and suspends or ends it. */
const TAKEOVERS: readonly (readonly [language: string, taken: string, givenBack: string])[] = [
  [
    'eng',
    'Dutch government takes control of Chinese-owned chipmaker Nexperia',
    'Dutch minister suspends order that gave him control of Nexperia',
  ],
  [
    'fra',
    'Les Pays-Bas prennent le contrôle du fabricant de puces chinois Nexperia',
    'Les Pays-Bas suspendent leur mesure contre le fabricant de puces Nexperia',
  ],
  [
    'deu',
    'Niederlande übernehmen Kontrolle über chinesischen Chiphersteller Nexperia',
    'Den Haag hebt Anordnung gegen Chiphersteller Nexperia auf',
  ],
  [
    'spa',
    'Países Bajos toma el control del fabricante chino de chips Nexperia',
    'Países Bajos suspende la orden contra el fabricante de chips Nexperia',
  ],
  [
    'ita',
    'I Paesi Bassi prendono il controllo del produttore cinese di chip Nexperia',
    'I Paesi Bassi sospendono il provvedimento e restituiscono il controllo del produttore di chip Nexperia',
  ],
  [
    'por',
    'Holanda assume o controle da fabricante chinesa de chips Nexperia',
    'Holanda suspende a intervenção na fabricante de chips Nexperia',
  ],
  [
    'nld',
    'Nederland neemt controle over Chinese chipfabrikant Nexperia over',
    'Minister schort bevel tegen chipfabrikant Nexperia in Nederland op',
  ],
  [
    'pol',
    'Holandia przejmuje kontrolę nad chińskim producentem chipów Nexperia',
    'Holandia zawiesza nakaz wobec producenta chipów Nexperia',
  ],
  [
    'rus',
    'Нидерланды взяли под контроль китайского производителя чипов Nexperia',
    'Нидерланды приостановили приказ о контроле над производителем чипов Nexperia',
  ],
  [
    'tur',
    'Hollanda Çinli çip üreticisi Nexperia’nın kontrolünü ele geçirdi',
    'Hollanda çip üreticisi Nexperia hakkındaki kararnameyi askıya aldı',
  ],
  [
    'vie',
    'Hà Lan giành quyền kiểm soát hãng chip Trung Quốc Nexperia',
    'Hà Lan tạm đình chỉ lệnh kiểm soát hãng chip Nexperia',
  ],
  [
    'arb',
    'هولندا تسيطر على شركة الرقائق الصينية نكسبيريا',
    'هولندا تعلق قرار السيطرة على شركة الرقائق نكسبيريا',
  ],
  [
    'hin',
    'नीदरलैंड ने चीनी चिप कंपनी नेक्सपेरिया का नियंत्रण अपने हाथ में लिया',
    'नीदरलैंड ने चिप कंपनी नेक्सपेरिया पर आदेश निलंबित किया',
  ],
  ['cmn', '荷兰政府接管中资芯片企业安世半导体', '荷兰暂停对芯片企业安世半导体的部长令'],
  [
    'jpn',
    'オランダ政府、中国系半導体メーカーのネクスペリアを管理下に置く',
    'オランダ政府、半導体メーカーのネクスペリアへの命令を停止',
  ],
  [
    'kor',
    '네덜란드 정부, 중국계 반도체 업체 넥스페리아 경영권 장악',
    '네덜란드 정부, 반도체 업체 넥스페리아에 대한 명령 중단',
  ],
];

test.each(TAKEOVERS)('%s: a chip maker that a state takes charge of: %s', (language, taken) => {
  expect(chipBan(language, taken)).toMatchObject({ stance: 'in force' });
});

test.each(TAKEOVERS)('%s: a state suspends or ends it: %s / %s', (language, _, givenBack) => {
  expect(chipBan(language, givenBack)).toMatchObject({ stance: 'eased', takesEffect: true });
});

/** By language: a ban on chips is lifted, as a title. */
test.each([
  ['eng', 'US revokes export ban on Nvidia H20 chips to China'],
  ['eng', 'Court strikes down ban on Nvidia chip exports to China'],
  ['eng', 'US export curbs on Nvidia chips no longer in force in China'],
  ['fra', 'Washington lève l’interdiction d’exporter des puces Nvidia vers la Chine'],
  ['fra', 'Puces Nvidia : les restrictions américaines vers la Chine sont suspendues'],
  ['deu', 'USA heben Exportverbot für Nvidia-Chips nach China auf'],
  ['deu', 'Exportverbot für Nvidia-Chips nach China ausgesetzt'],
  ['spa', 'EE. UU. levanta la prohibición de exportar chips de Nvidia a China'],
  ['ita', 'Gli Usa revocano il divieto di esportare chip Nvidia in Cina'],
  ['por', 'EUA revogam proibição de exportar chips da Nvidia para a China'],
  ['nld', 'VS heffen exportverbod voor Nvidia-chips naar China op'],
  ['pol', 'USA znoszą zakaz eksportu chipów Nvidii do Chin'],
  ['rus', 'США отменили запрет на экспорт чипов Nvidia в Китай'],
  ['tur', "ABD, Çin'e Nvidia çip ihracat yasağını kaldırdı"],
  ['vie', 'Mỹ dỡ bỏ lệnh cấm xuất khẩu chip Nvidia sang Trung Quốc'],
  ['arb', 'واشنطن ترفع الحظر عن تصدير رقائق إنفيديا إلى الصين'],
  ['hin', 'अमेरिका ने चीन को एनवीडिया चिप निर्यात पर प्रतिबंध हटाया'],
  ['cmn', '美国撤销对华英伟达芯片出口禁令'],
  ['jpn', '米国、中国向けエヌビディア製半導体の輸出規制を解除'],
  ['kor', '미국, 중국에 대한 엔비디아 칩 수출 금지 해제'],
])('%s: it has just ended: %s', (language, title) => {
  expect(chipBan(language, title)).toMatchObject({ stance: 'eased', takesEffect: true });
});

test.each([
  ['eng', 'Nvidia urged Washington: lift export ban on H20 chips to China, lawmakers propose'],
  ['eng', 'US will not lift export ban on Nvidia H20 chips to China'],
  ['eng', 'US approves sales of Nvidia H20 chips to China under annual licence'],
  ['fra', 'Les États-Unis pourraient lever l’interdiction d’exporter les puces Nvidia vers la Chine'],
  ['deu', 'USA wollen Exportverbot für Nvidia-Chips nach China nicht aufheben'],
  ['cmn', '美国考虑取消对华英伟达芯片出口禁令'],
])('%s: nothing has ended yet: %s', (language, title) => {
  expect(chipBan(language, title)?.takesEffect).toBeUndefined();
});

test.each([
  ['eng', 'US revokes TSMC’s waiver to send American chip tools to its Nanjing plant'],
  ['eng', 'Washington lets chip tool waivers for Samsung’s plants in China lapse'],
  ['fra', 'Washington révoque la dérogation de TSMC pour les équipements de puces de son usine chinoise'],
  ['deu', 'USA widerrufen Ausnahmegenehmigung für Chipmaschinen von TSMC in China'],
  ['spa', 'EE. UU. revoca la exención de TSMC para enviar equipos de chips a China'],
  ['ita', 'Gli Usa revocano la deroga a TSMC per i macchinari per chip in Cina'],
  ['por', 'EUA revogam isenção da TSMC para enviar equipamentos de chips à China'],
  ['nld', 'VS trekken vrijstelling van TSMC voor chipmachines in China in'],
  ['pol', 'USA cofają TSMC licencję na eksport sprzętu do produkcji chipów do Chin'],
  ['rus', 'США отозвали у TSMC разрешение на поставки оборудования для чипов в Китай'],
  ['tur', 'ABD, TSMC’nin Çin’deki çip ekipmanı muafiyetini iptal etti'],
  ['vie', 'Mỹ thu hồi miễn trừ của TSMC đối với thiết bị chip cho nhà máy Trung Quốc'],
  ['arb', 'واشنطن تلغي إعفاء TSMC لمعدات الرقائق في الصين'],
  ['hin', 'अमेरिका ने चीन में चिप उपकरण के लिए टीएसएमसी की छूट रद्द की'],
  ['cmn', '美国撤销台积电南京厂芯片设备豁免'],
  ['jpn', '米国、TSMCの中国工場向け半導体製造装置の特例を取り消し'],
  ['kor', '미국, TSMC 중국 공장 반도체 장비 면제 취소'],
])('%s: an exemption that is withdrawn is a measure in force: %s', (language, title) => {
  expect(chipBan(language, title)).toMatchObject({ stance: 'in force' });
});

test.each([
  ['eng', 'A law allows the Dutch minister to block exports of ASML chip machines to China.'],
  [
    'fra',
    'La loi permet au ministre néerlandais de bloquer les exportations de machines à puces ASML vers la Chine.',
  ],
  ['deu', 'Das Gesetz erlaubt dem Minister, Exporte von ASML-Chipmaschinen nach China zu verbieten.'],
  ['spa', 'La ley permite al ministro prohibir las exportaciones de máquinas de chips ASML a China.'],
  ['ita', 'La legge consente al ministro di vietare le esportazioni di macchine per chip ASML in Cina.'],
  ['cmn', '该法律允许部长禁止阿斯麦芯片设备出口中国。'],
  ['deu', 'Washington hat den Export von Nvidia-Chips nach China ausgesetzt.'],
  ['nld', 'Washington heeft de export van Nvidia-chips naar China opgeschort.'],
  ['jpn', '米政府はエヌビディア製半導体の中国への輸出を一時停止した。'],
  ['tur', "ABD, Çin'e Nvidia çip ihracatını askıya aldı."],
])('%s: a power to forbid, or trade that is suspended, is no easing: %s', (language, text) => {
  expect(chipBan(language, '', text)?.stance).not.toBe('eased');
});
