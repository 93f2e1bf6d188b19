import fastify from 'fastify';
import type { Service } from '../service/open-service.ts';

export interface Web {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves health and the latest alerts. */
export async function startWeb(service: Service): Promise<Web> {
  const { config, store, queues } = service;
  const app = fastify({
    loggerInstance: service.log.child({ part: 'web' }, { level: 'warn' }),
    forceCloseConnections: true,
  });
  app.get('/health', async (_request, reply) => {
    const counts = await queues.counts().catch(() => undefined);
    const feeds = await store.db
      .selectFrom('feeds')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('status', '=', 'active')
      .executeTakeFirst()
      .catch(() => undefined);
    const healthy = counts !== undefined && feeds !== undefined;
    return reply
      .code(healthy ? 200 : 503)
      .send({ healthy, queues: counts ?? null, feeds: feeds === undefined ? null : Number(feeds.count) });
  });
  await app.listen({ host: config.web.host, port: config.web.port });
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.web.port;
  return { url: `http://${config.web.host}:${port}`, close: () => app.close() };
}
