// @ts-check
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUNDLED, bundleDirectory } from '../src/io/cache/library-bundle.js';

// Makes the bundle from which commands import their largest libraries. npm runs this after it has installed packages.
// Without the bundle everything works, but starts in more time, so a failure does not fail the installation. JavaScript,
// because it may be the system's Node that runs it.

/** The source of each entry. A bundler alone does not find the names that a CommonJS library exports. */
async function entrySources() {
  const sources = new Map();
  for (const [specifier, name] of Object.entries(BUNDLED)) {
    const names = Object.keys(await import(specifier)).filter((one) => /^(?!default$)[\w$]+$/.test(one));
    sources.set(`entry:${name}`, `export { ${names.join(', ')} } from '${specifier}';`);
  }
  return sources;
}

async function makeBundle() {
  const directory = path.resolve(fileURLToPath(bundleDirectory()));
  if (existsSync(directory)) return;
  // Installations without development dependencies do not have it.
  const { rolldown } = await import('rolldown');
  const draft = `${directory}-${process.pid}`;
  const entries = await entrySources();
  const bundle = await rolldown({
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    input: Object.fromEntries(Object.values(BUNDLED).map((name) => [name, `entry:${name}`])),
    platform: 'node',
    plugins: [
      {
        name: 'entries',
        resolveId: (id) => (entries.has(id) ? id : undefined),
        load: (id) => entries.get(id),
      },
    ],
  });
  await bundle.write({
    dir: draft,
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  });
  await bundle.close();
  renameSync(draft, directory);
  const all = path.dirname(directory);
  for (const other of readdirSync(all).filter((name) => name !== path.basename(directory)))
    rmSync(path.join(all, other), { recursive: true, force: true });
}

await makeBundle().catch((/** @type {Error} */ error) => {
  process.stdout.write(`Commands will start without the bundle of their libraries: ${error.message}\n`);
});
