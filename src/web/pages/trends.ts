import { z } from 'zod';
import { languageName } from '../../core/messages/phrases.ts';
import { type TrendCell, TREND_KINDS } from '../../io/store/stories/trends.ts';
import { topicLabels } from '../../io/store/stories/story-list.ts';
import type { Service } from '../../service/open-service.ts';
import { csvField } from '../csv.ts';
import { html } from '../html.ts';
import { route, type WebRoute } from '../route.ts';
import { firstDay, getDelays, getTrend, STILL_COUNTING } from '../trend-numbers.ts';
import { select, topicClass, withQuery } from '../views/parts.ts';
import { dayChart } from '../views/chart.ts';

const trendQuery = z.object({
  by: z.enum(TREND_KINDS).default('topic'),
  days: z.coerce.number().int().min(7).max(366).default(30),
});

const LINES = 8;

/** The colour of a name in the chart. A topic has the same colour on every page; others are numbered. */
function colour(topic: string | undefined, index: number): string {
  return topic === undefined ? `topic-${index % 8}` : topicClass(topic);
}

/** Names for people: labels of topics, English names of languages. */
async function cells(
  service: Service,
  { by, days }: z.output<typeof trendQuery>,
): Promise<{
  /** Undefined while they are counted. */
  cells: TrendCell[] | undefined;
  days: string[];
  topics: ReadonlyMap<string, string>;
}> {
  const { db } = service.store;
  const since = firstDay(days, new Date());
  const found = await getTrend(db, { by, days, limit: LINES });
  const labels = by === 'topic' ? await topicLabels(db) : undefined;
  const named = (name: string) => (by === 'language' ? languageName(name) : (labels?.get(name) ?? name));
  const topics = new Map([...(labels ?? [])].map(([id, label]) => [label, id]));
  return {
    topics,
    cells: found?.map((cell) => ({ ...cell, name: named(cell.name) })),
    days: Array.from({ length: days }, (_, day) =>
      new Date(since.getTime() + day * 86_400_000).toISOString().slice(0, 10),
    ),
  };
}

/** `/trends`: how many stories each day by topic, outlet and so on, and which outlets are early. */
export const trendRoutes: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/trends',
    access: 'reader',
    about: 'Stories by day and topic, language, outlet, country or name; who is early',
    query: trendQuery,
    handle: async ({ service, query }) => {
      const { cells: counted, days, topics } = await cells(service, query);
      const found = counted ?? [];
      const delays = await getDelays(service.store.db, query.days, 20);
      const names = [...new Set(found.map(({ name }) => name))];
      const total = (name: string) =>
        found.filter((cell) => cell.name === name).reduce((sum, { stories }) => sum + stories, 0);
      const sorted = names.toSorted((a, b) => total(b) - total(a));
      const body = html`<h1>Trends</h1>
<form method="get" action="/trends" class="row">${select(
        'by',
        'Stories by',
        TREND_KINDS.filter((kind) => kind !== 'topic').map((value) => ({ value, label: value })),
        query.by === 'topic' ? undefined : query.by,
        'topic',
      )}${select(
        'days',
        'Days',
        ['7', '90', '365'].map((value) => ({ value, label: value })),
        query.days === 30 ? undefined : String(query.days),
        '30',
      )}<button class="quiet">Show</button></form>
${
  found.length === 0
    ? html`<p class="notice" role="status">${counted === undefined ? STILL_COUNTING : 'No story began in this time.'}</p>`
    : html`${dayChart(found, days, sorted, (name, index) => colour(topics.get(name), index))}
<p><a href="${withQuery('/trends.csv', query)}">The numbers as CSV</a></p>
<details><summary>The numbers as a table</summary><table><thead><tr><th>${query.by}</th><th class="number">Stories</th><th class="number">Of these in the last 7 days</th></tr></thead><tbody>${sorted.map(
        (name) =>
          html`<tr><td dir="auto">${name}</td><td class="number">${total(name)}</td><td class="number">${found.filter((cell) => cell.name === name && days.slice(-7).includes(cell.day)).reduce((sum, { stories }) => sum + stories, 0)}</td></tr>`,
      )}</tbody></table></details>`
}
<h2>Who is early</h2>${
        delays.length === 0
          ? html`<p class="dim">No story of several outlets in this time.</p>`
          : html`<table><caption>In stories that several outlets have: how long after the first report</caption><thead><tr><th>Outlet</th><th class="number">Stories</th><th class="number">First</th><th class="number">Median delay, h</th></tr></thead><tbody>${delays.map(
              ({ outlet, stories, first, median }) =>
                html`<tr><td>${outlet}</td><td class="number">${stories}</td><td class="number">${first}</td><td class="number">${median}</td></tr>`,
            )}</tbody></table>`
      }`;
      return { kind: 'page', title: 'Trends', section: 'Trends', body };
    },
  }),
  route({
    method: 'GET',
    path: '/trends.csv',
    access: 'reader',
    about: 'The numbers of the trends as CSV',
    query: trendQuery,
    handle: async ({ service, query }) => {
      const { cells: found } = await cells(service, query);
      if (found === undefined)
        return { kind: 'problem', status: 503, title: 'Still counting', detail: STILL_COUNTING };
      const lines = found.map(({ day, name, stories }) => `${day},${csvField(name)},${stories}`);
      return {
        kind: 'file',
        type: 'text/csv; charset=utf-8',
        name: `stories-by-${query.by}.csv`,
        content: [`day,${query.by},stories`, ...lines, ''].join('\r\n'),
      };
    },
  }),
];
