import type { FastifyInstance } from 'fastify';
import { getLastAlive, recordAlive } from '../../io/store/liveness.ts';
import type { WebOptions } from '../web-options.ts';

/** Milliseconds to wait for the database and the queues; a probe must not hang. */
const PATIENCE = 3_000;
/** A worker sweeps each second; one that has not for so long hangs or is gone. Seconds. */
const STALE = 60;

interface HealthCheck {
  readonly database: boolean;
  readonly queues: unknown;
  /** Seconds since the last sweep of each kind of worker. */
  readonly sweeps: Readonly<Record<string, number>>;
  readonly problems: readonly string[];
}

/**
 * `/livez`: this process answers. `/readyz` and `/health`: the database and the queues accept a write, and the
 * workers sweep; otherwise 503 with the reasons.
 */
export async function health(app: FastifyInstance, { service }: WebOptions): Promise<void> {
  const { store, queues } = service;
  const look = async (): Promise<HealthCheck> => {
    const now = new Date();
    const [pulses, counts, refusal] = await Promise.all([
      within(
        recordAlive(store.db, 'web', now).then(() => getLastAlive(store.db)),
        'the database takes no write',
      ),
      within(queues.counts(), 'the queues do not answer'),
      within(
        queues.refusal().then((reason) => ({ reason })),
        'the queues take no job',
      ),
    ]);
    const refused =
      refusal.value?.reason === undefined
        ? refusal.problem
        : `the queues take no job: ${refusal.value.reason}`;
    const sweeps = pulses.value === undefined ? {} : ages(pulses.value, now);
    const stale = Object.entries(sweeps)
      .filter(([, age]) => age > STALE)
      .map(([role, age]) => `the ${role} worker has not looked for work for ${age} s`);
    return {
      database: pulses.value !== undefined,
      queues: counts.value ?? null,
      sweeps,
      problems: [pulses.problem, counts.problem ?? refused, ...stale].filter(
        (problem) => problem !== undefined,
      ),
    };
  };
  // Concurrent probes share one check.
  let shared: Promise<HealthCheck> | undefined;
  const reading = () => {
    shared ??= look().finally(() => {
      shared = undefined;
    });
    return shared;
  };
  app.get('/livez', async (_request, reply) =>
    reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('ok\n'),
  );
  for (const path of ['/readyz', '/health'])
    app.get(path, async (_request, reply) => {
      const found = await reading();
      const healthy = found.problems.length === 0;
      return reply
        .code(healthy ? 200 : 503)
        .header('cache-control', 'no-store')
        .send({ healthy, ...found });
    });
}

function ages(pulses: ReadonlyMap<string, Date>, now: Date): Record<string, number> {
  const workers = [...pulses].filter(([role]) => role !== 'web');
  return Object.fromEntries(
    workers.map(([role, at]) => [role, Math.round((now.getTime() - at.getTime()) / 1_000)]),
  );
}

async function within<T>(
  work: Promise<T>,
  problem: string,
): Promise<{ readonly value?: T; readonly problem?: string }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE);
  });
  try {
    const value = await Promise.race([work, late]);
    return value === undefined ? { problem: `${problem} within ${PATIENCE / 1_000} s` } : { value };
  } catch {
    return { problem };
  } finally {
    clearTimeout(timer);
    work.catch(() => {});
  }
}
