import { describe, expect, test } from 'vitest';
import { judgePage } from '../../../src/core/plausibility/judge-page.ts';

interface Pair {
  readonly entry: string;
  readonly title: string;
  readonly text: string;
}

function judged({ entry, title, text }: Pair) {
  const url = 'https://outlet.example/a/839201';
  const page = { requested: url, url, title, lead: undefined, text, visible: text };
  return judgePage(page, { title: entry, text: '' }).refusal;
}

/** Pages of other events, whose last paragraph repeats words of the headline as background. */
const OTHERS: readonly [string, Pair][] = [
  [
    'English',
    {
      entry: 'Commerce adds Tarn Microdevices to export blacklist over drone parts',
      title: 'Kestrel opens second packaging plant in Penang',
      text: 'Kestrel began packaging accelerators at its second plant in Penang on Monday and will employ 900 people there by the spring, its Malaysian head said at the opening, which the prime minister attended.\n\nThe plant cost 1.4 billion ringgit and takes wafers from Hsinchu. A third hall is planned beside it, if the state extends the tax holiday that it granted three years ago.\n\nMakers of packages have moved to Malaysia since Washington put several of their customers on a blacklist.',
    },
  ],
  [
    'German',
    {
      entry: 'Bundesregierung verbietet Ausfuhr von Lithografie-Lasern nach Minsk',
      title: 'Infineon baut in Dresden 600 Stellen auf',
      text: 'Der Hersteller Infineon stellt in Dresden bis zum Sommer 600 Menschen ein. Das neue Werk am Stadtrand soll im Herbst die ersten Leistungshalbleiter liefern, sagte der Standortleiter am Dienstag vor dem Stadtrat.\n\nGesucht werden vor allem Techniker für den Reinraum. Die Stadt baut dafür eine Berufsschule und verlängert eine Linie der Straßenbahn um vier Haltestellen.\n\nDie Bundesregierung fördert das Werk mit knapp einer Milliarde Euro.',
    },
  ],
  [
    'Spanish',
    {
      entry: 'México suspende la importación de controladores de memoria sin certificado',
      title: 'Foxconn amplía su planta de servidores en Jalisco',
      text: 'Foxconn anunció el jueves que duplicará la superficie de su planta de servidores en Jalisco, con una inversión de 900 millones de dólares y 2.400 puestos de trabajo nuevos antes de que acabe el próximo año.\n\nEl gobernador del estado visitó las obras y prometió una subestación eléctrica. Los vecinos reclaman que se amplíe también la carretera de acceso, que se colapsa cada mañana.\n\nLa empresa llegó a México hace dos décadas.',
    },
  ],
  [
    'Russian',
    {
      entry: 'Таможня Владивостока задержала партию контроллеров из Шэньчжэня',
      title: 'В Зеленограде построят технопарк для разработчиков',
      text: 'В Зеленограде до конца следующего года построят технопарк площадью 40 тысяч квадратных метров, сообщил префект округа. Первыми резидентами станут шесть разработчиков измерительной техники и университетская лаборатория.\n\nСтроительство оценивают в девять миллиардов рублей, половину суммы выделяет город. Жители соседних кварталов просят сохранить сквер и велосипедную дорожку вдоль проспекта.\n\nРанее оборудование для лаборатории задержала таможня.',
    },
  ],
  [
    'Chinese',
    {
      entry: '商务部将两家荷兰光刻设备供应商列入不可靠实体清单',
      title: '合肥新建存储器封测基地开工',
      text: '合肥经济开发区存储器封测基地项目周三正式动工，总投资约八十亿元，计划于后年投产，预计带动就业三千人。安徽省副省长出席开工仪式，并参观了附近的人才公寓与职业学院。\n\n项目一期建设四万平方米洁净厂房，配套研发楼和员工食堂。周边居民关心交通拥堵问题，区政府表示将开通两条公交线路。\n\n当地官员说，部分设备供应商来自荷兰。',
    },
  ],
  [
    'Japanese',
    {
      entry: '経産省、露光装置の部品をベトナム経由で輸出した商社を告発',
      title: '熊本の第2工場、来春に稼働へ　地元で採用を開始',
      text: '熊本県菊陽町に建設中の第2工場が来年春に稼働する見通しとなり、運営会社は10日、地元の高校と専門学校を対象に採用説明会を始めた。初年度はおよそ400人を採用し、研修は台湾の拠点でも行うという。\n\n周辺では渋滞が課題となっており、県は空港に向かう道路の拡幅を急ぐ。住民からは地下水への影響を心配する声も上がっている。町は来月、説明会を三か所で開き、工事の騒音や通学路の安全についても質問を受け付けるとしている。\n\n建設には経産省が補助金を出している。',
    },
  ],
];

/** Pages of the entry's own event under another headline: its words come first. */
const OWN: readonly [string, Pair][] = [
  [
    'English',
    {
      entry: 'Commerce adds Tarn Microdevices to export blacklist over drone parts',
      title: 'US restricts drone chipmaker',
      text: 'The Commerce Department put Tarn Microdevices and four of its subsidiaries on its Entity List on Friday, saying that the company had delivered flight controllers for drones that were found in two war zones.\n\nSuppliers need a licence from now on, and applications will be denied as a rule. Tarn said that it had stopped all such sales two years ago, and that it would appeal.\n\nIts shares lost a fifth of their value.',
    },
  ],
  [
    'German',
    {
      entry: 'Bundesregierung verbietet Ausfuhr von Lithografie-Lasern nach Minsk',
      title: 'Berlin stoppt Trumpf-Geschäft mit Belarus',
      text: 'Das Wirtschaftsministerium hat die Lieferung von zwölf Lasern an ein Werk in Minsk untersagt. Die Geräte lassen sich in der Lithografie einsetzen, und die Bundesregierung fürchtet ihre Weitergabe nach Russland.\n\nDer Hersteller hatte den Auftrag vor einem Jahr angemeldet und will die Begründung prüfen. Er beschäftigt in Ditzingen 4.000 Menschen und rechnet nicht mit Kurzarbeit.',
    },
  ],
  [
    'Chinese',
    {
      entry: '商务部将两家荷兰光刻设备供应商列入不可靠实体清单',
      title: '中方对荷企采取反制措施',
      text: '商务部周五公告，决定将两家荷兰企业列入不可靠实体清单，禁止其从事与中国有关的进出口活动，禁止其在中国境内新增投资。两家企业均为光刻设备的零部件供应商。\n\n发言人表示，有关企业违反正常的市场交易原则，中断与中国企业的正常交易。公告自公布之日起实施，企业可在三十日内提出申诉。',
    },
  ],
];

describe('a page for an entry that is only a headline', () => {
  test.each(OTHERS)('is refused if only its background has words of it, in %s', (_, pair) => {
    expect(judged(pair)).toBe('unrelated');
  });

  test.each(OWN)('is taken if its beginning has them, in %s', (_, pair) => {
    expect(judged(pair)).toBeUndefined();
  });
});
