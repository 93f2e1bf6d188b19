import { ALL_ROLES, runProcess } from '../src/service/run-process.ts';

await runProcess(ALL_ROLES);
