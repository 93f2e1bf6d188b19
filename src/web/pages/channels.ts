import { z } from 'zod';
import { plainLine } from '../../core/messages/plain-text.ts';
import { channelStates, type ListedChannel } from '../../service/channel-states.ts';
import { testOutcomeInWords } from '../../service/send-test-message.ts';
import { type Html, html } from '../html.ts';
import { csrfField } from '../layout.ts';
import { mayAccess, route, type Visitor, type WebRoute } from '../route.ts';
import { testNamedChannel } from '../test-channel.ts';
import { notice, time } from '../views/parts.ts';

/** `/channels`: the ways to readers, their states, and a test message. */
export const channelRoutes: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/channels',
    access: 'reader',
    about: 'The channels, who uses them, and their states',
    handle: async ({ service, visitor }) => {
      const channels = await channelStates(service.config, service.store.db, new Date());
      const body = html`<h1>Channels</h1><p>A channel is a way to readers: Slack, mail, a webhook. Channels are defined in the configuration. A test message goes out at once, whatever the channel's routes are.</p>
${
  channels.length === 0
    ? html`<p class="notice">The configuration has none.</p>`
    : html`<table class="cards"><thead><tr><th>Channel</th><th>Routes</th><th>State</th><th class="number">Waiting</th><th class="number">Dead</th><th class="number">Sent in 24 h</th><th>Last error</th><th><span class="hidden">Action</span></th></tr></thead><tbody>${channels.map((one) => channelRow(one, mayAccess(visitor.role, 'owner') ? visitor : undefined))}</tbody></table>`
}`;
      return { kind: 'page', title: 'Channels', section: 'Channels', body };
    },
  }),
  route({
    method: 'POST',
    path: '/channels/test',
    access: 'owner',
    about: 'Sends a test message through a channel',
    body: z.object({ channel: z.string().max(100) }),
    handle: async ({ service, body: { channel } }) => {
      const outcome = await testNamedChannel(service, channel);
      if ('kind' in outcome) return outcome;
      const isDelivered = outcome.status === 'delivered';
      const text = html`<h1>${channel}, tested</h1>${notice(`The test message was ${testOutcomeInWords(outcome)}`, isDelivered ? 'good' : 'bad')}<p><a href="/channels">To the channels</a></p>`;
      return {
        kind: 'page',
        status: isDelivered ? 200 : 502,
        title: 'Channels',
        section: 'Channels',
        body: text,
      };
    },
  }),
];

/** @param visitor who may send a test message */
function channelRow(channel: ListedChannel, visitor: Visitor | undefined): Html {
  const { name, kind, routes, state, restsUntil, pace, lastError, lastErrorAt } = channel;
  return html`<tr><th scope="row" data-label="Channel">${name} <span class="dim">${kind}</span></th><td data-label="Routes">${routes.join(', ') || 'none'}${pace === null ? undefined : html` <span class="dim">${pace.burst} at once, then one in ${pace.everyMs / 1_000} s</span>`}</td>
<td data-label="State">${state === 'ok' ? html`<span class="good">ok</span>` : state === 'failing' ? html`<span class="bad">failing</span>` : html`<span class="warn">rests</span> until ${time(restsUntil)}`}</td>
<td class="number" data-label="Waiting">${channel.pending}</td><td class="number" data-label="Dead">${channel.dead === 0 ? '0' : html`<a href="/deliveries?state=dead">${channel.dead}</a>`}</td><td class="number" data-label="Sent in 24 h">${channel.deliveredLastDay}</td>
<td data-label="Last error">${lastError === null ? '–' : html`${time(lastErrorAt)} ${plainLine(lastError)}`}</td>
<td>${visitor === undefined ? undefined : html`<form method="post" action="/channels/test">${csrfField(visitor)}<button class="quiet" name="channel" value="${name}">Send a test message<span class="hidden"> to ${name}</span></button></form>`}</td></tr>`;
}
