import { relaunch } from '../src/process/relaunch.js';

relaunch();
const { runProcess } = await import('../src/process/run-process.ts');
await runProcess(['web']);
