import type { Config } from '../config/load-config.ts';
import { breakerSchema } from '../core/alerts/circuit-breaker.ts';
import { type Pace, paceOf, pacingSchema } from '../core/alerts/pacing.ts';
import { countDeliveries, listChannels, type StoredChannel } from '../io/store/channels.ts';
import type { Database } from '../io/store/database.ts';

const DAY = 86_400_000;

/** A channel of the configuration, who uses it, and its state. */
export interface ListedChannel {
  readonly name: string;
  readonly kind: string;
  readonly routes: readonly string[];
  /** `resting` after several failures, or for as long as the service asked: nothing is sent until then. */
  readonly state: 'ok' | 'failing' | 'resting';
  readonly restsUntil: Date | null;
  readonly pace: Pace | null;
  readonly pending: number;
  readonly dead: number;
  readonly deliveredLastDay: number;
  readonly lastError: string | null;
  readonly lastErrorAt: Date | null;
}

/** All channels of the configuration with their states, in the order in which they are configured. */
export async function channelStates(
  config: Pick<Config, 'channels' | 'routes'>,
  db: Database,
  now: Date,
): Promise<ListedChannel[]> {
  const stored = new Map((await listChannels(db)).map((one) => [one.name, one]));
  const counts = await countDeliveries(db, new Date(now.getTime() - DAY));
  return config.channels.map((channel) => {
    const known = stored.get(channel.name);
    const { pending = 0, dead = 0, delivered = 0 } = counts.get(channel.name) ?? {};
    return {
      name: channel.name,
      kind: channel.kind,
      routes: config.routes.filter((route) => route.channels.includes(channel.name)).map(({ name }) => name),
      ...health(known, now),
      pace: paceOf(channel) ?? null,
      pending,
      dead,
      deliveredLastDay: delivered,
      lastError: known?.lastError ?? null,
      lastErrorAt: known?.lastErrorAt ?? null,
    };
  });
}

function health(channel: StoredChannel | undefined, now: Date): Pick<ListedChannel, 'state' | 'restsUntil'> {
  const breaker = breakerSchema.parse(channel?.breaker ?? {});
  const { notBefore } = pacingSchema.parse(channel?.pacing ?? {});
  const until = Math.max(breaker.state === 'open' ? breaker.until : 0, notBefore);
  if (until > now.getTime()) return { state: 'resting', restsUntil: new Date(until) };
  return { state: breaker.failures > 0 ? 'failing' : 'ok', restsUntil: null };
}
