// @ts-check
import { useCompileCache } from '../cache/compile-cache.js';

// What a thread runs first. JavaScript, for the reason in compile-cache.js.
useCompileCache();
await import('./pool-thread.ts');
