import { runProcess } from '../src/process/run-process.ts';

await runProcess(['deliveries']);
