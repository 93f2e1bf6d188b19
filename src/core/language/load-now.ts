import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** The address of a file that a package does not offer: the data alone, without what the package makes of it. */
export function fileBeside(entry: string, file: string): string {
  return new URL(file, import.meta.resolve(entry)).href;
}

/**
 * Loads a module in the middle of synchronous work. Language models are large, and a process that only polls or
 * delivers, or a command that prints its help, has no use for them.
 * @param address what `import.meta.resolve` says: packages may have an entry for `import` alone
 */
export function loadNow<T>(address: string): T {
  return require(fileURLToPath(address)) as T;
}
