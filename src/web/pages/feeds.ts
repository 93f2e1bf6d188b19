import { type FeedState, feedState } from '../../core/scheduling/feed-state.ts';
import { listFeeds } from '../../io/store/feeds.ts';
import { type Html, html } from '../html.ts';
import { route, type WebRoute } from '../route.ts';
import { sampleTag, time } from '../views/parts.ts';

/** `/feeds`: how the feeds fare. */
export const feedsPage: WebRoute = route({
  method: 'GET',
  path: '/feeds',
  access: 'reader',
  about: 'The feeds and how they fare',
  handle: async ({ service }) => {
    const feeds = await listFeeds(service.store.db);
    const rows = feeds.map(
      (
        feed,
      ) => html`<tr><td>${sampleTag(feed.origin === 'sample')} ${feed.outlet}<br><span class="dim">${feed.url}</span></td>
<td data-label="State">${stateTag(feedState(feed), feed.failures)}</td>
<td data-label="Last success">${time(feed.succeeded_at)}</td><td data-label="Next poll">${time(feed.status === 'active' ? feed.next_poll_at : null)}<br><span class="dim">${feed.schedule_reason ?? ''}</span></td><td data-label="Last error">${feed.last_error ?? ''}</td></tr>`,
    );
    const body = html`<h1>${feeds.length} feeds</h1><table class="cards"><thead><tr><th>Feed</th><th>State</th><th>Last success</th><th>Next poll</th><th>Last error</th></tr></thead><tbody>${rows}</tbody></table>`;
    return { kind: 'page', title: 'Feeds', section: 'Feeds', body };
  },
});

function stateTag(state: FeedState, failures: number): Html {
  if (state !== 'failing' && state !== 'unreachable') return html`${state}`;
  return html`<span class="bad">${state}${failures > 0 ? ` (${failures})` : ''}</span>`;
}
