import { OUTLET, outlet } from './outlet.ts';

export const START = Date.parse('2026-03-02T09:00:00Z');
export const after = (minutes: number) => new Date(START + minutes * 60_000).toISOString();

export interface Live {
  readonly n: number;
  readonly title?: string;
  readonly text?: string;
  readonly updated?: string;
  readonly more?: string;
}
export const title = ({ n, title: own }: Live) => own ?? `Ticker ${n}: talks about wafers`;
export const text = ({ n, text: own }: Live) =>
  own ?? `Delegation ${n} has arrived in the hall and talks about wafers.`;
export const atom = (entries: readonly Live[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>L</title><id>urn:l</id>${entries.map((entry) => `<entry><title>${title(entry)}</title><id>urn:l:${entry.n}</id><link href="${OUTLET}/live/${entry.n}"/><published>2026-03-02T08:0${entry.n}:00Z</published><updated>${entry.updated ?? '2026-03-02T08:30:00Z'}</updated><content type="html">${text(entry).replaceAll('<', '&lt;')}</content></entry>`).join('')}</feed>`;
export const rss = (entries: readonly Live[]) =>
  `<rss version="2.0" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>L</title><link>${OUTLET}/</link>${entries.map((entry) => `<item><title>${title(entry)}</title><guid>${OUTLET}/live/${entry.n}</guid><link>${OUTLET}/live/${entry.n}</link><pubDate>Mon, 02 Mar 2026 08:0${entry.n}:00 GMT</pubDate><description>${text(entry).replaceAll('<', '&lt;')}</description>${entry.more ?? ''}</item>`).join('')}</channel></rss>`;
export const json = (entries: readonly Live[]) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1',
    title: 'L',
    items: entries.map((entry) => ({
      id: `${entry.n}`,
      url: `${OUTLET}/live/${entry.n}`,
      title: title(entry),
      content_html: text(entry),
      date_published: `2026-03-02T08:0${entry.n}:00Z`,
      date_modified: entry.updated,
    })),
  });

/** How often each page was asked for after these polls. */
export async function readings(
  polls: readonly { readonly minute: number; readonly document: string }[],
  status = 410,
) {
  await using watched = await outlet(() => ({ status }));
  for (const { minute, document } of polls)
    await watched.poll(after(minute), document, document.startsWith('{') ? 'json' : 'xml');
  const counts: Record<string, number> = {};
  for (const path of watched.pages()) counts[path.slice(6)] = (counts[path.slice(6)] ?? 0) + 1;
  return counts;
}
export const every = (minutes: number, count: number, document: (poll: number) => string) =>
  Array.from({ length: count }, (_, poll) => ({ minute: poll * minutes, document: document(poll) }));
export const three = [0, 1, 2].map((n) => ({ n }));
export const once = { 0: 1, 1: 1, 2: 1 };
