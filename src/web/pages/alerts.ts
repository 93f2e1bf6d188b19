import { alertHtml } from '../alert-html.ts';
import { html } from '../html.ts';
import { latestShownAlerts } from '../latest-alerts.ts';
import { route, type WebRoute } from '../route.ts';

const SHOWN = 50;

/** `/alerts`: the alerts, the latest first. */
export const alertsPage: WebRoute = route({
  method: 'GET',
  path: '/alerts',
  access: 'reader',
  about: 'The latest alerts',
  handle: async ({ service }) => {
    const alerts = await latestShownAlerts(service.store.db, {
      limit: SHOWN,
      publicUrl: undefined,
      language: service.config.web.language,
    });
    const body = html`<div class="split"><h1>Latest alerts</h1><p class="dim"><a href="/alerts.atom">Atom</a> · <a href="/alerts.json">JSON Feed</a></p></div><div data-live>${
      alerts.length === 0 ? html`<p class="notice">No alerts yet.</p>` : alerts.map(alertHtml)
    }</div>`;
    return { kind: 'page', title: 'Alerts', section: 'Alerts', body };
  },
});
