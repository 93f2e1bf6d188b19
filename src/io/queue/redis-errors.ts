// Apart from the queues, so that commands can recognise these errors without loading BullMQ.

/** The Redis server is configured to evict keys under memory pressure, and would lose jobs. */
export class RedisPolicyError extends Error {
  override readonly name = 'RedisPolicyError';
}

/** Nothing answers at `REDIS_URL`, or it refuses us. */
export class RedisUnreachableError extends Error {
  override readonly name = 'RedisUnreachableError';
}
