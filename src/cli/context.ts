import type { Command } from 'commander';
import { type Config, loadConfig } from '../config/load-config.ts';
import { migrate } from '../io/store/migrate.ts';
import { openStore, type Store, type StoreLog } from '../service/open-store.ts';

/** The configuration that `--config` names. @throws ConfigError */
export function configOf(command: Command): Config {
  return loadConfig(process.env, command.optsWithGlobals<{ config?: string }>().config);
}

/** `commandLog`, loaded with the first line that is written: most commands write none. */
function lateLog(): StoreLog {
  const isWritten = (level: 'info' | 'warn') =>
    level === 'warn' || process.env['CHIPWATCH_LOG_LEVEL'] !== undefined;
  const write =
    (level: 'info' | 'warn') =>
    (line: object, text: string): void => {
      if (isWritten(level))
        void import('./command-log.ts').then(({ commandLog }) => commandLog()[level](line, text));
    };
  return { info: write('info'), warn: write('warn') };
}

/** Opens the database for one command, migrates it, and closes it in any case. */
export async function withStore<T>(config: Config, run: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(config, lateLog(), 'long');
  try {
    await migrate(store.db);
    return await run(store);
  } finally {
    await store.close();
  }
}
