import { Command } from 'commander';
import { examine } from '../service/doctor/doctor.ts';
import type { Finding } from '../service/doctor/finding.ts';
import { configOf } from './context.ts';
import { print, printJson } from './output.ts';

const MARKS = { ok: '✓', note: '•', bad: '✗' } as const;

/** `chipwatch doctor`: checks what runs and what is reachable, and says what to do. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('say what runs, what is reachable, and what to do about what is not')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }, command: Command) => {
      const findings: Finding[] = [];
      for await (const finding of examine(configOf(command))) {
        findings.push(finding);
        if (!options.json) {
          print(`${MARKS[finding.state]} ${finding.what}: ${finding.says}`);
          if (finding.todo !== undefined) print(`    → ${finding.todo}`);
        }
      }
      if (options.json) printJson(findings);
      if (findings.some((finding) => finding.state === 'bad')) process.exitCode = 1;
    });
}
