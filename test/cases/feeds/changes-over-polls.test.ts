import { describe, expect } from 'vitest';
import { variantTest } from '../support/cases.ts';
import { after, atom, every, json, once, readings, rss, text, three } from '../support/live-entries.ts';

describe('what is a change', { timeout: 60_000 }, () => {
  const twice = { 0: 2, 1: 1, 2: 1 };
  const later = after(30);
  for (const [name, before, behind] of [
    ['updated alone, in Atom', atom(three), atom([{ n: 0, updated: later }, ...three.slice(1)])],
    [
      'date_modified alone, in JSON Feed',
      json(three.map((e) => ({ ...e, updated: after(-20) }))),
      json([{ n: 0, updated: later }, ...three.slice(1).map((e) => ({ ...e, updated: after(-20) }))]),
    ],
    [
      'dcterms:modified alone, in RSS',
      rss(three.map((e) => ({ ...e, more: `<dcterms:modified>${after(-20)}</dcterms:modified>` }))),
      rss([
        { n: 0, more: `<dcterms:modified>${later}</dcterms:modified>` },
        ...three.slice(1).map((e) => ({ ...e, more: `<dcterms:modified>${after(-20)}</dcterms:modified>` })),
      ]),
    ],
    [
      'atom:updated alone, in RSS',
      rss(three.map((e) => ({ ...e, more: `<atom:updated>${after(-20)}</atom:updated>` }))),
      rss([
        { n: 0, more: `<atom:updated>${later}</atom:updated>` },
        ...three.slice(1).map((e) => ({ ...e, more: `<atom:updated>${after(-20)}</atom:updated>` })),
      ]),
    ],
    ['updated that appears', json(three), json([{ n: 0, updated: later }, ...three.slice(1)])],
    [
      'one number of the report',
      rss([{ n: 0, text: 'Customs seized 4,100 chips.' }, ...three.slice(1)]),
      rss([{ n: 0, text: 'Customs seized 5,200 chips.' }, ...three.slice(1)]),
    ],
    [
      'a word of the title',
      rss(three),
      rss([{ n: 0, title: 'Ticker 0: talks about wafers collapse' }, ...three.slice(1)]),
    ],
    [
      'a link in the text, whose words are new',
      rss(three),
      rss([{ n: 0, text: `${text({ n: 0 })} <a href="/x">Read the order here</a>` }, ...three.slice(1)]),
    ],
  ] as const)
    variantTest(name, async () => {
      expect(
        await readings([
          { minute: 0, document: before },
          { minute: 40, document: behind },
        ]),
      ).toEqual(twice);
    });
  variantTest('updated that all entries get, from before they were seen, is none', async () => {
    const polls = [json(three), json(three.map((e) => ({ ...e, updated: '2026-03-02T08:30:00Z' })))];
    expect(await readings(polls.map((document, i) => ({ minute: i * 40, document })))).toEqual(once);
  });
  variantTest('numbers of participants in the report are news', async () => {
    const said = (n: number) =>
      rss([{ n: 0, text: `Talks of 17 nations, ${n} participants walked out.` }, ...three.slice(1)]);
    expect(
      await readings([
        { minute: 0, document: said(4) },
        { minute: 40, document: said(9) },
      ]),
    ).toEqual(twice);
  });
  variantTest('updated that goes back is none', async () => {
    expect(
      await readings([
        { minute: 0, document: atom(three) },
        { minute: 40, document: atom([{ n: 0, updated: after(-100) }, ...three.slice(1)]) },
      ]),
    ).toEqual(once);
  });
  variantTest('the same change is read once, however often it is polled', async () => {
    const changed = atom([{ n: 0, updated: later }, ...three.slice(1)]);
    expect(
      await readings([
        { minute: 0, document: atom(three) },
        ...every(15, 6, () => changed).map((poll) => ({ ...poll, minute: poll.minute + 40 })),
      ]),
    ).toEqual(twice);
  });
});

describe('changes at each poll are bounded', { timeout: 60_000 }, () => {
  const DAY = 24;
  const most = async (document: (poll: number) => string) =>
    Math.max(...Object.values(await readings(every(60, DAY, document))));
  for (const [name, document] of [
    [
      'updated of some entries, in turn',
      (p) => atom(three.map((e) => ({ ...e, updated: e.n === p % 3 ? after(p * 60) : after(-30) }))),
    ],
    ['updated of the only entry', (p) => atom([{ n: 0, updated: after(p * 60) }])],
    [
      'two texts in turn, from two servers',
      (p) =>
        rss(three.map((e) => ({ ...e, text: p % 2 === 0 ? text(e) : `${text(e)} Teaser for elsewhere.` }))),
    ],
    [
      'other related articles each time',
      (p) =>
        rss(three.map((e) => ({ ...e, text: `${text(e)} Related: story ${p * 17} and story ${p * 31}` }))),
    ],
    [
      'updated of all and text of one',
      (p) =>
        atom(
          three.map((e) => ({
            ...e,
            updated: after(p * 60),
            ...(e.n === 0 ? { text: `Minute ${p * 30} of talks` } : {}),
          })),
        ),
    ],
  ] as [string, (poll: number) => string][])
    variantTest(name, async () => {
      const reads = await most(document);
      expect(reads).toBeGreaterThan(1);
      expect(reads).toBeLessThanOrEqual(6);
    });
});
