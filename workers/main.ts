import { ALL_ROLES } from '../src/service/roles.ts';
import { runProcess } from '../src/process/run-process.ts';

await runProcess(ALL_ROLES, { removeFeeds: process.argv.includes('--remove-feeds') });
