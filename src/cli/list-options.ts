import type { Command } from 'commander';
import { durationOption, wholeOption } from './option-values.ts';

/** The options of a list of alerts or stories, newest first. */
export interface ListOptions {
  readonly topic?: string;
  /** Seconds. */
  readonly since?: number;
  readonly limit: number;
  readonly json?: boolean;
}

/** @param since what the option `--since` selects, in words */
export function withListOptions(command: Command, since: string): Command {
  return command
    .option('--topic <id>', 'only this topic')
    .option('--since <duration>', since, durationOption)
    .option('--limit <n>', 'at most so many', wholeOption(1, 10_000), 30)
    .option('--json', 'print JSON');
}

/** The range for a query. */
export function rangeOf({ topic, since, limit }: ListOptions): {
  topic: string | undefined;
  since: Date | undefined;
  limit: number;
} {
  return { topic, since: since === undefined ? undefined : new Date(Date.now() - since * 1_000), limit };
}
