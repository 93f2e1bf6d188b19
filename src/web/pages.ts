import type { FastifyInstance } from 'fastify';
import { webLink } from '../core/messages/plain-text.ts';
import { summariseStory, type TimelineEntry } from '../core/stories/summarise-story.ts';
import { type FeedState, feedState } from '../core/scheduling/feed-state.ts';
import { listFeeds } from '../io/store/feeds.ts';
import { getStory } from '../io/store/stories.ts';
import { reportsOf } from '../io/store/story-reports.ts';
import { type Html, html, page } from './html.ts';
import { alertHtml } from './alert-html.ts';
import { latestShownAlerts } from './latest-alerts.ts';
import { minute, sampleTag } from './parts.ts';
import type { WebOptions } from './web-options.ts';
import { ICON, STYLE } from './style.ts';

const SHOWN = 50;

/** The pages: the latest alerts, one story, and how the feeds fare. */
export async function pages(app: FastifyInstance, { service }: WebOptions): Promise<void> {
  const { db } = service.store;
  app.get('/style.css', async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'max-age=3600').send(STYLE),
  );

  app.get('/icon.svg', async (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'max-age=86400').send(ICON),
  );

  app.get('/', async (_request, reply) => {
    const alerts = await latestShownAlerts(db, { limit: SHOWN, publicUrl: undefined });
    const body = html`<h1>Latest alerts</h1>${
      alerts.length === 0
        ? html`<p class="dim">No alerts yet. Feeds are being polled; <a href="/feeds">see how they fare</a>.</p>`
        : alerts.map(alertHtml)
    }`;
    return reply.type('text/html; charset=utf-8').send(page('Alerts', body));
  });

  app.get<{ Params: { id: string } }>('/stories/:id', async (request, reply) => {
    const { id } = request.params;
    const story = /^\d{1,18}$/.test(id) ? await getStory(db, id) : undefined;
    if (story === undefined)
      return reply
        .code(404)
        .type('text/html; charset=utf-8')
        .send(page('Not found', html`<h1>There is no story ${id}</h1>`));
    if (story.merged_into !== null) return reply.redirect(`/stories/${story.merged_into}`, 301);
    const summary = summariseStory(await reportsOf(db, id));
    const body = html`<h1>${story.title}</h1>
<p class="dim">${sampleTag(story.sample)} ${summary?.articleCount ?? 0} reports · ${story.outlets.length} outlets · ${story.languages.join(', ')} · first ${minute(story.first_report_at)} · latest ${minute(story.last_report_at)}</p>
<div class="scroll"><table><thead><tr><th>When</th><th>Outlet</th><th>Report</th><th>News</th></tr></thead>
<tbody>${(summary?.timeline ?? []).map(timelineRow)}</tbody></table></div>`;
    return reply.type('text/html; charset=utf-8').send(page(story.title, body));
  });

  app.get('/feeds', async (_request, reply) => {
    const feeds = await listFeeds(db);
    const rows = feeds.map(
      (
        feed,
      ) => html`<tr><td>${sampleTag(feed.origin === 'sample')} ${feed.outlet}<br><span class="dim">${feed.url}</span></td>
<td class="when">${stateTag(feedState(feed), feed.failures)}</td>
<td class="when">${minute(feed.succeeded_at)}</td><td class="when">${feed.status === 'active' ? minute(feed.next_poll_at) : '-'}<br><span class="dim">${feed.schedule_reason ?? ''}</span></td><td>${feed.last_error ?? ''}</td></tr>`,
    );
    const body = html`<h1>${feeds.length} feeds</h1><div class="scroll"><table><thead><tr><th>Feed</th><th>State</th><th>Last success (UTC)</th><th>Next poll (UTC)</th><th>Last error</th></tr></thead><tbody>${rows}</tbody></table></div>`;
    return reply.type('text/html; charset=utf-8').send(page('Feeds', body));
  });
}

function timelineRow({ at, article, news }: TimelineEntry): Html {
  const link = webLink(article.url);
  return html`<tr><td class="when">${minute(at)}</td><td>${article.outlet}<br><span class="dim">${article.language}</span></td>
<td lang="${article.language}" dir="auto">${link === undefined ? article.title : html`<a href="${link}" rel="noopener noreferrer">${article.title}</a>`}</td><td>${news.join('; ')}</td></tr>`;
}

function stateTag(state: FeedState, failures: number): Html {
  if (state !== 'failing' && state !== 'unreachable') return html`${state}`;
  return html`<span class="bad">${state}${failures > 0 ? ` (${failures})` : ''}</span>`;
}
