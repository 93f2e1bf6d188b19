// @ts-check
import { existsSync, statSync } from 'node:fs';
import module from 'node:module';

// JavaScript, for the reason in compile-cache.js.

const ROOT = new URL('../../../', import.meta.url);
const OURS = new URL('src/', ROOT).href;

/**
 * The libraries in a bundle, each with its name there. Together they have more than 400 files, and finding and linking
 * so many takes longer than all else that a command does.
 * @type {Readonly<Record<string, string>>}
 */
export const BUNDLED = {
  commander: 'commander',
  kysely: 'kysely',
  'kysely/migration': 'kysely-migration',
  yaml: 'yaml',
  zod: 'zod',
};

/**
 * The directory of the bundle for the packages that are installed now: npm writes its list anew with each change. Throws
 * where npm has left no list. The number of libraries is part of its name, because a change of the program may add one.
 */
export function bundleDirectory() {
  const { mtimeMs, size } = statSync(new URL('node_modules/.package-lock.json', ROOT));
  return new URL(`node_modules/.cache/chipwatch/${Object.keys(BUNDLED).length}-${mtimeMs}-${size}/`, ROOT);
}

/**
 * Lets our own modules import these libraries from the bundle that `ops/bundle-libraries.js` has made. Without a bundle
 * for the installed packages they are imported as usual.
 */
export function useBundle() {
  /** @type {URL} */
  let directory;
  try {
    directory = bundleDirectory();
    if (!existsSync(directory)) return;
  } catch {
    return;
  }
  module.registerHooks({
    resolve(specifier, context, next) {
      const name = Object.hasOwn(BUNDLED, specifier) ? BUNDLED[specifier] : undefined;
      if (name === undefined || context.parentURL?.startsWith(OURS) !== true) return next(specifier, context);
      return { url: new URL(`${name}.mjs`, directory).href, format: 'module', shortCircuit: true };
    },
  });
}
