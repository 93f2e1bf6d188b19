import { readFileSync } from 'node:fs';
import { type PollBench, pollBench, type PollStep, type WatchOptions } from '../../support/poll-step.ts';
import { type ScriptedAnswer, type ScriptedServer, scriptedServer } from '../../support/scripted-server.ts';

export const OUTLET = 'https://outlet.example';
const TYPES = {
  xml: 'application/rss+xml; charset=utf-8',
  json: 'application/feed+json',
  html: 'text/html; charset=utf-8',
};

/**
 * An outlet on loopback with a pipeline that watches it. `https://outlet.example` in its documents stands for its
 * address.
 */
export interface Outlet extends AsyncDisposable {
  readonly bench: PollBench;
  readonly server: ScriptedServer;
  readonly feed: PollStep;
  /** Polls at that instant with this document as the feed, and reads the waiting items. */
  poll(at: string, document: string, type?: keyof typeof TYPES): Promise<void>;
  /** The headlines of the alerted articles, in order. */
  alerts(): Promise<string[]>;
  items(): Promise<
    { title: string; url: string; backlog: boolean; published_at: Date | null; article_id: string | null }[]
  >;
  /** Requests for pages, by path. */
  pages(): string[];
}

export type Page = string | ScriptedAnswer | undefined;

/** @param page gone for good by default, so that none is asked for again */
export async function outlet(
  page: (path: string, base: string) => Page = () => ({ status: 410 }),
  options: WatchOptions & { readonly path?: string } = {},
): Promise<Outlet> {
  const path = options.path ?? '/feed.xml';
  let current: { document: string; type: keyof typeof TYPES } = { document: '', type: 'xml' };
  const server = await scriptedServer((request, base) => {
    if (request.path === path)
      return {
        headers: { 'content-type': TYPES[current.type] },
        body: current.document.replaceAll(OUTLET, base),
      };
    if (request.path === '/robots.txt') return undefined;
    const answer = page(request.path, base);
    return typeof answer === 'string'
      ? { headers: { 'content-type': TYPES.html }, body: answer.replaceAll(OUTLET, base) }
      : answer;
  });
  const bench = await pollBench();
  const feed = await bench.watch(`${server.url}${path}`, { backfillAge: 172_800, ...options });
  const { db } = bench.pipeline;
  return {
    bench,
    server,
    feed,
    async poll(at, document, type = 'xml') {
      current = { document, type };
      await feed.poll(at);
      await feed.ingest();
    },
    async alerts() {
      const rows = await db
        .selectFrom('alerts')
        .innerJoin('articles', 'articles.id', 'alerts.article_id')
        .select('articles.title')
        .orderBy('alerts.id')
        .execute();
      return rows.map(({ title }) => title);
    },
    items: () =>
      db
        .selectFrom('items')
        .select(['title', 'url', 'backlog', 'published_at', 'article_id'])
        .orderBy('id')
        .execute(),
    pages: () =>
      server.requests.map((request) => request.path).filter((at) => at !== path && at !== '/robots.txt'),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

export function fixture(path: string): string {
  return readFileSync(new URL(`../../../fixtures/cases/${path}`, import.meta.url), 'utf8');
}

/** Four reports of four events; each is worth an alert. */
export const REPORTS = {
  ban: {
    title: 'United States bans exports of Kestrel AI chips to China',
    text: 'The United States Commerce Department banned exports of advanced AI chips to China on Monday. Sales of the Kestrel accelerator by NVIDIA to Chinese customers now need an export licence, which will be denied, officials in Washington said. The new export controls on semiconductors take effect at midnight.',
  },
  customs: {
    title: 'Niederländischer Zoll beschlagnahmt geschmuggelte Grafikprozessoren für Russland',
    text: 'Zollbeamte haben am Dienstag im Hafen von Rotterdam 4.100 geschmuggelte Grafikprozessoren in einem Container beschlagnahmt. Die als Küchenwaagen deklarierten Chips sollten unter Bruch der Sanktionen nach Russland gehen, sagte der Staatsanwalt. Zwei Personen wurden bei der Zollkontrolle festgenommen.',
  },
  japan: {
    title: '日本政府、半導体材料フォトレジストの輸出規制を強化',
    text: '経済産業省は木曜日、フォトレジストなど半導体材料の輸出規制を10月から強化すると発表した。12カ国への輸出には新たに輸出許可が必要となり、JSRや東京応化工業が影響を受ける。半導体の輸出管理をめぐる措置で、中国向けの出荷も対象となる。',
  },
  domestic: {
    title: 'Une jeune pousse de Hefei présente une alternative nationale aux puces mémoire étrangères',
    text: 'Anhui Lanhe Microelectronics a présenté un remplaçant développé en Chine pour les puces mémoire HBM étrangères. La puce nationale doit remplacer les importations de SK Hynix et de Samsung dans les serveurs chinois et rapproche l’autosuffisance en semi-conducteurs, a déclaré l’entreprise mercredi à Hefei.',
  },
} as const;

export interface Entry {
  readonly report: keyof typeof REPORTS;
  readonly title?: string;
  readonly text?: string;
  readonly link?: string;
  readonly guid?: string;
  readonly isPermaLink?: boolean;
  /** The date as it is written in the feed. */
  readonly date?: string;
}

/** An RSS document of these entries with only the elements that are given. */
export function rss(entries: readonly Entry[], head = ''): string {
  const items = entries.map(({ report, title, text, link, guid, isPermaLink, date }) =>
    [
      '<item>',
      `<title>${title ?? REPORTS[report].title}</title>`,
      link === undefined ? '' : `<link>${link}</link>`,
      guid === undefined ? '' : `<guid isPermaLink="${isPermaLink === true}">${guid}</guid>`,
      date === undefined ? '' : `<pubDate>${date}</pubDate>`,
      `<description>${text ?? REPORTS[report].text}</description>`,
      '</item>',
    ].join(''),
  );
  return `<rss version="2.0"><channel><title>Outlet</title><link>${OUTLET}/</link>${head}${items.join('')}</channel></rss>`;
}
