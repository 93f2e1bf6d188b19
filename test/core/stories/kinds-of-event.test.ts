import { expect, test } from 'vitest';
import { decideStory } from '../../../src/core/stories/decide-story.ts';
import { openStory } from '../../../src/core/stories/story-record.ts';
import { article, DAY, NOW } from './articles.ts';

interface Told {
  readonly language?: string;
  readonly title: string;
  readonly text: string;
}

const CASES: readonly (readonly [
  kind: 'join' | 'new',
  name: string,
  days: number,
  first: Told,
  second: Told,
])[] = [
  [
    'new',
    'Rotterdam port strike delays ships bound for Russia',
    0.2,
    {
      title: 'Rotterdam customs stop lithography parts bound for Russia',
      text: 'Customs officers in Rotterdam have intercepted a container holding spare parts for chip-making machines that were on their way to Russia, the public prosecutor said on Friday.\n\nThe 14 crates, declared as packaging equipment for Kyrgyzstan, contained modules for older ASML scanners worth roughly 2.6 million euros. A 38-year-old man from Eindhoven was detained, and a warehouse in Venlo was searched.',
    },
    {
      language: 'eng',
      title: 'Rotterdam port strike delays ships bound for Russia',
      text: 'Dock workers in Rotterdam walked out on Friday over pay, and a dozen vessels on the way to Saint Petersburg were waiting at anchor. The union FNV said 3,000 members had joined the strike.',
    },
  ],
  [
    'new',
    'Rotterdam customs seize GPUs on their way to China',
    0.2,
    {
      title: 'Dutch customs seize Nvidia GPUs bound for Russia in Rotterdam',
      text: 'Dutch customs officers seized 212 Nvidia H100 accelerators in the port of Rotterdam on Tuesday. The cards were hidden in a container of washing machines bound for Russia. Two men were arrested. The cargo is worth 6.1 million euros.',
    },
    {
      language: 'eng',
      title: 'Rotterdam customs seize GPUs on their way to China',
      text: 'Customs in Rotterdam have seized 480 Nvidia H100 graphics processors that were to be shipped to China without a licence, the customs service said on Wednesday. The processors, worth 14 million euros, were declared as car parts. A Dutch trader was arrested.',
    },
  ],
  [
    'join',
    'Rotterdam: Zoll beschlagnahmt Nvidia-Karten für Russland',
    0.2,
    {
      title: 'Dutch customs seize Nvidia GPUs bound for Russia in Rotterdam',
      text: 'Dutch customs officers seized 212 Nvidia H100 accelerators in the port of Rotterdam on Tuesday. The cards were hidden in a container of washing machines bound for Russia. Two men were arrested. The cargo is worth 6.1 million euros.',
    },
    {
      language: 'deu',
      title: 'Rotterdam: Zoll beschlagnahmt Nvidia-Karten für Russland',
      text: 'Im Hafen von Rotterdam hat der Zoll am Dienstag 212 Grafikprozessoren von Nvidia beschlagnahmt, die zwischen Waschmaschinen versteckt nach Russland gehen sollten. Zwei Männer wurden festgenommen.',
    },
  ],
  [
    'join',
    'В порту Роттердама изъяли ускорители Nvidia, которые везли в Россию',
    0.2,
    {
      title: 'Dutch customs seize Nvidia GPUs bound for Russia in Rotterdam',
      text: 'Dutch customs officers seized 212 Nvidia H100 accelerators in the port of Rotterdam on Tuesday. The cards were hidden in a container of washing machines bound for Russia. Two men were arrested. The cargo is worth 6.1 million euros.',
    },
    {
      language: 'rus',
      title: 'В порту Роттердама изъяли ускорители Nvidia, которые везли в Россию',
      text: 'Таможня Нидерландов изъяла в порту Роттердама более 200 ускорителей Nvidia H100. Карты были спрятаны в контейнере со стиральными машинами и направлялись в Россию. Задержаны двое мужчин.',
    },
  ],
  [
    'new',
    'Couple charged in Los Angeles over Nvidia H100 exports',
    0.2,
    {
      title: 'Three men charged in Houston with smuggling H100 chips',
      text: 'Three men were charged in federal court in Houston on Thursday with smuggling Nvidia H100 chips worth $50 million to China, the Justice Department said. Prosecutors named Alan Hsu and two others.',
    },
    {
      language: 'eng',
      title: 'Couple charged in Los Angeles over Nvidia H100 exports',
      text: 'A couple was charged in federal court in Los Angeles on Thursday with exporting Nvidia H100 chips worth $28 million to China, the Justice Department said. Prosecutors named Chuan Geng and Shiwei Yang.',
    },
  ],
  [
    'join',
    'Terremoto de magnitud 6,1 sacude Hualien; TSMC evacúa fábricas',
    0.2,
    {
      title: 'Earthquake of magnitude 6.1 shakes Hualien, TSMC evacuates fabs',
      text: 'A 6.1 magnitude earthquake struck off Hualien in eastern Taiwan on Tuesday afternoon. TSMC said it had evacuated some fabs as a precaution. No damage was reported.',
    },
    {
      language: 'spa',
      title: 'Terremoto de magnitud 6,1 sacude Hualien; TSMC evacúa fábricas',
      text: 'Un terremoto de magnitud 6,1 sacudió el martes por la tarde la costa de Hualien, en el este de Taiwán. TSMC informó de que había evacuado algunas plantas por precaución.',
    },
  ],
  [
    'join',
    '四日市の半導体工場で停電、キオクシア生産停止',
    0.2,
    {
      title: 'Power outage halts Kioxia plant in Yokkaichi',
      text: "A power outage on Monday morning stopped production lines at Kioxia's memory plant in Yokkaichi. The company is checking how many wafers were lost.",
    },
    {
      language: 'jpn',
      title: '四日市の半導体工場で停電、キオクシア生産停止',
      text: '8日午前、三重県四日市市のキオクシアのメモリー工場で停電が発生し、生産ラインが停止した。同社はウエハーへの影響を調べている。',
    },
  ],
  [
    'join',
    '울산 반도체용 가스공장 폭발…4명 부상',
    0.2,
    {
      title: 'Explosion injures four at chip gas plant in Ulsan',
      text: 'Four workers were injured on Wednesday in an explosion at a factory in Ulsan that makes nitrogen trifluoride for chipmakers, fire officials said.',
    },
    {
      language: 'kor',
      title: '울산 반도체용 가스공장 폭발…4명 부상',
      text: '8일 오전 울산의 삼불화질소 공장에서 폭발이 일어나 근로자 4명이 다쳤다고 소방당국이 밝혔다.',
    },
  ],
  [
    'new',
    'Fire at chip chemicals warehouse in Incheon',
    0.2,
    {
      title: 'Explosion injures four at chip gas plant in Ulsan',
      text: 'Four workers were injured on Wednesday in an explosion at a factory in Ulsan that makes nitrogen trifluoride for chipmakers, fire officials said.',
    },
    {
      language: 'eng',
      title: 'Fire at chip chemicals warehouse in Incheon',
      text: 'A fire broke out on Wednesday at a warehouse in Incheon where photoresist for chipmakers is stored, fire officials said. Nobody was hurt.',
    },
  ],
  [
    'join',
    'Huawei dévoile à Shanghai son accélérateur Ascend 960',
    0.2,
    {
      title: 'Huawei unveils Ascend 960 accelerator in Shanghai',
      text: 'Huawei presented its Ascend 960 accelerator in Shanghai on Thursday. The chip doubles the memory bandwidth of its predecessor and goes on sale next year.',
    },
    {
      language: 'fra',
      title: 'Huawei dévoile à Shanghai son accélérateur Ascend 960',
      text: "Le groupe chinois Huawei a présenté jeudi à Shanghai l'Ascend 960, une puce deux fois plus rapide en mémoire que la précédente, en vente l'an prochain.",
    },
  ],
  [
    'new',
    '深圳皇岗海关查获加速卡430块',
    0.2,
    {
      title: 'Hong Kong customs seize 512 accelerator cards at Kwai Chung',
      text: 'Hong Kong customs found 512 AI accelerator cards in a container declared as air purifier parts at Kwai Chung on Monday. Two men were arrested. The goods are worth HK$148 million.',
    },
    {
      language: 'cmn',
      title: '深圳皇岗海关查获加速卡430块',
      text: '深圳皇岗海关8日在一辆货柜车夹层内查获人工智能加速卡430块，案值约7000万元。司机已移交缉私部门处理。',
    },
  ],
  [
    'join',
    '삼성전자 노조 평택서 파업 돌입…1만2000명 참여',
    0.2,
    {
      title: 'Samsung workers begin strike at Pyeongtaek',
      text: 'About 12,000 workers at Samsung Electronics began a three-day strike in Pyeongtaek on Wednesday over bonuses, the union said.',
    },
    {
      language: 'kor',
      title: '삼성전자 노조 평택서 파업 돌입…1만2000명 참여',
      text: '삼성전자 노조가 8일 평택에서 성과급을 요구하며 사흘간의 파업에 들어갔다. 노조는 1만2000명이 참여했다고 밝혔다.',
    },
  ],
  [
    'join',
    'Camión con servidores de Nvidia vuelca cerca de Johor',
    0.2,
    {
      title: 'Lorry with Nvidia servers overturns near Johor checkpoint',
      text: 'A lorry carrying servers with Nvidia chips overturned near the Johor checkpoint on Tuesday. The driver was injured and the road was closed for five hours.',
    },
    {
      language: 'spa',
      title: 'Camión con servidores de Nvidia vuelca cerca de Johor',
      text: 'Un camión cargado de servidores con chips de Nvidia volcó el martes cerca del puesto fronterizo de Johor. El conductor resultó herido y la carretera quedó cortada.',
    },
  ],
  [
    'new',
    'Court in Beijing hears Wingtech suit over Nexperia',
    0.2,
    {
      title: 'Court in The Hague lets Nexperia chief stay suspended',
      text: 'A court in The Hague ruled on Tuesday that the suspended chief executive of Nexperia, Zhang Xuezheng, may not return before the hearing of the case.',
    },
    {
      language: 'eng',
      title: 'Court in Beijing hears Wingtech suit over Nexperia',
      text: 'A court in Beijing on Wednesday began hearing a suit by Wingtech over the control of Nexperia. A ruling is expected within weeks.',
    },
  ],
  [
    'join',
    'Third man held over Nvidia cards found in Rotterdam',
    7,
    {
      title: 'Dutch customs seize Nvidia GPUs bound for Russia in Rotterdam',
      text: 'Dutch customs officers seized 212 Nvidia H100 accelerators in the port of Rotterdam on Tuesday. The cards were hidden in a container of washing machines bound for Russia. Two men were arrested. The cargo is worth 6.1 million euros.',
    },
    {
      language: 'eng',
      title: 'Third man held over Nvidia cards found in Rotterdam',
      text: 'Dutch police have arrested a third man in the case of the 212 Nvidia H100 accelerators that customs found among washing machines in the port of Rotterdam last week. The 51-year-old owner of a forwarding firm is suspected of having planned the shipment to Russia.',
    },
  ],
  [
    'new',
    'Rotterdam customs seize Nvidia GPUs again',
    9,
    {
      title: 'Dutch customs seize Nvidia GPUs bound for Russia in Rotterdam',
      text: 'Dutch customs officers seized 212 Nvidia H100 accelerators in the port of Rotterdam on Tuesday. The cards were hidden in a container of washing machines bound for Russia. Two men were arrested. The cargo is worth 6.1 million euros.',
    },
    {
      language: 'eng',
      title: 'Rotterdam customs seize Nvidia GPUs again',
      text: 'Customs in Rotterdam have seized 96 Nvidia H200 accelerators in a container of tyres bound for Iran, the service said on Thursday. The cargo is worth 3.8 million euros. The driver was arrested.',
    },
  ],
  [
    'new',
    'Korea exports up 3.9 percent in first 20 days of October',
    10,
    {
      title: "South Korea's exports rise 6.4 percent in first 10 days of October",
      text: "South Korea's exports rose 6.4 percent in the first 10 days of October to $13.7 billion, the customs service said. Semiconductors gained 38.2 percent.",
    },
    {
      language: 'eng',
      title: 'Korea exports up 3.9 percent in first 20 days of October',
      text: 'Exports from South Korea rose 3.9 percent in the first 20 days of October to $33.1 billion, customs data showed. Semiconductors gained 31.4 percent, cars fell 6.1 percent.',
    },
  ],
];

test.each(CASES)('%s: %s', (kind, _, days, first, second) => {
  const later = article({ ...second, published: new Date(NOW.getTime() + days * DAY) });
  expect(decideStory(later.features, [openStory('story', 'first', article(first))]).kind).toBe(kind);
});
