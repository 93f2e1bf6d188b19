import { describe, expect } from 'vitest';
import { variantTest } from '../support/cases.ts';
import { type Entry, OUTLET, outlet, REPORTS, rss } from '../support/outlet.ts';

const FIRST = '2026-03-02T09:30:00Z';
const SECOND = '2026-03-02T10:30:00Z';
const DATE = 'Mon, 02 Mar 2026 08:17:31 GMT';
const OTHER_DATE = 'Mon, 02 Mar 2026 07:41:05 GMT';

/** Polls twice, and counts items and alerts. */
async function polled(before: readonly Entry[], after: readonly Entry[]) {
  await using feed = await outlet();
  await feed.poll(FIRST, rss(before));
  await feed.poll(SECOND, rss(after));
  return { items: (await feed.items()).length, alerts: (await feed.alerts()).length };
}

const entry = (n: string, more: Omit<Entry, 'link' | 'guid'>): Entry => ({
  date: DATE,
  ...more,
  link: `${OUTLET}/${n}`,
  guid: n,
});

/** Headlines that share hardly a word with the first ones of `REPORTS`. */
const EDITED = {
  ban: 'Washington cuts NVIDIA off from its largest market',
  customs: 'Küchenwaagen aus Rotterdam waren in Wahrheit Chips',
  japan: 'JSRや東京応化に影響、経産省が10月から新制度',
  domestic: 'Hefei : la réponse chinoise à SK Hynix et Samsung',
} as const;

describe('an entry whose headline, guid and link change at once', { timeout: 60_000 }, () => {
  for (const report of Object.keys(EDITED) as (keyof typeof EDITED)[]) {
    const old = entry(`?p=${report}`, { report });
    const renamed = entry(`2026/03/${report}-x/`, { report, title: EDITED[report] });
    variantTest(`is the same item: ${report}, alone in its feed`, async () => {
      expect(await polled([old], [renamed])).toEqual({ items: 1, alerts: 1 });
    });
    variantTest(`is the same item: ${report}, with further sentences and beside other entries`, async () => {
      const other = entry('kept', {
        report: report === 'ban' ? 'domestic' : 'ban',
        date: OTHER_DATE,
      });
      const longer = { ...renamed, text: `${REPORTS[report].text} ${REPORTS[report].text.slice(0, 40)}` };
      expect(await polled([old, other], [other, longer])).toEqual({ items: 2, alerts: 2 });
    });
  }
});

const OPENING =
  'Every working day the customs office publishes the consignments of export-controlled semiconductors that its officers have stopped at the border. ';
const STOPPED = [
  'On this day 340 smuggled NVIDIA accelerators bound for Russia were seized in Hamburg.',
  'On this day a lorry with 2,100 undeclared memory chips for China was held at Aachen.',
];

describe('two true reports', { timeout: 60_000 }, () => {
  const daily = (n: number, more: Partial<Entry> = {}): Entry => ({
    ...entry(`daily-${n}`, {
      report: 'customs',
      title: ['Hamburg: seized accelerators for Russia', 'Undeclared memory in a lorry near Aachen'][n]!,
      text: OPENING + STOPPED[n]!,
    }),
    ...more,
  });
  variantTest('of a series with one opening and other dates stay two', async () => {
    const { items } = await polled([daily(0)], [daily(1, { date: OTHER_DATE })]);
    expect(items).toBe(2);
  });
  variantTest('with one opening, which another entry has too, stay two at one instant', async () => {
    const third = daily(1, {
      link: `${OUTLET}/third`,
      guid: 'third',
      title: 'A third one',
      date: OTHER_DATE,
    });
    const { items } = await polled([daily(0), third], [daily(1), third]);
    expect(items).toBe(3);
  });
  variantTest('with one opening and a day without an hour stay two', async () => {
    const day = '2026-03-02';
    const { items } = await polled([daily(0, { date: day })], [daily(1, { date: day })]);
    expect(items).toBe(2);
  });
  variantTest('with other texts at one instant stay two', async () => {
    const { items, alerts } = await polled(
      [entry('a', { report: 'ban' })],
      [entry('b', { report: 'customs' })],
    );
    expect({ items, alerts }).toEqual({ items: 2, alerts: 2 });
  });
  variantTest('with one text stay two while both are in the feed', async () => {
    const both = [
      entry('a', { report: 'ban' }),
      entry('b', { report: 'ban', title: 'Kestrel and its buyers' }),
    ];
    expect((await polled(both.slice(0, 1), both)).items).toBe(2);
  });
  variantTest('with the same two words of text stay two', async () => {
    const short = (n: string, title: string) => entry(n, { report: 'ban', title, text: 'Read more' });
    const { items } = await polled(
      [short('a', REPORTS.ban.title)],
      [short('b', 'Dutch customs seize AI chips bound for Russia')],
    );
    expect(items).toBe(2);
  });
});
