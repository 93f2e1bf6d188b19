#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { isMistake } from '../service/error-kinds.ts';
import { VERSION } from '../service/version.ts';
import { alertsCommand } from './alerts.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { channelsCommand } from './channels.ts';
import { checkCommand } from './check.ts';
import { deliveriesCommand } from './deliveries.ts';
import { doctorCommand } from './doctor.ts';
import { exportCommand, importCommand } from './export.ts';
import { extractCommand } from './extract.ts';
import { CommandFailure } from './failure.ts';
import { feedsCommand } from './feeds.ts';
import { itemsCommand } from './items.ts';
import { migrateCommand } from './migrate.ts';
import { recordCommand } from './record.ts';
import { replayCommand } from './replay.ts';
import { schemaCommand } from './schema.ts';
import { silencesCommand } from './silences.ts';
import { tokensCommand } from './tokens.ts';
import { startCommand } from './start.ts';
import { storiesCommand } from './stories.ts';
import { topicsCommand } from './topics.ts';
import { topicsFitCommand } from './topics-fit.ts';
import { topicsSuggestCommand } from './topics-suggest.ts';
import { topicsDiffCommand, topicsReapplyCommand } from './topics-archive.ts';
import { whyCommand } from './why.ts';

const program = new Command('chipwatch')
  .description('Watches tech-news feeds and alerts on chip bans, customs checks and domestic alternatives.')
  .version(VERSION)
  .option('-c, --config <file>', 'configuration file (default: $CHIPWATCH_CONFIG or config/chipwatch.yaml)')
  .addHelpText(
    'after',
    '\nExit codes: 0 done, 1 failed, 2 the configuration or the command line is wrong, 3 nothing found.',
  )
  .exitOverride();

for (const command of [
  startCommand(),
  replayCommand(),
  recordCommand(),
  checkCommand(),
  extractCommand(),
  topicsCommand()
    .addCommand(topicsDiffCommand())
    .addCommand(topicsReapplyCommand())
    .addCommand(topicsFitCommand())
    .addCommand(topicsSuggestCommand()),
  feedsCommand(),
  alertsCommand(),
  storiesCommand(),
  whyCommand(),
  deliveriesCommand(),
  itemsCommand(),
  channelsCommand(),
  silencesCommand(),
  tokensCommand(),
  migrateCommand(),
  backupCommand(),
  restoreCommand(),
  exportCommand(),
  importCommand(),
  doctorCommand(),
  schemaCommand(),
])
  program.addCommand(command);
inheritSettings(program);

// A reader that has seen enough (`chipwatch why … | head`) must not keep a command from closing what it opened.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCode(error);
}

/** commander does not pass its settings (`exitOverride`) on to commands that were built elsewhere: they are copied here. */
function inheritSettings(parent: Command): void {
  for (const command of parent.commands) inheritSettings(command.copyInheritedSettings(parent));
}

function exitCode(error: unknown): number {
  // Commander has said what is wrong already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof CommandFailure) {
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  if (isMistake(error)) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  process.stderr.write(`chipwatch: ${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env['CHIPWATCH_LOG_LEVEL'] === 'debug' && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
  return 1;
}
