import { type ScriptedServer, scriptedServer } from './scripted-server.ts';

const BAN = [
  'The US Commerce Department on Tuesday banned exports of Nvidia H20 AI chips to China, a month after it had announced new export controls on advanced semiconductors.',
  'Under the rule, which enters into force at once, every shipment of the chips to China needs an export licence, and licences will be denied, officials told reporters in Washington.',
  'Nvidia said that it would obey the export ban and expects to lose 5.5 billion dollars of sales in the quarter.',
].join('\n\n');
const DUTCH = [
  'The Dutch trade ministry will ask for an export licence for more of ASML’s immersion lithography machines from April on, it wrote to parliament in The Hague.',
  'Service of machines that stand in Chinese chip factories falls under the licence duty, too. ASML does not expect its forecast for the year to change.',
].join('\n\n');
const CHOCOLATE = [
  'The bakery on the corner of the market square has won the regional prize for its chocolate cake for the third year in a row.',
  'The jury praised its light dough and the dark cream, and asked for the recipe, which the family has kept to itself since 1951.',
  'The prize will be handed over on Sunday at the town hall; there will be coffee, music and of course cake for everybody who comes.',
].join('\n\n');

interface Entry {
  readonly slug: string;
  readonly title: string;
  readonly text: string;
  readonly hoursOld?: number;
  readonly status?: number;
}

// Different numbers and names keep them from becoming one story.
const ENTRIES: readonly Entry[] = [
  { slug: 'ban', title: 'US bans exports of Nvidia H20 chips to China', text: BAN },
  { slug: 'cake', title: 'Prize for a chocolate cake', text: CHOCOLATE },
  {
    slug: 'silenced',
    title: 'Netherlands widen export controls on ASML chip tools: hushed',
    text: DUTCH,
  },
  { slug: 'private/members', title: 'US bans exports of AMD MI308 chips to China', text: BAN },
  { slug: 'advertorial', title: 'Advertorial: buy a graphics card', text: BAN },
  { slug: 'old', title: 'Japan put export controls on chips', text: BAN, hoursOld: 24 * 30 },
  { slug: 'broken', title: 'A page behind an error', text: BAN, status: 503 },
];

/** An outlet with a report for each way in which an item can end. */
export function explainedOutlet(): Promise<ScriptedServer> {
  return scriptedServer(({ path: asked }, base) => {
    const path = new URL(asked, base).pathname;
    if (path === '/feed.xml')
      return { headers: { 'content-type': 'application/rss+xml' }, body: feedText(base) };
    if (path === '/robots.txt') return { body: 'User-agent: *\nDisallow: /private/\n' };
    const entry = ENTRIES.find((one) => path === `/${one.slug}`);
    if (entry === undefined) return undefined;
    const paragraphs = entry.text.split('\n\n').map((paragraph) => `<p>${paragraph}</p>`);
    return {
      status: entry.status ?? 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: `<html lang="en"><head><title>${entry.title}</title><link rel="canonical" href="${base}/${entry.slug}"></head><body><article><h1>${entry.title}</h1>${paragraphs.join('')}</article></body></html>`,
    };
  });
}

function feedText(base: string): string {
  const items = ENTRIES.map(({ slug, title, text, hoursOld = 1 }) => {
    const date = new Date(Date.now() - hoursOld * 3_600_000).toUTCString();
    return `<item><title>${title}</title><link>${base}/${slug}?utm_source=rss&amp;utm_medium=feed</link><pubDate>${date}</pubDate><description>${text}</description></item>`;
  });
  return `<rss version="2.0"><channel><title>Example</title><link>${base}/</link>${items.join('')}</channel></rss>`;
}
