import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type PollBench, pollBench } from '../../support/poll-step.ts';
import { variantTest } from '../support/cases.ts';
import {
  ATOM_03,
  GUID,
  HOUR,
  NEWS,
  START,
  answers,
  atom,
  basic,
  dateOf,
  each,
  iso,
  json,
  polls,
  rdf,
  rfc822,
  rss,
  token,
} from '../support/news-feeds.ts';
import { OUTLET } from '../support/outlet.ts';
import { polledFeed } from '../support/polled-feed.ts';

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
});
afterAll(() => bench[Symbol.asyncDispose]());

/** Five reports, however often they are polled. */
const SAME: Readonly<Record<string, () => readonly string[]>> = {
  'two servers with other guids in turn': () =>
    polls(4, (poll) =>
      each(({ slug }, i) => ({
        [GUID]: poll % 2 === 0 ? `${OUTLET}/?p=${4_000 + i}` : `tag:outlet.example,2026:${slug}`,
        link: `${OUTLET}/2026/03/${slug}/`,
      })),
    ),
  'two servers with other guids and hosts in turn': () =>
    polls(4, (poll) =>
      each(({ slug }, i) => ({
        [GUID]: poll % 2 === 0 ? `${7_000 + i}` : `b-${slug}`,
        link: `https://edge-${poll % 2}.outlet.example/a/${slug}`,
      })),
    ),
  'a relaunch in the middle of which two reports leave the feed': () => [
    each(({ slug }, i) => ({ [GUID]: `node/${i + 90}`, link: `${OUTLET}/node/${i + 90}#${slug}` })),
    rss(
      NEWS.slice(0, 3).map((report) => ({
        ...basic(report),
        description: `${report.text.slice(0, 60)} …`,
        [GUID]: `urn:uuid:${token()}`,
        link: `https://new.outlet.example/nachrichten/${report.slug}-1.88${report.at}`,
      })),
    ),
  ],
  'Atom 0.3, then 1.0 with links by https': () => [
    atom(
      NEWS.map((report) => ({
        fields: {
          title: report.title,
          id: `tag:blog.example,2003:${report.slug}`,
          issued: iso(dateOf(report)),
          modified: iso(dateOf(report)),
          summary: report.text,
        },
        link: `http://blog.example/archives/${report.slug}.html`,
      })),
      ATOM_03,
    ),
    atom(
      NEWS.map((report) => ({
        fields: {
          title: report.title,
          id: `tag:blog.example,2003:${report.slug}`,
          published: iso(dateOf(report)),
          updated: iso(START),
          summary: report.text,
        },
        link: `https://blog.example/archives/${report.slug}`,
      })),
    ),
  ],
  'RSS 0.91 without guids and dates, then 2.0 with both': () => [
    rss(
      NEWS.map(({ title, text, slug }) => ({
        title,
        description: text,
        link: `http://www.paper.example/${slug}.html`,
      })),
      '0.91',
    ),
    each(({ slug }, i) => ({ [GUID]: `art${i}`, link: `https://www.paper.example/${slug}.html` })),
  ],
  'RSS 1.0 whose items are about addresses with a session': () =>
    polls(3, () =>
      rdf(
        NEWS.map((report, i) => {
          const link = `${OUTLET}/news/${i + 5_000};jsessionid=${token()}AAAA?from=rss`;
          return { about: link, fields: { title: report.title, link, 'dc:date': iso(dateOf(report)) } };
        }),
      ),
    ),
  'a forum: the latest post in the link, the date of the latest post': () =>
    polls(4, (poll) =>
      rss(
        NEWS.map((report, i) => ({
          ...basic(report),
          title: poll === 2 && i === 0 ? `${report.title} [confirmed]` : report.title,
          pubDate: rfc822(START + poll * HOUR - i * 60_000),
          [GUID]: `forum.example-topic-${1_200 + i}`,
          link: `https://forum.example/t/${report.slug}/${1_200 + i}/${poll * 3 + 1}`,
        })),
      ),
    ),
  'a forum without guids, the latest post in the link': () =>
    polls(4, (poll) =>
      rss(
        NEWS.map((report, i) => ({
          ...basic(report),
          pubDate: rfc822(START + poll * HOUR - i * 60_000),
          link: `https://forum.example/t/${report.slug}/${1_200 + i}/${poll * 3 + 1}`,
        })),
      ),
    ),
  'a blog host: another source in the link, then a domain of its own': () =>
    polls(3, (poll) =>
      each(({ slug }, i) => ({
        [GUID]: `https://medium.com/p/a9${i}f3c0de${i}`,
        link: `${poll < 2 ? 'https://medium.com/outlet' : 'https://blog.outlet.example'}/${slug}-a9${i}f3c0de${i}?source=rss----${token()}---4`,
      })),
    ),
  'a newsletter: numbers as guids, and two forms of the address': () =>
    polls(3, (poll) =>
      each(({ slug }, i) => ({
        [GUID]: `${150_233_000 + i}`,
        link:
          poll === 1
            ? `https://open.substack.com/pub/outlet/p/${slug}?r=${token()}&utm_medium=ios`
            : `https://outlet.substack.com/p/${slug}`,
      })),
    ),
  'a feed proxy with new tokens, and the original address': () =>
    polls(3, () =>
      each(({ slug }) => ({
        link: `http://feedproxy.google.com/~r/outlet/~3/${token()}/`,
        'feedburner:origLink': `https://outlet.example/${slug}.html`,
        pubDate: undefined,
      })),
    ),
  'a feed proxy with new tokens as guids and links, without dates': () =>
    polls(3, () =>
      each(() => ({ link: `http://feedproxy.google.com/~r/outlet/~3/${token()}/`, pubDate: undefined })),
    ),
  'an aggregator with new tokens as guids and links': () =>
    polls(3, () =>
      each((report) => {
        const id = `CBMi${token()}QWxnZWNpcmFz${token()}`;
        return {
          title: `${report.title} - El Heraldo`,
          [GUID]: id,
          link: `https://news.google.com/rss/articles/${id}?oc=5`,
        };
      }),
    ),
  'a search engine that counts visits, without guids and dates': () =>
    polls(3, () =>
      each(({ slug }) => ({
        pubDate: undefined,
        link: `http://www.bing.com/news/apiclick.aspx?ref=FexRss&aid=&tid=${token()}&url=https%3a%2f%2fpaper.example%2f${slug}&c=${token()}&mkt=de-de`,
      })),
    ),
  'posts whose titles end with a short link that is new': () =>
    polls(3, () =>
      each((report, i) => ({
        title: `${report.title} https://t.co/${token()}`,
        description: `${report.text} https://t.co/${token()}`,
        link: `https://social.example/outlet/status/18${i}0000000000${i}`,
      })),
    ),
  'posts on another instance each time, with the number in path and guid': () =>
    polls(3, (poll) =>
      each((_, i) => {
        const link = `https://${['nitter.example', 'xcancel.example', 'n.mirror.example'][poll]}/outlet/status/19${i}0000000000${i}#m`;
        return { guid: link, link };
      }),
    ),
  'another language for visitors from elsewhere': () =>
    polls(4, (poll) =>
      each((report, i) => ({
        title:
          poll % 2 === 0
            ? report.title
            : `Press release number ${['one', 'two', 'three', 'four', 'five'][i]} of today`,
        description:
          poll % 2 === 0 ? report.text : `Summary ${i} in another language, for visitors from elsewhere.`,
        [GUID]: `pr-2026-${i}`,
        link: `${OUTLET}/${poll % 2 === 0 ? 'es' : 'en'}/pr/${i}`,
      })),
    ),
  'JSON Feed 1.0, then 1.1 with https in ids': () => [
    json(
      NEWS.map((r) => ({
        id: `http://j.example/${r.slug}`,
        url: `http://j.example/${r.slug}`,
        title: r.title,
        content_text: r.text,
        date_published: iso(dateOf(r)),
      })),
      '1',
    ),
    json(
      NEWS.map((r) => ({
        id: `https://j.example/${r.slug}`,
        url: `https://j.example/${r.slug}/`,
        title: r.title,
        content_html: `<p>${r.text}</p>`,
        date_published: iso(dateOf(r)),
      })),
    ),
  ],
  'episodes without links, whose guids are files with a token': () =>
    polls(3, () =>
      each(({ slug }) => ({
        [GUID]: `https://cdn.example/e/${slug}.mp3?Expires=${token()}&Signature=${token()}`,
      })),
    ),
  'five forms of an AMP address, without dates': () =>
    [
      (slug: string) => `https://paper.example/${slug}`,
      (slug: string) => `https://amp.paper.example/${slug}`,
      (slug: string) => `https://paper.example/${slug}?outputType=amp`,
      (slug: string) => `https://paper.example/amp/${slug}`,
      (slug: string) => `https://paper.example/${slug}?amp=1`,
    ].map((link) => each(({ slug }) => ({ link: link(slug), pubDate: undefined }))),
  'guids made of the title, which is edited, and dates that move ahead': () =>
    polls(3, (poll) =>
      each((report) => ({
        title:
          poll === 0
            ? report.title
            : `${report.title}${[' ', ' (aktualisiert)', ' – mehr Einzelheiten'][poll]}`,
        [GUID]: token(),
        pubDate: rfc822(START + poll * HOUR),
        link: `${OUTLET}/story/${report.slug}-2026-03`,
      })),
    ),
  'another order each time, other sections, other headlines': () =>
    polls(3, (poll) =>
      rss(
        [...NEWS.slice(poll), ...NEWS.slice(0, poll)].map((report) => ({
          ...basic(report),
          title: poll === 1 ? `What we know so far: ${report.at}` : report.title,
          [GUID]: `story:${report.slug}`,
          link: `${OUTLET}/${['world', 'tech', 'politics'][poll]}/${report.at}`,
        })),
      ),
    ),
  'a feed that shows two reports, then five, then the other three': () =>
    [NEWS.slice(0, 2), NEWS, NEWS.slice(2)].map((window) =>
      rss(
        window.map((report) => ({
          ...basic(report),
          [GUID]: token(),
          link: `${OUTLET}/x/${report.slug}?h=${token()}`,
        })),
      ),
    ),
};

describe('five reports stay five items, whatever software serves them', { timeout: 60_000 }, () => {
  for (const [name, documents] of Object.entries(SAME))
    variantTest(name, async () => {
      const { items } = await polledFeed(bench, answers(documents()));
      expect(items.map(({ title }) => title)).toHaveLength(5);
    });
});
