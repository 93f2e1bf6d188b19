import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import {
  formatServerSentEvent,
  formatServerSentRetry,
  SERVER_SENT_HEARTBEAT,
} from '../core/messages/server-sent-event.ts';
import { newestAlertIds } from '../io/store/alerts.ts';
import { latestShownAlerts } from './latest-alerts.ts';
import type { WebOptions } from './web-options.ts';

/** Streams open at a time; each is a socket and a little memory. */
const STREAMS = 200;
/** Milliseconds between two looks for new alerts, for all streams together. */
const LOOK = 2_000;
const HEARTBEAT = 25_000;
const BATCH = 100;

/** `/events`: alerts as server-sent events. `Last-Event-ID` brings what was missed. */
export async function eventStream(app: FastifyInstance, { service }: WebOptions): Promise<void> {
  const { db } = service.store;
  const { publicUrl } = service.config.web;
  /** Each open stream, with the last alert that it was sent. */
  const streams = new Map<ServerResponse, string>();

  const feed = async () => {
    const starts = new Set(streams.values());
    for (const after of starts) {
      const alerts = await latestShownAlerts(db, { limit: BATCH, after, publicUrl });
      for (const alert of alerts.toReversed()) {
        const event = formatServerSentEvent({
          id: alert.id,
          event: alert.kind,
          data: JSON.stringify(alert.story),
        });
        for (const [stream, last] of streams) {
          if (BigInt(last) >= BigInt(alert.id) || (last !== after && BigInt(last) < BigInt(after))) continue;
          stream.write(event);
          streams.set(stream, alert.id);
        }
      }
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    await feed().catch((error: Error) =>
      service.log.warn({ event: 'events.failed', reason: error.message }, 'could not look for new alerts'),
    );
    timer = setTimeout(look, LOOK);
  };
  timer = setTimeout(look, LOOK);
  const beat = setInterval(() => {
    for (const stream of streams.keys()) stream.write(SERVER_SENT_HEARTBEAT);
  }, HEARTBEAT);
  app.addHook('onClose', async () => {
    clearTimeout(timer);
    clearInterval(beat);
    for (const stream of streams.keys()) stream.end();
  });

  app.get('/events', async (request, reply) => {
    if (streams.size >= STREAMS)
      return reply.code(503).header('retry-after', '30').send({ error: 'too many event streams' });
    const given = request.headers['last-event-id'];
    const last =
      typeof given === 'string' && /^\d{1,18}$/.test(given)
        ? given
        : ((await newestAlertIds(db, { limit: 1 }))[0] ?? '0');
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    stream.write(formatServerSentRetry(5_000));
    streams.set(stream, last);
    stream.on('close', () => streams.delete(stream));
    return reply;
  });
}
