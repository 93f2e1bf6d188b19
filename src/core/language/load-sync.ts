import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** The path of a data file that a package does not export. */
export function fileBeside(entry: string, file: string): string {
  return new URL(file, import.meta.resolve(entry)).href;
}

/**
 * Loads a module synchronously. Language models are large, and a process that only polls or delivers, or a command
 * that prints its help, does not need them.
 * @param address from `import.meta.resolve`, because packages may have an entry for `import` alone
 */
export function loadSync<T>(address: string): T {
  return require(fileURLToPath(address)) as T;
}
