import { z } from 'zod';
import { explainLines } from '../../core/yaml/explain-issues.ts';
import { type SilenceMatchers, silenceSchema } from '../../core/alerts/route-config.ts';
import { describeMatchers } from '../../core/alerts/silence.ts';
import { count } from '../../core/messages/phrases.ts';
import { countHidden, endSilence, hiddenAlerts, listSilences } from '../../io/store/silences.ts';
import type { FilterChoices } from '../../io/store/stories/story-list.ts';
import { getFilterChoices } from '../search/filter-choices.ts';
import { type Html, html } from '../html.ts';
import { makeSilence } from '../make-silence.ts';
import { csrfField } from '../layout.ts';
import { idParams } from '../row-id.ts';
import { mayAccess, route, type Visitor, type WebRoute } from '../route.ts';
import { outletField, plainChoices, topicField } from '../views/filter-fields.ts';
import { select, time } from '../views/parts.ts';

const SPANS = { '2h': 2, '12h': 12, '1d': 24, '3d': 72, '7d': 168, '30d': 720 } as const;
const filled = z
  .string()
  .trim()
  .max(300)
  .transform((text) => (text === '' ? undefined : text))
  .optional();

/** `/silences`: silences in force, and a form to add one. */
export const silenceRoutes: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/silences',
    access: 'reader',
    about: 'The silences',
    handle: async ({ service, visitor }) => {
      const { db } = service.store;
      const [silences, hidden, choices] = await Promise.all([
        listSilences(db, new Date(0)),
        countHidden(db),
        getFilterChoices(db),
      ]);
      const now = new Date();
      const mayAct = mayAccess(visitor.role, 'analyst');
      const rows = silences.map((silence) => {
        const runs = silence.until > now;
        return html`<tr><td>${describeMatchers(silence.matchers)}</td><td data-label="Reason">${silence.reason}</td><td data-label="${runs ? 'Until' : 'Ended'}">${time(silence.until)}${runs ? '' : ' (ended)'}</td><td data-label="Hid"><a href="/silences/${silence.id}">${count(hidden.get(silence.id) ?? 0, 'alert')}</a></td><td>${runs && mayAct ? html`<form method="post" action="/silences/${silence.id}/end">${csrfField(visitor)}<button class="quiet">End it now</button></form>` : undefined}</td></tr>`;
      });
      const body = html`<h1>Silences</h1>
${silences.length === 0 ? html`<p class="notice">No silence runs, and none has. A silence hides alerts that meet all of what it names, for a while and for a reason; the stories stay in the list.</p>` : html`<table class="cards"><thead><tr><th>On</th><th>Reason</th><th>Until</th><th>Hid</th><th><span class="hidden">Action</span></th></tr></thead><tbody>${rows}</tbody></table>`}
${
  mayAct
    ? form(
        visitor,
        choices,
        service.config.routes.map(({ name }) => name),
      )
    : undefined
}`;
      return { kind: 'page', title: 'Silences', section: 'Silences', body };
    },
  }),
  route({
    method: 'GET',
    path: '/silences/:id',
    access: 'reader',
    about: 'What a silence hid',
    params: idParams,
    handle: async ({ service, params }) => {
      const { db } = service.store;
      const silence = (await listSilences(db, new Date(0))).find((one) => one.id === params.id);
      if (silence === undefined)
        return { kind: 'problem', status: 404, title: `There is no silence ${params.id}` };
      const hidden = await hiddenAlerts(db, silence.id);
      const body = html`<h1>Silence on ${describeMatchers(silence.matchers)}</h1><p>${silence.reason} · until ${time(silence.until)}</p>
${hidden.length === 0 ? html`<p class="notice">It hid nothing.</p>` : html`<ul class="plain">${hidden.map(({ at, route, title }) => html`<li>${time(at)} · ${route}: <span dir="auto">${title}</span></li>`)}</ul>`}<p><a href="/silences">All silences</a></p>`;
      return { kind: 'page', title: 'Silence', section: 'Silences', body };
    },
  }),
  route({
    method: 'POST',
    path: '/silences',
    access: 'analyst',
    about: 'Makes a silence',
    body: z.object({
      of: z
        .string()
        .regex(/^(?:story|topic|outlet):.+$/s, 'expected story:17, topic:chip_ban or outlet:Chip Daily')
        .max(320)
        .optional()
        .describe('story:17, topic:chip_ban or outlet:Chip Daily'),
      topic: filled,
      outlet: filled,
      route: filled,
      entity: filled,
      title: filled,
      for: z.enum(Object.keys(SPANS) as (keyof typeof SPANS)[]),
      reason: z.string().trim().min(3).max(300),
    }),
    handle: async ({ service, body }) => {
      const { of, for: span, reason, ...rest } = body;
      const [, kind = '', value = ''] = /^(\w+):(.*)$/s.exec(of ?? '') ?? [];
      const matchers: SilenceMatchers = { ...rest, ...(kind === '' ? {} : { [kind]: value }) };
      const given = {
        matchers: Object.fromEntries(Object.entries(matchers).filter(([, one]) => one !== undefined)),
        reason,
        until: new Date(Date.now() + SPANS[span] * 3_600_000),
      };
      const parsed = silenceSchema.safeParse(given);
      if (!parsed.success)
        return {
          kind: 'problem',
          status: 422,
          title: 'That is no silence',
          detail: explainLines(parsed.error.issues, given, silenceSchema),
        };
      const made = await makeSilence(service, parsed.data);
      return made.status === 'refused' ? made.problem : { kind: 'redirect', to: '/silences' };
    },
  }),
  route({
    method: 'POST',
    path: '/silences/:id/end',
    access: 'analyst',
    about: 'Ends a silence now; what it hid stays hidden',
    params: idParams,
    handle: async ({ service, params }) =>
      (await endSilence(service.store.db, params.id, new Date()))
        ? { kind: 'redirect', to: '/silences' }
        : { kind: 'problem', status: 404, title: 'No such silence runs' },
  }),
];

function form(visitor: Visitor, choices: FilterChoices, routes: readonly string[]): Html {
  return html`<h2>Make a silence</h2><p class="dim">It hides what meets all of these. From a story’s page it takes two clicks.</p><form method="post" action="/silences"><div class="fields">${csrfField(visitor)}
${topicField(choices)}
${outletField(choices)}
${select('route', 'Route', plainChoices(routes), undefined)}
<label>Name of a company, chip, agency<input name="entity" maxlength="200"></label>
<label>Part of the title<input name="title" maxlength="200"></label>
<label>For<select name="for"><option value="2h">2 hours</option><option value="12h">12 hours</option><option value="1d" selected>a day</option><option value="3d">3 days</option><option value="7d">a week</option><option value="30d">30 days</option></select></label>
<label>Reason<input name="reason" required minlength="3" maxlength="300"></label>
<div class="row"><button>Make it</button></div></div></form>`;
}
