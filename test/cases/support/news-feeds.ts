import type { FeedAnswer } from './polled-feed.ts';
import { OUTLET } from './outlet.ts';

export const START = Date.parse('2026-03-02T09:00:00Z');
export const HOUR = 3_600_000;
/** Reports as agencies and authorities head them; `at` is hours before the first poll. */
export const NEWS = [
  {
    at: 2,
    slug: 'aduana-decomisa-procesadores',
    title: 'Aduana decomisa 3.200 procesadores en Algeciras',
    text: 'La aduana decomisó el lunes 3.200 procesadores ocultos en un contenedor de juguetes, según la fiscalía de Cádiz.',
  },
  {
    at: 5,
    slug: 'celne-urad-zadrzel-cipy',
    title: 'Celní úřad zadržel čipy za dvě miliardy',
    text: 'Celníci v Praze zadrželi zásilku akcelerátorů, která měla přes Kazachstán pokračovat dál na východ.',
  },
  {
    at: 9,
    slug: 'alfandega-apreende-placas',
    title: 'Alfândega apreende placas gráficas em Santos',
    text: 'A Receita Federal apreendeu no porto de Santos placas declaradas como brinquedos, e abriu inquérito.',
  },
  {
    at: 14,
    slug: 'tull-beslagtar-kretsar',
    title: 'Tullen beslagtar kretsar i Göteborg',
    text: 'Tullverket har beslagtagit kretsar som angetts som hushållsapparater, säger kammaråklagaren i Göteborg.',
  },
  {
    at: 20,
    slug: 'gumruk-cip-ele-gecirdi',
    title: 'Gümrük 1.800 çip ele geçirdi',
    text: 'Mersin Limanı’nda oyuncak olarak beyan edilen bir konteynerde 1.800 çip ele geçirildi, iki kişi gözaltında.',
  },
] as const;
export type Report = (typeof NEWS)[number];

export const rfc822 = (ms: number) => new Date(ms).toUTCString();
export const iso = (ms: number) => new Date(ms).toISOString();
export const dateOf = ({ at }: Report) => START - at * HOUR;
let drawn = 0;
/** Characters that no earlier call returned. */
export const token = () => `${((drawn += 1) * 48_271).toString(36)}Zq${drawn}x`;
export const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export type Fields = Readonly<Record<string, string | undefined>>;
export const elements = (fields: Fields) =>
  Object.entries(fields)
    .map(([name, value]) =>
      value === undefined ? '' : `<${name}>${escaped(value)}</${name.split(' ', 1)[0]}>`,
    )
    .join('');
export const rss = (items: readonly Fields[], version = '2.0') =>
  `<rss version="${version}" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel><title>Outlet</title><link>${OUTLET}/</link><description>News</description>${items.map((item) => `<item>${elements(item)}</item>`).join('')}</channel></rss>`;
export const basic = (report: Report): Fields => ({
  title: report.title,
  description: report.text,
  pubDate: rfc822(dateOf(report)),
});
export const GUID = 'guid isPermaLink="false"';
export const each = (fields: (report: Report, i: number) => Fields) =>
  rss(NEWS.map((report, i) => ({ ...basic(report), ...fields(report, i) })));
export const polls = (count: number, document: (poll: number) => string) =>
  Array.from({ length: count }, (_, i) => document(i));
export const rdf = (items: readonly { about: string; fields: Fields }[]) =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="${OUTLET}/"><title>O</title><link>${OUTLET}/</link></channel>${items.map(({ about, fields }) => `<item rdf:about="${escaped(about)}">${elements(fields)}</item>`).join('')}</rdf:RDF>`;
export const atom = (
  entries: readonly { fields: Fields; link?: string }[],
  namespace = 'http://www.w3.org/2005/Atom',
) =>
  `<feed version="0.3" xmlns="${namespace}"><title>O</title><id>urn:o</id>${entries.map(({ fields, link }) => `<entry>${elements(fields)}${link === undefined ? '' : `<link rel="alternate" type="text/html" href="${escaped(link)}"/>`}</entry>`).join('')}</feed>`;
export const ATOM_03 = 'http://purl.org/atom/ns#';
export const json = (items: readonly object[], version = '1.1') =>
  JSON.stringify({ version: `https://jsonfeed.org/version/${version}`, title: 'O', items });

/** One poll an hour. */
export function answers(documents: readonly string[]): FeedAnswer[] {
  return documents.map((body, poll) => ({
    at: iso(START + poll * HOUR),
    headers: { 'content-type': body.startsWith('{') ? 'application/feed+json' : 'application/xml' },
    body,
  }));
}
