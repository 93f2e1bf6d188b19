import type { Report } from '../src/core/stories/read-report.ts';
import { NEWSROOMS, type Newsroom } from './unrelated-events.ts';

const COMPANIES =
  'Nvidia,AMD,Intel,Huawei,SMIC,TSMC,Samsung,SK Hynix,Micron,ASML,Cambricon,Alibaba,Tencent,Qualcomm,Broadcom'.split(
    ',',
  );
const NAMES = 'Vo,Lar,Mek,Tan,Bri,Sol,Ner,Gal,Hud,Pim,Quo,Rast,Zel,Dor,Fen'.split(',');
const ENDS = 'don,mark,ley,tech,wick,stone,vale,ford,rim,sen,berg,tron'.split(',');
/** Half of the trade's news is in English. */
const ENGLISH = 0.5;

/**
 * Generates reports of separate events, one report each, over the given span. They combine the sets' companies,
 * places and kinds of event at random, in eight languages. The same arguments give the same reports.
 */
export function unrelatedReports(count: number, from: number, to: number): Report[] {
  let state = 12_345;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const one = <Item>(list: readonly Item[]): Item => list[random(list.length)] as Item;
  return Array.from({ length: count }, (_, index) => {
    const [english, ...others] = NEWSROOMS as [Newsroom, ...Newsroom[]];
    const { language, places, days, events } = random(100) < ENGLISH * 100 ? english : one(others);
    const [title, text] = one(events)({
      company: one(COMPANIES),
      place: one(places),
      name: `${one(NAMES)}${one(NAMES).toLowerCase()}${one(ENDS)}`,
      count: String(11 + random(60_000)),
      amount: `${1 + random(990)}.${random(10)}`,
      share: `${1 + random(40)}.${random(10)}`,
      day: one(days),
    });
    return {
      title,
      text,
      language,
      published: new Date(from + random(to - from)),
      outlet: `outlet-${index % 400}.example`,
      url: `https://outlet-${index % 400}.example/${index}`,
    };
  });
}
