import { Command } from 'commander';

/**
 * Gives a command with commands below it a command `help` that refuses a name which it does not know. That of commander
 * prints the help of the parent instead, with exit code 0.
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

/** `['feeds', 'add']`: the command `feeds add`. Ends the process for a name that there is not. */
async function named(parent: Command, [name, ...rest]: readonly string[]): Promise<Command> {
  if (name === undefined) return parent;
  const command = parent.commands.find((one) => one.name() === name);
  if (command !== undefined) return named(command, rest);
  // Loaded here, because nearly all calls do without.
  const [{ didYouMean }, { plain }] = await Promise.all([
    import('../core/words/nearest-word.ts'),
    import('./output.ts'),
  ]);
  const known = parent.commands.map((one) => one.name());
  return parent.error(`error: unknown command '${plain(name)}'${didYouMean(name, known)}`);
}
