import { registerHooks } from 'node:module';

// Prints which packages the given modules load when they are imported.
const packages = new Set<string>();
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const name = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/.exec(resolved.url)?.[1];
    if (name !== undefined) packages.add(name);
    return resolved;
  },
});
for (const file of process.argv.slice(2)) await import(file);
console.log(JSON.stringify([...packages].sort()));
process.exit(0);
