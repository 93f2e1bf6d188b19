import { readFileSync } from 'node:fs';
import { type PollBench, rssOf } from '../../support/poll-step.ts';
import { type ScriptedAnswer, scriptedServer, type SeenRequest } from '../../support/scripted-server.ts';

/** The result after all items of an outlet's feed were read. */
export interface Outcome {
  /** Titles of the stories that alerted, in alphabetical order. */
  readonly alerts: readonly string[];
  readonly articles: readonly {
    readonly title: string;
    readonly url: string;
    readonly via: string;
    readonly via_reason: string | null;
    readonly text: string;
    readonly lead: string | null;
  }[];
  readonly outcomes: readonly (string | null)[];
  readonly requests: readonly SeenRequest[];
}

export interface OutletEntry {
  readonly title: string;
  readonly path: string;
  readonly description?: string;
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const AT = '2026-03-02T09:00:00Z';

export function caseFile(path: string): string {
  return readFileSync(new URL(`../../../fixtures/cases/${path}`, import.meta.url), 'utf8');
}

/** An HTML answer, or a redirect to a path. */
export function html(body: string): ScriptedAnswer {
  return { headers: HTML, body };
}
export function redirect(location: string, status = 302): ScriptedAnswer {
  return { status, headers: { location } };
}

/** A feed of these entries, published an hour before it is polled. */
export function feedOf(entries: readonly OutletEntry[]): (base: string) => string {
  return (base) =>
    rssOf(
      entries.map(({ title, path, description = '' }) => ({
        title,
        link: `${base}${path}`,
        published: '2026-03-02T08:00:00Z',
        description,
      })),
    );
}

/**
 * Serves a feed and pages on loopback, polls the feed once, reads all items, and then those that were reopened.
 * @param other the same server under another host name, for pages of another host
 */
export async function readOutlet(
  bench: PollBench,
  feed: (base: string) => string,
  page: (path: string, base: string, other: string) => ScriptedAnswer | undefined,
): Promise<Outcome> {
  await using server = await scriptedServer(({ path }, base) => {
    if (path === '/feed.xml') return { headers: { 'content-type': 'application/rss+xml' }, body: feed(base) };
    if (path === '/robots.txt') return undefined;
    return page(path, base, base.replace('127.0.0.1', 'localhost'));
  });
  const { db } = bench.pipeline;
  const step = await bench.watch(`${server.url}/feed.xml`);
  await step.poll(AT);
  await step.ingest();
  await step.ingest();
  const items = await db
    .selectFrom('items')
    .leftJoin('articles', 'articles.id', 'items.article_id')
    .select(['items.outcome', 'articles.id', 'articles.title', 'articles.url', 'articles.via'])
    .select(['articles.via_reason', 'articles.text', 'articles.lead', 'articles.story_id'])
    .where('items.feed_id', '=', step.id)
    .orderBy('items.id')
    .execute();
  const stories = items.flatMap(({ story_id }) => (story_id === null ? [] : [story_id]));
  const alerts =
    stories.length === 0
      ? []
      : await db
          .selectFrom('alerts')
          .innerJoin('stories', 'stories.id', 'alerts.story_id')
          .select('stories.title')
          .where('stories.id', 'in', stories)
          .execute();
  return {
    alerts: alerts.map(({ title }) => title).sort(),
    articles: items.map(({ title, url, via, via_reason, text, lead }) => ({
      title: title ?? '',
      url: url ?? '',
      via: via ?? '',
      via_reason,
      text: text ?? '',
      lead,
    })),
    outcomes: items.map(({ outcome }) => outcome),
    requests: server.requests,
  };
}
