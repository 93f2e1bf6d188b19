#!/usr/bin/env node
// The first line (`#!`) is for links that npx made when this file was the command. npx keeps them after an upgrade.
import { Command, CommanderError, Help } from 'commander';
import { useCompileCache } from '../io/cache/compile-cache.js';
import { VERSION } from '../service/version.ts';
import { COMMANDS, nameOf } from './commands.ts';
import { CommandFailure } from './failure.ts';
import { addHelpCommands } from './help-command.ts';

useCompileCache();

const program = new Command('chipwatch')
  .description('Watches tech-news feeds and alerts on chip bans, customs checks and domestic alternatives.')
  .version(VERSION)
  .option('-c, --config <file>', 'configuration file (default: $CHIPWATCH_CONFIG or config/chipwatch.yaml)')
  .addHelpText(
    'after',
    '\nExit codes: 0 done, 1 failed, 2 the configuration or the command line is wrong, 3 nothing found.',
  )
  .showHelpAfterError('See the same command with --help.')
  .exitOverride();

// Commands are listed without loading their modules. If the arguments name no command, the list is sufficient.
const terms = new Map<string, string>();
for (const listed of COMMANDS) {
  const name = nameOf(listed);
  terms.set(name, listed.term);
  const isNamed = process.argv.slice(2).includes(name);
  program.addCommand(isNamed ? await listed.load() : new Command(name).description(listed.says));
}
program.configureHelp({
  subcommandTerm(command) {
    const listed = command.parent === program ? terms.get(command.name()) : undefined;
    return listed ?? new Help().subcommandTerm(command);
  },
});
addHelpCommands(program);
inheritSettings(program);

// A reader that closes the pipe early (`chipwatch why … | head`) must not prevent a command from closing its
// resources.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = await exitCode(error);
}

/**
 * Copies commander's settings (`exitOverride`) to commands that were built elsewhere, because commander does not
 * inherit them.
 */
function inheritSettings(parent: Command): void {
  for (const command of parent.commands) inheritSettings(command.copyInheritedSettings(parent));
}

async function exitCode(error: unknown): Promise<number> {
  // Commander has already printed the error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof CommandFailure) {
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  const { isUserError } = await import('../service/error-kinds.ts');
  if (isUserError(error)) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  process.stderr.write(`chipwatch: ${await sentenceOf(error)}\n`);
  if (process.env['CHIPWATCH_LOG_LEVEL'] === 'debug' && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
  return 1;
}

/** Errors of the file system are printed with the file and without the name of a system call. */
async function sentenceOf(error: unknown): Promise<string> {
  if (!(error instanceof Error)) return String(error);
  const { path, syscall } = error as NodeJS.ErrnoException;
  if (path === undefined || syscall === undefined) return error.message;
  const { fileErrorReason } = await import('../io/file-error.ts');
  return `${path}: ${fileErrorReason(error)}`;
}
