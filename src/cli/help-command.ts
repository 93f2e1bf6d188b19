import { Command } from 'commander';

/**
 * Adds a command `help` that refuses an unknown name to each command that has subcommands. Commander's own prints the
 * help of the parent instead, with exit code 0.
 */
export function addHelpCommands(parent: Command): void {
  if (parent.commands.length === 0) return;
  for (const command of parent.commands) addHelpCommands(command);
  const help = new Command('help')
    .argument('[command...]')
    .description('display help for command')
    .helpOption(false)
    .action(async (names: readonly string[]) => (await named(parent, names)).help());
  parent.helpCommand(false).addCommand(help);
}

/** `['feeds', 'add']`: the command `feeds add`. An unknown name ends the process with an error. */
async function named(parent: Command, [name, ...rest]: readonly string[]): Promise<Command> {
  if (name === undefined) return parent;
  const command = parent.commands.find((one) => one.name() === name);
  if (command !== undefined) return named(command, rest);
  // Loaded only here, because only an unknown name needs them.
  const [{ didYouMean }, { plain }] = await Promise.all([
    import('../core/words/nearest-word.ts'),
    import('./output.ts'),
  ]);
  const known = parent.commands.map((one) => one.name());
  return parent.error(`error: unknown command '${plain(name)}'${didYouMean(name, known)}`);
}
