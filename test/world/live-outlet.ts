import { type Entry, escape, type Habit, html, pageOf, rssOf, type Scene, XML } from './habit.ts';
import { type Answer, type Asked, outletServer } from './outlet-server.ts';
import type { Report } from './reports.ts';

export interface LiveOutlet extends AsyncDisposable {
  readonly feeds: readonly string[];
}

/** The number of entries in its feed. */
const WINDOW = 25;
/** A host name of its own, so that its links count as links of one site. All names resolve to loopback. */
const HOST = 'outlet.example';

/** An outlet with this habit, in its state at the clock's time. */
export async function liveOutlet(
  habit: Habit,
  reports: readonly Report[],
  clock: () => number,
): Promise<LiveOutlet> {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const paths = ['/feed.xml', ...(habit.also ?? [])];
  const polls = new Map<string, number>();
  let base = '';
  const server = await outletServer((asked) => {
    if (asked.path === '/robots.txt') return undefined;
    const isFeed = asked.path.endsWith('.xml');
    const poll = (polls.get(asked.path) ?? 0) + (isFeed ? 1 : 0);
    polls.set(asked.path, poll);
    const scene = { now: clock(), base, poll };
    if (isFeed) return feedAnswer(habit, reports, scene, asked);
    const id = /\/([a-z0-9-]+)(?:\/amp)?(?:[?#]|$)/.exec(asked.path)?.[1] ?? '';
    const report = byId.get(id);
    const own = habit.page?.(report, scene, asked);
    if (own !== undefined || habit.page !== undefined) return own;
    return report === undefined ? undefined : html(pageOf(report.title, report.text, report.published));
  });
  base = `http://${HOST}:${server.port}`;
  return {
    feeds: paths.map((path) => `${base}${path}`),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function feedAnswer(habit: Habit, reports: readonly Report[], scene: Scene, asked: Asked): Answer {
  const entries = reports
    .filter(({ appears }) => appears <= scene.now)
    .sort((a, b) => b.appears - a.appears)
    .slice(0, WINDOW)
    .map((report, index): Entry => {
      const entry = {
        title: report.title,
        link: `${scene.base}/a/${report.id}`,
        guid: `tag:${HOST},2026:${report.id}`,
        date: new Date(report.published).toUTCString(),
        text: report.text.slice(0, 400),
      };
      return habit.entry?.(entry, report, scene, index) ?? entry;
    });
  const document = habit.document?.(entries, scene) ?? rssOf(entries, scene);
  return habit.feed?.(document, scene, asked) ?? { headers: XML, body: document };
}

/** How a title appears in an alert, whatever markup the outlet writes it with. */
export function bears(title: string, report: Report): boolean {
  return title.includes(report.title) || title.includes(escape(report.title));
}
