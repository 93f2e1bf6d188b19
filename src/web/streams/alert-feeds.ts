import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type AlertFeed, renderAtom, renderJsonFeed } from '../../core/messages/alert-feed.ts';
import { latestShownAlerts } from './latest-alerts.ts';
import type { WebOptions } from '../web-options.ts';

const ENTRIES = 50;

/** `/alerts.atom` and `/alerts.json` (JSON Feed 1.1): alerts for feed readers. */
export async function alertFeeds(app: FastifyInstance, { service }: WebOptions): Promise<void> {
  const started = new Date();
  const feed = async (request: FastifyRequest, path: string): Promise<AlertFeed> => {
    const siteUrl =
      withSlash(service.config.web.publicUrl) ?? `http://${request.headers.host ?? 'localhost'}/`;
    const alerts = await latestShownAlerts(service.store.db, {
      limit: ENTRIES,
      publicUrl: service.config.web.publicUrl,
      language: service.config.web.language,
    });
    return { title: 'chipwatch alerts', siteUrl, path, updated: alerts[0]?.at ?? started, entries: alerts };
  };
  app.get('/alerts.atom', async (request, reply) =>
    reply.type('application/atom+xml; charset=utf-8').send(renderAtom(await feed(request, 'alerts.atom'))),
  );
  app.get('/alerts.json', async (request, reply) =>
    reply
      .type('application/feed+json; charset=utf-8')
      .send(renderJsonFeed(await feed(request, 'alerts.json'))),
  );
}

/** Relative addresses keep the path of a service that lives below one. */
function withSlash(url: string | undefined): string | undefined {
  return url === undefined || url.endsWith('/') ? url : `${url}/`;
}
