import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FeedRow, feedOfCallback } from '../../io/store/feeds/feeds.ts';
import { receivePush } from '../../pipeline/feeds/receive-push.ts';
import { answerHub } from '../../pipeline/feeds/subscribe-hub.ts';
import type { Service } from '../../service/open-service.ts';

const PATH = '/websub/:feedId/:token';

/** The limit on a pushed body, as for a feed that is fetched. */
const PUSH_BYTES = 8 * 2 ** 20;
/** Pushes whose bodies are held in memory at a time. */
const PUSHES = 8;

const params = z.object({
  feedId: z.string().regex(/^\d{1,18}$/),
  token: z.string().regex(/^[0-9a-f]{32}$/),
});

/**
 * The callback of WebSub hubs: they verify a subscription (GET) and push new entries (POST). The address contains a
 * secret, so these routes are not logged.
 */
export async function websubCallback(
  app: FastifyInstance,
  { service }: { readonly service: Pick<Service, 'pipeline'> },
): Promise<void> {
  const { pipeline } = service;
  // The signature is computed over the raw bytes, so no body parser may change them.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  const feedOf = async (request: FastifyRequest): Promise<FeedRow | undefined> => {
    const { success, data } = params.safeParse(request.params);
    return success ? feedOfCallback(pipeline.db, data.feedId, data.token) : undefined;
  };

  app.get(PATH, { logLevel: 'silent' }, async (request, reply) => {
    const feed = await feedOf(request);
    const query = new URLSearchParams(request.url.slice(request.url.indexOf('?') + 1));
    const answer = feed === undefined ? undefined : await answerHub(pipeline, feed, query);
    reply.type('text/plain; charset=utf-8');
    return answer === undefined ? reply.code(404).send('not found\n') : reply.send(answer.text);
  });

  /** The feed of each accepted push, before its body is read. */
  const feeds = new WeakMap<FastifyRequest, FeedRow>();
  let pushes = 0;
  async function admit(request: FastifyRequest, reply: FastifyReply) {
    // A refused client is still sending a body that will not be read.
    reply.header('connection', 'close');
    const feed = await feedOf(request);
    if (feed === undefined) return reply.code(404).send();
    // 410 tells the hub to forget the subscription (W3C WebSub §7).
    if (feed.status !== 'active' || feed.hub_url === null) return reply.code(410).send();
    if (pushes >= PUSHES) return reply.code(503).header('retry-after', '10').send();
    if (reply.raw.destroyed) return reply.hijack();
    pushes += 1;
    reply.raw.once('close', () => {
      pushes -= 1;
    });
    reply.removeHeader('connection');
    feeds.set(request, feed);
    return undefined;
  }

  app.post(PATH, { logLevel: 'silent', bodyLimit: PUSH_BYTES, onRequest: admit }, async (request, reply) => {
    const feed = feeds.get(request);
    if (feed === undefined) return reply.code(404).send();
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const abort = new AbortController();
    reply.raw.once('close', () => abort.abort());
    await receivePush(
      pipeline,
      feed,
      {
        body,
        contentType: request.headers['content-type'],
        signature: header(request, 'x-hub-signature'),
      },
      abort.signal,
    );
    return reply.code(204).send();
  });
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
