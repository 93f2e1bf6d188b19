import { z } from 'zod';
import { habitRemarks } from '../../core/items/habit-remarks.ts';
import { count } from '../../core/messages/phrases.ts';
import { pageHabits } from '../../core/plausibility/page-habits.ts';
import { type FeedState, feedState } from '../../core/scheduling/feed-state.ts';
import { itemsADay, ITEM_DAYS } from '../../io/store/feeds/feed-page.ts';
import { type FeedRow, listFeeds } from '../../io/store/feeds/feeds.ts';
import { tallyPages } from '../../io/store/items/shared-pages.ts';
import { type Html, html } from '../html.ts';
import { csrfField } from '../layout.ts';
import { mayAccess, route, type Visitor, type WebRoute } from '../route.ts';
import { sparkline } from '../views/chart.ts';
import { address, sampleTag, select, time, withQuery } from '../views/parts.ts';

/** Feeds on a page. */
const SHOWN = 100;

/** `/feeds`: the state of each feed. */
export const feedsPage: WebRoute = route({
  method: 'GET',
  path: '/feeds',
  access: 'reader',
  about: 'The feeds and how they fare',
  query: z.object({
    q: z.string().trim().max(200).optional(),
    state: z.enum(['troubled', 'paused']).optional(),
    page: z.coerce.number().int().min(1).max(1_000).default(1),
  }),
  handle: async ({ service, visitor, query }) => {
    const { db } = service.store;
    const now = new Date();
    const [feeds, daily, tallied] = await Promise.all([
      listFeeds(db),
      itemsADay(db, now, ITEM_DAYS),
      tallyPages(db, new Date(now.getTime() - ITEM_DAYS * 86_400_000)),
    ]);
    const pages = Map.groupBy(tallied, ({ feedId }) => feedId);
    const mayAct = mayAccess(visitor.role, 'analyst');
    const troubled = feeds.filter((feed) => ['failing', 'unreachable', 'gone'].includes(feedState(feed)));
    const wanted = (query.q ?? '').toLowerCase();
    const found = (query.state === 'troubled' ? troubled : feeds).filter(
      ({ outlet, url, status }) =>
        (query.state !== 'paused' || status === 'paused') &&
        `${outlet} ${url}`.toLowerCase().includes(wanted),
    );
    const rows = found.slice((query.page - 1) * SHOWN, query.page * SHOWN).map((feed) => {
      const remarks = [
        ...(feed.gaps === 0
          ? []
          : [`${feed.gaps} ${feed.gaps === 1 ? 'gap' : 'gaps'}: items may be missing`]),
        ...pageHabits(pages.get(feed.id) ?? []),
        ...habitRemarks(feed.habits, now),
      ];
      const days = daily.get(feed.id) ?? [];
      const total = days.reduce((sum, count) => sum + count, 0);
      return html`<tr><td class="feed">${sampleTag(feed.origin === 'sample')} <strong>${feed.outlet}</strong><br><span class="dim">${address(feed.url)}</span></td>
<td class="words" data-label="State">${stateTag(feedState(feed), feed.failures)}${feed.last_error === null ? undefined : html`<br><span class="dim">${feed.last_error}</span>`}${remarks.map((remark) => html`<br><span class="dim">${remark}</span>`)}</td>
<td data-label="Items">${days.length === 0 ? html`<span class="dim">none in ${ITEM_DAYS} days</span>` : html`${sparkline(days, `${total} items in ${ITEM_DAYS} days`)}<br><span class="dim">${total} in ${ITEM_DAYS} days</span>`}</td>
<td data-label="Last success">${time(feed.succeeded_at)}</td>
<td data-label="Next poll">${time(feed.status === 'active' ? feed.next_poll_at : null)}<br><span class="dim">${feed.schedule_reason ?? ''}</span></td>
${mayAct ? html`<td class="act">${actions(feed, visitor)}</td>` : undefined}</tr>`;
    });
    const body = html`<div class="split"><h1>${count(feeds.length, 'feed')}</h1><p class="dim"><a href="/feeds.opml">OPML</a></p></div>
${
  troubled.length === 0
    ? undefined
    : html`<p class="notice">${troubled.length} of them cannot be read at the moment: ${troubled
        .slice(0, 5)
        .map(({ outlet }) => outlet)
        .join(', ')}${troubled.length > 5 ? ' …' : '.'} <a href="/feeds?state=troubled">Only these</a></p>`
}
${mayAct ? adding(visitor) : undefined}
${feeds.length > 10 ? feedFilter(query) : undefined}
${found.length === 0 ? html`<p class="notice">${feeds.length === 0 ? 'No feed is watched yet.' : 'No feed is like that.'}</p>` : undefined}
<table class="cards"${found.length === 0 ? html` hidden` : undefined}><thead><tr><th>Feed</th><th>State</th><th>Items</th><th>Last success</th><th>Next poll</th>${mayAct ? html`<th><span class="hidden">Actions</span></th>` : undefined}</tr></thead><tbody>${rows}</tbody></table>${found.length > query.page * SHOWN ? html`<p><a class="button quiet" rel="next" href="${withQuery('/feeds', query, { page: String(query.page + 1) })}">More feeds (${found.length - query.page * SHOWN})</a></p>` : undefined}`;
    return { kind: 'page', title: 'Feeds', section: 'Feeds', body };
  },
});

/** The filter above a long list of feeds. */
function feedFilter({
  q,
  state,
}: {
  readonly q?: string | undefined;
  readonly state?: string | undefined;
}): Html {
  return html`<form method="get" action="/feeds"><div class="fields"><label>Name or address<input type="search" name="q" value="${q ?? ''}"></label>${select(
    'state',
    'State',
    [
      { value: 'troubled', label: 'cannot be read' },
      { value: 'paused', label: 'paused' },
    ],
    state,
    'all',
  )}<div class="row"><button class="quiet">Show</button></div></div></form>`;
}

function actions(feed: FeedRow, visitor: Visitor): Html {
  const button = (action: string, label: string) =>
    html`<button class="quiet" name="action" value="${action}">${label}<span class="hidden"> ${feed.outlet}</span></button>`;
  return html`<form method="post" action="/feeds/${feed.id}" class="row">${csrfField(visitor)}${
    feed.status === 'active'
      ? html`${button('poll', 'Poll now')}${button('pause', 'Pause')}`
      : button('resume', 'Resume')
  }${button('remove', 'Remove')}</form>`;
}

function adding(visitor: Visitor): Html {
  return html`<details class="filters"><summary>Add feeds</summary>
<form method="post" action="/feeds/preview"><div class="fields">${csrfField(visitor)}<label class="wide">Address of a feed, or of a page that announces one<input type="url" name="url" required maxlength="2000" placeholder="https://outlet.example/feed"></label><div class="row"><button>Look at it first</button></div></div></form>
<form method="post" action="/feeds/opml"><div class="fields">${csrfField(visitor)}<label class="wide">Or a list of another reader (OPML): choose the file or paste it<input type="file" accept=".opml,.xml,text/xml" data-into="opml"><textarea id="opml" name="opml" rows="4" required></textarea></label><div class="row"><button class="quiet">Take the list over</button></div></div></form></details>`;
}

function stateTag(state: FeedState, failures: number): Html {
  if (state !== 'failing' && state !== 'unreachable') return html`${state}`;
  return html`<span class="bad">${state}${failures > 0 ? ` (${failures})` : ''}</span>`;
}
