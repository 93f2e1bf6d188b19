import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { WebOptions } from './web-options.ts';

/** `/health`: 200 while the database and the queues answer, 503 otherwise. */
export async function health(app: FastifyInstance, { service }: WebOptions): Promise<void> {
  const { store, queues } = service;
  app.get('/health', async (_request, reply) => {
    const [database, counts] = await Promise.all([
      sql`SELECT 1`.execute(store.db).then(
        () => true,
        () => false,
      ),
      queues.counts().catch(() => undefined),
    ]);
    const healthy = database && counts !== undefined;
    return reply
      .code(healthy ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ healthy, database, queues: counts ?? null });
  });
}
