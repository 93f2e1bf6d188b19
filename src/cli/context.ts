import type { Command } from 'commander';
import type { Logger } from 'pino';
import { type Config, loadConfig } from '../config/load-config.ts';
import { openLog } from '../io/log.ts';
import { migrate } from '../io/store/database.ts';
import type { Publishing } from '../pipeline/publication.ts';
import { openStore, type Store } from '../service/open-store.ts';

/** The configuration that `--config` names. @throws ConfigError */
export function configOf(command: Command): Config {
  return loadConfig(process.env, command.optsWithGlobals<{ config?: string }>().config);
}

/** Commands print their own results. Of the log they show warnings only, unless the environment asks for more. */
export function commandLog(): Logger {
  const level = process.env['CHIPWATCH_LOG_LEVEL'];
  return level === undefined
    ? openLog({ level: 'warn', format: 'auto' })
    : openLog({ level, format: 'auto' });
}

/** Opens the record for one command, brought up to date, and closes it in any case. */
export async function withStore<T>(config: Config, run: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(config, commandLog(), 'long');
  try {
    await migrate(store.db);
    return await run(store);
  } finally {
    await store.close();
  }
}

/** How a command publishes what it has read: by the routes of the configuration, at this moment. */
export function publishingOf({ routes }: Config): Publishing {
  return { settings: { routes }, log: commandLog(), now: () => new Date() };
}
