import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { WebOptions } from '../web-options.ts';

/**
 * `/metrics` for Prometheus. Counts are read from the database on each request, so they cover all workers and survive
 * restarts.
 */
export async function metrics(app: FastifyInstance, { service }: WebOptions): Promise<void> {
  const { metricsToken } = service.config.web;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'chipwatch_web_' });
  const gauge = (name: string, help: string, labelNames: string[]) =>
    new Gauge({ name: `chipwatch_${name}`, help, labelNames, registers: [registry] });
  const jobs = gauge('queue_jobs', 'Jobs in the queues', ['queue', 'state']);
  const feeds = gauge('feeds', 'Feeds by state', ['state']);
  const items = gauge('items_24h', 'Items first seen in the last 24 hours, by state', ['state']);
  const overdue = gauge('items_overdue_seconds', 'How long the longest overdue item has waited', []);
  const deliveries = gauge('deliveries', 'Deliveries that wait or are dead', ['state', 'channel']);
  const failed = gauge('items_failed', 'Items that were given up', []);
  const sweepAge = gauge('sweep_age_seconds', 'Since workers of a role last looked for due work', ['role']);
  const alerts = gauge('alerts_24h', 'Alerts of the last 24 hours', ['route']);

  app.get('/metrics', async (request, reply) => {
    if (metricsToken !== undefined && !isBearer(request.headers.authorization, metricsToken))
      return reply.code(401).header('www-authenticate', 'Bearer').send({ error: 'a bearer token is needed' });
    for (const one of [jobs, feeds, items, deliveries, alerts, sweepAge]) one.reset();
    for (const [queue, counts] of Object.entries(await service.queues.counts()))
      for (const [state, count] of Object.entries(counts)) jobs.set({ queue, state }, count as number);
    for (const row of await counted(service, FEEDS)) feeds.set({ state: row.a }, row.count);
    for (const row of await counted(service, ITEMS)) items.set({ state: row.a }, row.count);
    for (const row of await counted(service, DELIVERIES))
      deliveries.set({ state: row.a, channel: row.b }, row.count);
    for (const row of await counted(service, ALERTS)) alerts.set({ route: row.a }, row.count);
    for (const row of await counted(service, SWEEPS)) sweepAge.set({ role: row.a }, row.count);
    const [given] = await counted(service, FAILED);
    failed.set(given?.count ?? 0);
    const [oldest] = await counted(service, OVERDUE);
    overdue.set(oldest?.count ?? 0);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

/** Compares hashes in constant time. */
function isBearer(header: string | undefined, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(header ?? ''), hash(`Bearer ${token}`));
}

const FEEDS = sql<Row>`
  SELECT CASE WHEN status <> 'active' THEN status WHEN fetch_error IS NOT NULL THEN 'unreachable'
              WHEN failures > 0 THEN 'failing' WHEN succeeded_at IS NULL THEN 'new' ELSE status END AS a, '' AS b, count(*)::int AS count
  FROM feeds WHERE status <> 'removed' GROUP BY 1`;
const ITEMS = sql<Row>`
  SELECT state AS a, '' AS b, count(*)::int AS count FROM items
  WHERE feed_id IN (SELECT id FROM feeds) AND first_seen_at > now() - interval '24 hours' GROUP BY 1`;
const DELIVERIES = sql<Row>`
  SELECT state AS a, channel AS b, count(*)::int AS count FROM deliveries WHERE state <> 'delivered' GROUP BY 1, 2`;
const ALERTS = sql<Row>`
  SELECT route AS a, '' AS b, count(*)::int AS count FROM alerts WHERE created_at > now() - interval '24 hours' GROUP BY 1`;
const FAILED = sql<Row>`SELECT '' AS a, '' AS b, count(*)::int AS count FROM items WHERE state = 'failed'`;
const SWEEPS = sql<Row>`
  SELECT role AS a, '' AS b, greatest(0, extract(epoch FROM now() - at))::float AS count FROM pulses WHERE role <> 'web'`;
const OVERDUE = sql<Row>`
  SELECT '' AS a, '' AS b, coalesce(extract(epoch FROM now() - min(due_at)), 0)::float AS count
  FROM items WHERE state = 'new' AND due_at <= now()`;

interface Row {
  readonly a: string;
  readonly b: string;
  readonly count: number;
}

async function counted({ store }: WebOptions['service'], query: typeof FEEDS): Promise<Row[]> {
  return (await query.execute(store.db)).rows;
}
