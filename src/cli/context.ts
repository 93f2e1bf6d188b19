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

/** The log of commands, which print their own results: warnings only, unless the environment asks for more. */
export function commandLog(): Logger {
  const level = process.env['CHIPWATCH_LOG_LEVEL'];
  return level === undefined
    ? openLog({ level: 'warn', format: 'auto' })
    : openLog({ level, format: 'auto' });
}

/** Opens the database for one command, migrates it, and closes it in any case. */
export async function withStore<T>(config: Config, run: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(config, commandLog(), 'long');
  try {
    await migrate(store.db);
    return await run(store);
  } finally {
    await store.close();
  }
}

/** How a command publishes articles: by the configured routes, at the present time. */
export function publishingOf({ routes }: Config): Publishing {
  return { settings: { routes }, log: commandLog(), now: () => new Date() };
}
