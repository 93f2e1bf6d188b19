import { describe, expect } from 'vitest';
import { withoutCounters } from '../../../src/core/items/counters.ts';
import { caseTest, variantTest } from '../support/cases.ts';
import { fixture, OUTLET, outlet, REPORTS, rss } from '../support/outlet.ts';

const START = Date.parse('2026-03-02T09:00:00Z');
const after = (minutes: number) => new Date(START + minutes * 60_000).toISOString();

function atom(updated: readonly string[], text = (i: number) => `Talks ${i}, as they go on.`): string {
  const entries = updated.map(
    (at, i) =>
      `<entry><title>Trade talks, day ${i}: live</title><id>urn:live:${i}</id><link href="${OUTLET}/live/${i}"/>` +
      `<published>2026-03-02T08:0${i}:00Z</published><updated>${at}</updated><summary>${text(i)}</summary></entry>`,
  );
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>Live</title><id>urn:live</id>${entries.join('')}</feed>`;
}

describe('which edits of an entry count as a change', { timeout: 180_000 }, () => {
  caseTest('feeds/14-counters-in-entries', async () => {
    await using watched = await outlet();
    const document = fixture('feeds/14-counters-in-entries/poll-1.xml');
    for (let poll = 0; poll < 6; poll += 1)
      await watched.poll(
        after(poll * 10),
        document.replace(/\((\d+) comments\)/g, (_, n: string) => `(${Number(n) + poll * 7} comments)`),
      );
    expect(watched.pages()).toHaveLength(4);
  });

  for (const [a, b] of [
    ['Zoll prüft Chips (7 Kommentare)', 'Zoll prüft Chips (1.204 Kommentare)'],
    ['芯片出口管制 阅读 3,456 评论 12', '芯片出口管制 阅读 9,871 评论 40'],
    ['Экспорт чипов. Просмотров: 17', 'Экспорт чипов. Просмотров: 2 034'],
    ['半導体の輸出規制 コメント(3)', '半導体の輸出規制 コメント(18)'],
    ['반도체 수출 통제 조회수 120 댓글 4', '반도체 수출 통제 조회수 560 댓글 9'],
    ['Puces : 3 commentaires, il y a 5 minutes', 'Puces : 12 commentaires, il y a 15 minutes'],
    ['Chips 💬 7 👁 1.2k', 'Chips 💬 9 👁 3k'],
  ] as const) {
    variantTest(`counters: ${a}`, () => {
      const fold = (text: string) =>
        withoutCounters(text.toLowerCase()).replace(/[\s\p{P}\p{S}\ufe0f]+/gu, ' ');
      expect(fold(a)).toBe(fold(b));
    });
  }

  variantTest('other numbers are news', () => {
    expect(withoutCounters('4,100 gpus seized')).not.toBe(withoutCounters('5,200 gpus seized'));
    expect(withoutCounters('tariff of 25 percent')).toContain('25');
  });

  variantTest(
    'changing numbers of an unknown kind cause a few rereadings, further and further apart',
    async () => {
      await using watched = await outlet();
      for (let poll = 0; poll < 12; poll += 1)
        await watched.poll(
          after(poll * 10),
          rss([
            { report: 'ban', link: `${OUTLET}/ban`, text: `${REPORTS.ban.text} Zorp factor ${poll * 13}.` },
          ]),
        );
      const reads = watched.pages().length;
      expect(reads).toBeGreaterThan(1);
      expect(reads).toBeLessThanOrEqual(5);
    },
  );

  caseTest('pages/07-entry-updated-in-place', async () => {
    let isLater = false;
    const quiet =
      '<html><head><title>Trade talks: live</title></head><body><article><h1>Trade talks: live</h1><p>Breakfast is late, a waiter tells us.</p></article></body></html>';
    await using watched = await outlet(() =>
      isLater ? fixture('pages/07-entry-updated-in-place/live-later.html') : quiet,
    );
    const feed = fixture('pages/07-entry-updated-in-place/feed.xml').replaceAll(
      'http://127.0.0.1:18990',
      OUTLET,
    );
    await watched.poll(
      '2026-11-28T10:10:00Z',
      feed.replaceAll('2026-11-28T11:06:38.284Z', '2026-11-28T10:06:38.284Z'),
    );
    expect(await watched.alerts()).toEqual([]);
    isLater = true;
    await watched.poll('2026-11-28T11:10:00Z', feed);
    expect(await watched.alerts()).toEqual(['Trade talks: live']);
  });

  variantTest('the updated dates of a feed that changes all of them at each poll are ignored', async () => {
    await using watched = await outlet();
    for (let poll = 0; poll < 8; poll += 1) {
      const at = after(poll * 60);
      await watched.poll(at, atom([at, at, at]));
    }
    // Each is read once at first sight and at most twice again.
    expect(watched.pages().length).toBeLessThanOrEqual(9);
  });

  variantTest('one entry of many that is updated is read again', async () => {
    await using watched = await outlet();
    const quiet = after(0);
    await watched.poll(after(5), atom([quiet, quiet, quiet]));
    await watched.poll(after(65), atom([after(60), quiet, quiet]));
    expect(watched.pages().filter((path) => path === '/live/0')).toHaveLength(2);
    expect(watched.pages()).toHaveLength(4);
  });
});
