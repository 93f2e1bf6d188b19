import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/**
 * Loads a module in the middle of synchronous work. Language models are large, and a process that only polls or
 * delivers, or a command that prints its help, has no use for them.
 * @param address what `import.meta.resolve` says: packages may have an entry for `import` alone
 */
export function loadNow<T>(address: string): T {
  return require(fileURLToPath(address)) as T;
}
