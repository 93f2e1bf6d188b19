import { explainLoss } from '../../io/lost-connection.ts';
import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import {
  formatServerSentEvent,
  formatServerSentRetry,
  SERVER_SENT_HEARTBEAT,
} from '../../core/messages/server-sent-event.ts';
import { jsonText } from '../../core/messages/json-text.ts';
import { programStory } from '../../core/messages/program-story.ts';
import { newestAlertIds } from '../../io/store/alerts.ts';
import { latestShownAlerts } from './latest-alerts.ts';
import type { WebOptions } from '../web-options.ts';

/** The maximum number of open streams; each is a socket and a little memory. */
const STREAMS = 200;
/** Milliseconds between two queries for new alerts, for all streams together. */
const LOOK = 2_000;
const HEARTBEAT = 25_000;
const BATCH = 100;
/** Bytes that may wait for a slow client. A client with more is disconnected, and comes back with Last-Event-ID. */
const BACKLOG = 256 * 1024;

/**
 * `/events`: alerts as server-sent events. The ones after `Last-Event-ID`, or after the number that `?after=` gives, are
 * sent first: a page gives the newest alert that it was made with.
 */
export async function eventStream(app: FastifyInstance, { service }: WebOptions): Promise<void> {
  const { db } = service.store;
  const { publicUrl, language } = service.config.web;
  /** Each stream with the last alert that it was sent; undefined while that is being looked up. */
  const streams = new Map<ServerResponse, string | undefined>();

  const write = (stream: ServerResponse, text: string) => {
    stream.write(text);
    if (stream.writableLength > BACKLOG) stream.destroy();
  };
  const feed = async () => {
    const starts = new Set([...streams.values()].filter((last) => last !== undefined));
    for (const after of starts) {
      const alerts = await latestShownAlerts(db, { limit: BATCH, after, publicUrl, language });
      for (const alert of alerts.toReversed()) {
        const event = formatServerSentEvent({
          id: alert.id,
          event: alert.kind,
          data: jsonText(programStory(alert.story)),
        });
        for (const [stream, last] of streams) {
          if (last === undefined || BigInt(last) >= BigInt(alert.id)) continue;
          if (last !== after && BigInt(last) < BigInt(after)) continue;
          write(stream, event);
          if (streams.has(stream)) streams.set(stream, alert.id);
        }
      }
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    await feed().catch((error: Error) =>
      service.log.warn(
        { event: 'events.failed', ...explainLoss(error, 'PostgreSQL') },
        'could not look for new alerts, will try again',
      ),
    );
    timer = setTimeout(look, LOOK);
  };
  timer = setTimeout(look, LOOK);
  const beat = setInterval(() => {
    for (const [stream, last] of streams) if (last !== undefined) write(stream, SERVER_SENT_HEARTBEAT);
  }, HEARTBEAT);
  app.addHook('onClose', async () => {
    clearTimeout(timer);
    clearInterval(beat);
    for (const stream of streams.keys()) stream.end();
  });

  app.get<{ Querystring: { after?: unknown } }>('/events', async (request, reply) => {
    if (streams.size >= STREAMS)
      return reply.code(503).header('retry-after', '30').send({ error: 'too many event streams' });
    const stream = reply.raw;
    // The slot is taken before anything is awaited, so that a burst of requests cannot take one slot several times.
    // It is freed when the connection closes, even before the lookup ends.
    streams.set(stream, undefined);
    stream.once('close', () => streams.delete(stream));
    const last = await startOf(request.headers['last-event-id'] ?? request.query.after).catch(
      (error: unknown) => {
        streams.delete(stream);
        throw error;
      },
    );
    if (stream.destroyed || !streams.has(stream)) return reply.hijack();
    reply.hijack();
    stream.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    write(stream, formatServerSentRetry(5_000));
    streams.set(stream, last);
    return reply;
  });

  async function startOf(given: unknown): Promise<string> {
    if (typeof given === 'string' && /^\d{1,18}$/.test(given)) return given;
    return (await newestAlertIds(db, { limit: 1 }))[0] ?? '0';
  }
}
