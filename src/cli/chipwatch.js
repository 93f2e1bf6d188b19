#!/usr/bin/env node
// @ts-check
import { createRequire } from 'node:module';
import { useCompileCache } from '../io/cache/compile-cache.js';

// The command `chipwatch`. JavaScript, for the reason in compile-cache.js.
const [first, ...rest] = process.argv.slice(2);
if (rest.length === 0 && (first === '--version' || first === '-V')) {
  const { version } = createRequire(import.meta.url)('../../package.json');
  process.stdout.write(`${version}\n`);
} else {
  useCompileCache();
  await import('./chipwatch.ts');
}
