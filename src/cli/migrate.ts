import { Command } from 'commander';
import { migrate } from '../io/store/migrate.ts';
import { openStore } from '../service/open-store.ts';
import { commandLog } from './command-log.ts';
import { configOf } from './context.ts';
import { print, printJson } from './output.ts';

/** `chipwatch migrate`: brings the tables up to date; the service does the same at each start. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the database up to date')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }, command: Command) => {
      const store = await openStore(configOf(command), commandLog());
      try {
        const ran = await migrate(store.db);
        if (options.json) printJson({ migrations: ran });
        else print(ran.length === 0 ? 'The database is up to date.' : `Migrations run: ${ran.join(', ')}`);
      } finally {
        await store.close();
      }
    });
}
