import { relaunch } from '../src/process/relaunch.js';

relaunch();
const { ALL_ROLES } = await import('../src/service/roles.ts');
const { runProcess } = await import('../src/process/run-process.ts');
await runProcess(ALL_ROLES, { removeFeeds: process.argv.includes('--remove-feeds') });
