import { ALL_ROLES } from '../src/service/roles.ts';
import { runProcess } from '../src/service/run-process.ts';

await runProcess(ALL_ROLES);
