import type { Logger } from 'pino';
import type { Config } from '../config/load-config.ts';
import { openLog } from '../io/log.ts';
import type { Publishing } from '../pipeline/stories/publication.ts';

/** The log of commands, which print their own results: warnings only, unless the environment asks for more. */
export function commandLog(): Logger {
  return openLog({ level: process.env['CHIPWATCH_LOG_LEVEL'] ?? 'warn', format: 'auto' });
}

/** How a command publishes articles: by the configured routes, at the present time. */
export function publishingOf({ routes }: Config): Publishing {
  return { settings: { routes }, log: commandLog(), now: () => new Date() };
}
