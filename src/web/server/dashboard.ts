import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { WebOptions } from '../web-options.ts';

/** Headers of one connection; the answer has its own. */
const OF_A_CONNECTION: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
]);

/**
 * `/queues`: BullMQ's dashboard, read only. Work is listed in the database and started by commands. Its libraries are
 * loaded by the first visit, because few processes are ever asked for it.
 */
export async function dashboard(app: FastifyInstance, { service }: WebOptions): Promise<void> {
  let opening: Promise<FastifyInstance> | undefined;
  const open = async () => (await import('./queue-board.ts')).openQueueBoard(service);
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    opening ??= open();
    const board = await opening.catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    const { statusCode, headers, rawPayload } = await board.inject({
      method: 'GET',
      url: request.url,
      headers: request.headers,
    });
    if (statusCode === 404) return reply.callNotFound();
    for (const [name, value] of Object.entries(headers))
      if (value !== undefined && !OF_A_CONNECTION.has(name)) reply.header(name, value);
    return reply.code(statusCode).send(rawPayload);
  };
  app.get('/', answer);
  app.get('/*', answer);
  app.addHook('onClose', async () => (await opening?.catch(() => undefined))?.close());
}
