import type { Redis } from 'ioredis';

/** How often a server that is starting is asked again. Milliseconds. */
const STARTING_AGAIN = 1_000;

/** In words that `RedisUnreachableError` knows. */
const UNREADY = 'LOADING, or no answer';

/**
 * Connects. After a start Redis accepts connections while it reads its data, which takes minutes with many gigabytes.
 * The driver waits until it has, without a limit and without a word.
 *
 * @param patienceMs how long to wait in milliseconds
 * @param onStarting is called each second while Redis reads its data
 * @throws an error that begins with LOADING after the patience, or the driver's error
 */
export async function connectWhenReady(
  connection: Redis,
  patienceMs = Infinity,
  onStarting: () => void = () => {},
): Promise<void> {
  const began = performance.now();
  const late = Promise.withResolvers<never>();
  let isAsked = false;
  const look = async () => {
    if (performance.now() - began >= patienceMs) late.reject(new Error(UNREADY));
    // Of the commands that are sent before the driver is ready, INFO is not held back.
    if (connection.status !== 'connect' || isAsked) return;
    isAsked = true;
    const info = await connection.info('persistence').catch(() => '');
    isAsked = false;
    if (/^loading:1/m.test(info)) onStarting();
  };
  const looking = setInterval(() => void look(), Math.min(STARTING_AGAIN, patienceMs));
  try {
    await Promise.race([connection.connect(), late.promise]);
  } finally {
    clearInterval(looking);
  }
}
