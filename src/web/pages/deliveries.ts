import { z } from 'zod';
import { listDeliveries } from '../../io/store/deliveries/listed-deliveries.ts';
import { reviveAndRecord } from '../../pipeline/deliveries/revive-deliveries.ts';
import { after, decodePlace, pageOfRows } from '../cursor.ts';
import { html } from '../html.ts';
import { csrfField } from '../layout.ts';
import { mayAccess, route, type WebRoute } from '../route.ts';
import { select, time, withQuery } from '../views/parts.ts';

const SHOWN = 100;
const STATES = ['pending', 'delivered', 'dead'] as const;

/** `/deliveries`: deliveries that were sent, wait, or are dead. */
export const deliveryRoutes: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/deliveries',
    access: 'reader',
    about: 'The deliveries',
    query: z.object({ state: z.enum(STATES).optional(), after }),
    handle: async ({ service, visitor, query }) => {
      const rows = await listDeliveries(service.store.db, {
        state: query.state,
        after: decodePlace(query.after, 'time', 'uuid'),
        limit: SHOWN + 1,
      });
      const { shown: deliveries, next } = pageOfRows(rows, SHOWN, ({ key, id }) => ({ key, id }));
      const dead = deliveries.some(({ state }) => state === 'dead');
      const mayAct = mayAccess(visitor.role, 'analyst');
      const body = html`<h1>Deliveries</h1>
<form method="get" action="/deliveries" class="row">${select(
        'state',
        'State',
        STATES.map((value) => ({ value, label: value })),
        query.state,
        'all',
      )}<button class="quiet">Show</button></form>
${dead && mayAct ? html`<form method="post" action="/deliveries/retry">${csrfField(visitor)}<p><button>Send all dead ones again</button></p></form>` : undefined}
${
  deliveries.length === 0
    ? html`<p class="notice">There are none.</p>`
    : html`<table class="cards"><thead><tr><th>Made</th><th>Route, channel</th><th>What</th><th>State</th><th>Answer</th><th><span class="hidden">Action</span></th></tr></thead><tbody>${deliveries.map(
        (
          one,
        ) => html`<tr><td class="when" data-label="Made">${time(one.createdAt)}</td><td data-label="To">${one.route}, ${one.channel}</td><td><span dir="auto">${one.title}</span>${one.alerts > 1 ? ` and ${one.alerts - 1} more` : ''} <span class="dim">${one.kind}</span></td>
<td data-label="State">${one.state === 'dead' ? html`<span class="bad">dead</span> after ${one.attempts} tries` : one.state === 'delivered' ? html`delivered ${one.refused === null ? '' : html`<span class="bad">in part</span> `}${time(one.deliveredAt)}` : html`due ${time(one.dueAt)}${one.heldFor === null ? '' : ` (${one.heldFor})`}`}</td><td data-label="Answer">${one.answer ?? ''}</td>
<td>${one.state === 'dead' && mayAct ? html`<form method="post" action="/deliveries/retry">${csrfField(visitor)}<button class="quiet" name="id" value="${one.id}">Send again</button></form>` : undefined}</td></tr>`,
      )}</tbody></table>${next === null ? undefined : html`<p><a class="button quiet" rel="next" href="${withQuery('/deliveries', query, { after: next })}">Older</a></p>`}`
}`;
      return { kind: 'page', title: 'Deliveries', section: 'Deliveries', body };
    },
  }),
  route({
    method: 'POST',
    path: '/deliveries/retry',
    access: 'analyst',
    about: 'Sends dead deliveries again, one or all',
    body: z.object({ id: z.uuid().optional() }),
    handle: async ({ service, body }) => {
      await reviveAndRecord(service.store.db, body.id === undefined ? 'all' : [body.id], new Date());
      return { kind: 'redirect', to: '/deliveries' };
    },
  }),
];
