import { once } from 'node:events';
import { flushCompileCache } from 'node:module';

/**
 * For a process that a test kills at random moments: says that it is ready and waits for the test's word, so that the
 * next one is ready when one is killed. It ends by itself when the test is gone.
 */
export async function waitForGo(): Promise<void> {
  // The cache is written at the exit of a process, and a killed process has none.
  flushCompileCache();
  process.on('disconnect', () => process.exit());
  process.send?.('ready');
  await once(process, 'message');
}
