import { runProcess } from '../src/service/run-process.ts';

await runProcess(['web']);
