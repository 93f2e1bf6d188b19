import { z } from 'zod';
import { alertHtml } from '../streams/alert-html.ts';
import { decodePlace, pageOfRows } from '../cursor.ts';
import { html } from '../html.ts';
import { latestShownAlerts } from '../streams/latest-alerts.ts';
import { route, type WebRoute } from '../route.ts';

const SHOWN = 50;

/** `/alerts`: the alerts, the latest first. */
export const alertsPage: WebRoute = route({
  method: 'GET',
  path: '/alerts',
  access: 'reader',
  about: 'The latest alerts',
  query: z.object({ after: z.string().max(200).optional() }),
  handle: async ({ service, query }) => {
    const found = await latestShownAlerts(service.store.db, {
      limit: SHOWN + 1,
      before: decodePlace(query.after, 'none')?.id,
      publicUrl: undefined,
      language: service.config.web.language,
    });
    const { shown: alerts, next } = pageOfRows(found, SHOWN, ({ id }) => ({ key: '', id }));
    // New alerts are inserted only on the first page.
    const live = query.after === undefined ? html` data-live="${alerts[0]?.id ?? '0'}"` : undefined;
    const body = html`<div class="split"><h1>Latest alerts</h1><p class="dim"><a href="/alerts.atom">Atom</a> · <a href="/alerts.json">JSON Feed</a></p></div><div${live}>${
      alerts.length === 0 ? html`<p class="notice">No alerts yet.</p>` : alerts.map(alertHtml)
    }</div>${next === null ? undefined : html`<p><a class="button quiet" rel="next" href="/alerts?after=${next}">Older</a></p>`}`;
    return { kind: 'page', title: 'Alerts', section: 'Alerts', body };
  },
});
