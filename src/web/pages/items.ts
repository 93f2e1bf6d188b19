import { z } from 'zod';
import { webLink } from '../../core/messages/plain-text.ts';
import { type ListedItem, listItems, retryItems } from '../../io/store/items/item-attempts.ts';
import { after, decodePlace, pageOfRows } from '../cursor.ts';
import { type Html, html } from '../html.ts';
import { csrfField } from '../layout.ts';
import { rowId } from '../row-id.ts';
import { mayAccess, route, type Visitor, type WebRoute } from '../route.ts';
import { select, time, withQuery } from '../views/parts.ts';

const SHOWN = 100;

/** `/items`: entries that wait to be read, and those that were given up. */
export const itemRoutes: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/items',
    access: 'reader',
    about: 'Items that were given up, or that wait to be read',
    query: z.object({ state: z.enum(['failed', 'waiting']).default('failed'), after }),
    handle: async ({ service, visitor, query }) => {
      const rows = await listItems(service.store.db, {
        state: query.state === 'waiting' ? 'new' : 'failed',
        after: decodePlace(query.after, 'time'),
        limit: SHOWN + 1,
      });
      const { shown, next } = pageOfRows(rows, SHOWN, ({ key, id }) => ({ key, id }));
      const isFailed = query.state === 'failed';
      const mayRetry = isFailed && mayAccess(visitor.role, 'analyst');
      const body = html`<h1>Items</h1><p class="dim">What feeds brought, before it is an article: what was given up, and what waits to be read.</p>
<form method="get" action="/items" class="row">${select(
        'state',
        'State',
        [{ value: 'waiting', label: 'waiting' }],
        isFailed ? undefined : query.state,
        'given up',
      )}<button class="quiet">Show</button></form>
${mayRetry && shown.length > 0 ? html`<form method="post" action="/items/retry">${csrfField(visitor)}<p><button>Read all that were given up again</button></p></form>` : undefined}
${
  shown.length === 0
    ? html`<p class="notice">${isFailed ? 'Nothing was given up.' : 'Nothing waits.'}</p>`
    : html`<table class="cards"><thead><tr><th>${isFailed ? 'Given up' : 'Due'}</th><th>Outlet</th><th>Item</th><th>Result</th><th><span class="hidden">Action</span></th></tr></thead><tbody>${shown.map((item) => itemRow(item, mayRetry ? visitor : undefined))}</tbody></table>${next === null ? undefined : html`<p><a class="button quiet" rel="next" href="${withQuery('/items', query, { after: next })}">Older</a></p>`}`
}`;
      return { kind: 'page', title: 'Items', section: 'Items', body };
    },
  }),
  route({
    method: 'POST',
    path: '/items/retry',
    access: 'analyst',
    about: 'Reads items that were given up again, one or all',
    body: z.object({ id: rowId.optional() }),
    handle: async ({ service, body }) => {
      await retryItems(service.store.db, body.id === undefined ? 'all' : [body.id], new Date());
      return { kind: 'redirect', to: '/items' };
    },
  }),
];

/** @param visitor who may have it read again */
function itemRow(item: ListedItem, visitor: Visitor | undefined): Html {
  const link = webLink(item.url);
  const at = item.state === 'failed' ? (item.doneAt ?? item.firstSeenAt) : item.dueAt;
  return html`<tr><td class="when" data-label="When">${time(at)}</td><td data-label="Outlet">${item.outlet}</td>
<td><span dir="auto">${link === undefined ? item.title : html`<a href="${link}" rel="noopener noreferrer">${item.title || item.url}</a>`}</span> <a href="/why?address=${encodeURIComponent(item.url)}">Why<span class="hidden">: ${item.title}</span></a></td>
<td data-label="Result">${item.outcome ?? ''}${item.attempts === 0 ? '' : ` (${item.attempts} ${item.attempts === 1 ? 'try' : 'tries'})`}</td>
<td>${visitor === undefined ? undefined : html`<form method="post" action="/items/retry">${csrfField(visitor)}<button class="quiet" name="id" value="${item.id}">Read again<span class="hidden">: ${item.title}</span></button></form>`}</td></tr>`;
}
