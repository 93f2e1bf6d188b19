import { createLiveSource } from '../../src/io/http/live-source.ts';

// Only requests pages, sixteen at a time.
const AT_ONCE = 16;
process.once('message', async (message) => {
  const pages = message as readonly string[];
  const source = createLiveSource({ userAgent: 'chipwatch/bench', allowPrivateNetworks: true });
  const started = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < pages.length) {
        next += 1;
        await source.get({ url: pages[next - 1]!, kind: 'page' });
      }
    }),
  );
  process.send?.(pages.length / ((performance.now() - started) / 1_000));
  await source.close();
  process.disconnect?.();
});
