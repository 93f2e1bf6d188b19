import { setTimeout as pause } from 'node:timers/promises';
import { giveBackMemory } from '../../src/process/give-back-memory.ts';

// Frees most of 300 MB, but keeps every fiftieth block, so that free memory lies between blocks in use.
const BLOCK = 64 * 1024;
let blocks: Buffer[] = Array.from({ length: 4_800 }, () => Buffer.allocUnsafeSlow(BLOCK).fill(1));
blocks = blocks.filter((_, n) => n % 50 === 0);
globalThis.gc?.();
await pause(200);
const before = process.memoryUsage.rss();
const stop = await giveBackMemory(50);
await pause(500);
stop();
const after = process.memoryUsage.rss();
console.log(JSON.stringify({ kept: blocks.length, before, after }));
