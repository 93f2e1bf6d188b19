import type { Report } from '../src/core/stories/read-report.ts';

const COMPANIES =
  'Nvidia,AMD,Intel,Huawei,SMIC,TSMC,Samsung,SK Hynix,Micron,ASML,Cambricon,Alibaba,Tencent,Qualcomm,Broadcom'.split(
    ',',
  );
const PLACES =
  'Singapore,Rotterdam,Busan,Hong Kong,Shenzhen,Houston,Dresden,Penang,Tokyo,Taipei,Hamburg,Seoul,Shanghai,Austin'.split(
    ',',
  );
const NAMES = 'Vo,Lar,Mek,Tan,Bri,Sol,Ner,Gal,Hud,Pim,Quo,Rast,Zel,Dor,Fen'.split(',');
const ENDS = 'don,mark,ley,tech,wick,stone,vale,ford,rim,sen,berg,tron'.split(',');
const EVENTS: readonly ((pick: Picker) => { title: string; text: string })[] = [
  (of) => ({
    title: `${of.company} wins order from ${of.name}`,
    text: `${of.company} said on ${of.day} that ${of.name} had ordered ${of.count} chips for a data centre near ${of.place}. The contract is worth $${of.amount} million. Deliveries begin in ${of.month}. Shares rose ${of.share} percent.`,
  }),
  (of) => ({
    title: `Customs in ${of.place} find ${of.count} ${of.company} cards`,
    text: `Officers in ${of.place} opened a container of ${of.name} and found ${of.count} graphics cards without export papers. The goods are valued at $${of.amount} million. Two people were arrested on ${of.day}.`,
  }),
  (of) => ({
    title: `${of.company} warns on ${of.month} sales`,
    text: `Revenue at ${of.company} will be ${of.share} percent below plan after ${of.name} cut purchases, the company said on ${of.day}. It expects $${of.amount} million in the quarter and will slow hiring in ${of.place}.`,
  }),
  (of) => ({
    title: `Ministry grants ${of.company} a licence for ${of.place}`,
    text: `The government allowed ${of.company} to ship ${of.count} tools to its plant in ${of.place} until ${of.month}. ${of.name}, a supplier, said the export restriction had cost it $${of.amount} million.`,
  }),
  (of) => ({
    title: `Fire at ${of.name} stops ${of.company} supply`,
    text: `A blaze at ${of.name} in ${of.place} on ${of.day} halted parts for ${of.company}. About ${of.count} wafers were lost. The insurer puts the damage at $${of.amount} million.`,
  }),
  (of) => ({
    title: `${of.company} unveils chip for ${of.name}`,
    text: `${of.company} presented an accelerator on ${of.day} that is ${of.share} percent faster than its last. ${of.name} will build servers with it in ${of.place}; the first ${of.count} ship in ${of.month}.`,
  }),
];

interface Picker {
  readonly company: string;
  readonly place: string;
  readonly name: string;
  readonly count: string;
  readonly amount: string;
  readonly share: string;
  readonly day: string;
  readonly month: string;
}

/**
 * Reports of events of their own, each told once, over the span given: the companies, places and happenings of the sets, put
 * together by chance. The same for the same seed.
 */
export function unrelatedReports(count: number, from: number, to: number): Report[] {
  let state = 12_345;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const one = (list: readonly string[]): string => list[random(list.length)]!;
  return Array.from({ length: count }, (_, index) => {
    const { title, text } = EVENTS[random(EVENTS.length)]!({
      company: one(COMPANIES),
      place: one(PLACES),
      name: `${one(NAMES)}${one(NAMES).toLowerCase()}${one(ENDS)}`,
      count: String(11 + random(60_000)),
      amount: `${1 + random(990)}.${random(10)}`,
      share: `${1 + random(40)}.${random(10)}`,
      day: one(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']),
      month: one(['June', 'July', 'August', 'September', 'October']),
    });
    return {
      title,
      text,
      language: 'eng',
      published: new Date(from + random(to - from)),
      outlet: `outlet-${index % 400}.example`,
      url: `https://outlet-${index % 400}.example/${index}`,
    };
  });
}
