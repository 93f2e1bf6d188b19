import { expect, test } from 'vitest';
import { topicsOf } from './shipped-topics.ts';

test.each<[language: string, title: string, text: string]>([
  [
    'eng',
    'Trump threatens 100 percent tariff on imported chips',
    'Companies that build plants in the United States would be exempt from the duty, the president said. Semiconductor shares fell in Asia.',
  ],
  [
    'eng',
    "Amazon's Trainium 3 aims to cut reliance on Nvidia",
    "The cloud company's own accelerator costs half as much to run as Nvidia's GPUs and will be offered to customers in the US and Europe.",
  ],
  [
    'eng',
    "China opens antitrust probe into Qualcomm's purchase of Autotalks",
    'The market regulator said the American chipmaker had failed to report the deal. Qualcomm promised to cooperate.',
  ],
  [
    'eng',
    'China restricts exports of rare earths used in magnets and chips',
    'Beijing will require licences for five more elements. Carmakers warned of shortages.',
  ],
  [
    'eng',
    'US blocks import of phones that infringe BOE patents',
    'The International Trade Commission issued an exclusion order over display driver chips made in China.',
  ],
  [
    'eng',
    'US bans new DJI drones',
    'The FCC added foreign drones and their components, chips included, to its covered list. Existing models may still be sold.',
  ],
  [
    'eng',
    'Belgium bans disposable vapes',
    'Customs officers have already seized a million devices at Antwerp. Each contains a lithium battery and a small chip.',
  ],
  [
    'eng',
    'Poker room in Macau accused of counterfeit chips',
    'Police seized 2,000 chips and arrested a dealer. Officials said that border checks would be stepped up.',
  ],
  [
    'eng',
    'Kettle-cooked chips recalled',
    'The state agency has banned the sale of two flavours of potato chips after customs found undeclared peanuts in a shipment.',
  ],
  [
    'eng',
    'Why plants move H2O against gravity',
    'Export of sugar from the leaf is controlled by pressure. Water, H2O, rises through the xylem.',
  ],
  [
    'eng',
    'Kazakhstan bans home crypto mining',
    'Officials seized rigs with thousands of graphics processors and cut power to the farms. Imports of mining equipment are restricted.',
  ],
  [
    'eng',
    'Premier League bans Chelsea midfielder',
    'The footballer, who chipped the keeper from thirty yards, will miss three matches. Officials rejected his appeal.',
  ],
  [
    'eng',
    'RTX 5080 review: fast, quiet, dear',
    'The chip is not limited by power. We blocked one fan, restricted the clock and ordered a second sample; prices in China and the US differ.',
  ],
  [
    'eng',
    'New Bluetooth chip halves power',
    'Nordic says the part is sampling with customers in Europe and China. It can be ordered now and ships without export of keys.',
  ],
  [
    'eng',
    'QEMU 10.1 released',
    'The LoongArch target now supports Loongson 3A6000 processors. Patches remove support for an old board, and RISC-V gains vector instructions.',
  ],
  [
    'eng',
    'Loongson 3A6000 benchmarked under Linux 6.12',
    'Our kernel and compiler tests put the CPU behind a Core i3. The driver restricts memory to one channel.',
  ],
  [
    'fra',
    'Microsoft dévoile Maia 200, sa puce maison pour l’IA',
    'Le géant américain veut réduire sa dépendance à NVIDIA dans ses centres de données.',
  ],
  [
    'fra',
    'Douane : 12 tonnes de cigarettes de contrebande saisies au Havre',
    'Les agents ont intercepté trois conteneurs venus d’Asie.',
  ],
  [
    'fra',
    'Droits de douane : Washington vise les semi-conducteurs',
    'Le président américain annonce une taxe de 100 % sur les puces importées.',
  ],
  [
    'fra',
    'Rappel de chips au vinaigre',
    'Le ministère interdit la vente de deux lots de chips importées d’Angleterre.',
  ],
  [
    'deu',
    'TSMC-Werk in Dresden: Richtfest für die Chipfabrik',
    'Fünf Milliarden Euro Förderung kommen vom Bund. Europa will unabhängiger von Importen werden.',
  ],
  [
    'deu',
    'Zoll beschlagnahmt 300.000 unversteuerte Zigaretten',
    'Bei einer Kontrolle auf der A3 fielen den Beamten Kartons mit der Aufschrift Computerteile auf.',
  ],
  [
    'deu',
    'Handyverbot: Kultusminister streiten',
    'Ein Verbot soll ab Herbst gelten. Ausgenommen sind Geräte mit Notruf-Chip.',
  ],
  [
    'spa',
    'Aranceles: Trump amenaza a los semiconductores',
    'El presidente prepara un gravamen del 100 % a los chips importados.',
  ],
  [
    'spa',
    'La aduana decomisa 900 kilos de cocaína',
    'Los agentes hallaron la droga en un contenedor de patatas con chips de seguimiento.',
  ],
  [
    'ita',
    'Sequestrate mille borse contraffatte',
    'I funzionari delle dogane hanno fermato un carico arrivato dalla Cina.',
  ],
  [
    'por',
    'Receita apreende cigarros na fronteira',
    'Os fiscais encontraram a carga num caminhão com chips de rastreamento.',
  ],
  [
    'rus',
    'Роскомнадзор ограничил звонки в мессенджерах',
    'Власти продвигают отечественный сервис. Импорт телефонов не запрещён.',
  ],
  ['cmn', '谷歌自研TPU挑战英伟达', '谷歌计划向云客户出售自研芯片,以减少对英伟达的依赖。'],
  ['cmn', '小米发布新款手机,搭载高通骁龙芯片', '售价三千九百九十九元起,首批备货充足。'],
  ['cmn', '海关查获走私香烟五百箱', '船只在珠江口被拦截,三人被刑事拘留。'],
  ['cmn', '毛小孩未植晶片將開罰', '動保處表示,犬貓未植入晶片者最高可罰一萬五千元。'],
  ['jpn', 'アップル、自社製モデム「C2」を来年投入', 'クアルコム製品からの切り替えを進める。'],
  ['jpn', '成田税関、偽ブランド品2千点を差し止め', '中国から届いた荷物に偽のバッグや時計が入っていた。'],
  ['kor', '삼성전자, 2나노 엑시노스 양산', '퀄컴 의존도를 낮추고 원가를 줄이려는 전략이다.'],
  ['kor', '인천세관, 마약 10kg 적발', '여행용 가방에 숨긴 필로폰을 엑스레이 검사로 찾아냈다.'],
  [
    'swe',
    'Regeringen vill förbjuda export av AI-chip',
    'Ministern talar om exportkontroll och Nvidia i Kina.',
  ],
])('%s: %s', (language, title, text) => {
  expect(topicsOf(title, text, language)).toEqual([]);
});

test('a link to another story is not this story', () => {
  const text =
    'The museum opens in May.\n\nTickets cost ten dollars.\n\nRelated: Chinese customs step up checks on NVIDIA chips';
  expect(topicsOf('New museum for Leeds', text, 'eng')).toEqual([]);
  expect(topicsOf('Chinese customs step up checks on NVIDIA chips', text, 'eng')).toContain('customs_check');
});
