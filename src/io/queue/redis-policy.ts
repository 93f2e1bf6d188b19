import type { Redis } from 'ioredis';
import { explainLoss } from '../lost-connection.ts';

/**
 * What a Redis server does when its memory is full. Managed servers often forbid CONFIG and allow INFO.
 * @returns undefined where the server says it to nobody; then its operator has to check it
 */
export async function evictionPolicy(connection: Redis): Promise<string | undefined> {
  const configured = await connection.config('GET', 'maxmemory-policy').then(
    (pair) => (pair as string[])[1],
    () => undefined,
  );
  if (configured !== undefined) return configured;
  const info = await connection.info('memory').catch(() => '');
  return /^maxmemory_policy:(\S+)/m.exec(info)?.[1];
}

/** Why the queues cannot be kept on a server with that policy; undefined where they can. */
export function policyFault(policy: string | undefined): string | undefined {
  return policy === undefined || policy === 'noeviction'
    ? undefined
    : `Redis has maxmemory-policy "${policy}" and may throw jobs away: set it to "noeviction"`;
}

/**
 * Why the server takes no writes at the moment, as a replica or without memory; undefined if it takes them. It answers
 * all questions meanwhile.
 */
export async function writeFault(connection: Redis, key: string): Promise<string | undefined> {
  try {
    await connection.set(key, '1', 'EX', 60);
    return undefined;
  } catch (error) {
    const { reason, cause } = explainLoss(error as Error, 'Redis');
    return cause.startsWith('READONLY') ? `${reason}. REDIS_URL must name the primary` : reason;
  }
}
