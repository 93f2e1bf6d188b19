import { Command, Option } from 'commander';
import { hashSecret, newSecret } from '../service/stored-secrets.ts';
import { insertToken, listTokens, removeToken } from '../io/store/people/api-tokens.ts';
import { configOf, withStore } from './context.ts';
import { CommandFailure } from './failure.ts';
import { durationOption, numberedId } from './option-values.ts';
import { minute, plain, print, printJson, printTable } from './output.ts';

/** `chipwatch tokens …`: manages keys for programs that use the API. */
export function tokensCommand(): Command {
  return new Command('tokens')
    .description('keys for programs that use the API')
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(removeCommand());
}

interface AddOptions {
  readonly role: 'reader' | 'analyst' | 'owner';
  /** Seconds. */
  readonly for: number;
  readonly json?: boolean;
}

function addCommand(): Command {
  return new Command('add')
    .description('make a token; it is printed once and stored as a hash')
    .argument('<name>', 'what it is for')
    .addOption(
      new Option('--role <role>', 'what it may do').choices(['reader', 'analyst', 'owner']).default('reader'),
    )
    .option('--for <duration>', 'how long it is good: 24h, 90d …', durationOption, 90 * 86_400)
    .option('--json', 'print JSON')
    .action(async (name: string, options: AddOptions, command: Command) => {
      if (name.trim() === '')
        throw new CommandFailure('expected a name that says what the token is for, found ""', 2);
      if (options.for === 0)
        throw new CommandFailure(
          '--for: expected a duration such as 24h or 90d, found 0: a token has to last',
          2,
        );
      const token = newSecret();
      const now = new Date();
      const expires = new Date(now.getTime() + options.for * 1_000);
      await withStore(configOf(command), async ({ db }) => {
        const hash = hashSecret(token);
        const id = await insertToken(db, { hash, name, role: options.role, expires }, now);
        if (options.json) printJson({ id, token, role: options.role, expires });
        else {
          print(token);
          print(`Token ${id}, ${options.role}, until ${minute(expires)} UTC. It is not shown again.`);
        }
      });
    });
}

function listCommand(): Command {
  return new Command('list')
    .description('the tokens that have not run out')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }, command: Command) => {
      await withStore(configOf(command), async ({ db }) => {
        const tokens = await listTokens(db, new Date());
        if (options.json) printJson(tokens);
        else if (tokens.length === 0) print('No tokens.');
        else
          printTable(
            ['id', 'for', 'role', 'of', 'until', 'last used'],
            tokens.map((token) => [
              token.id,
              token.name,
              token.role,
              token.owner ?? '-',
              minute(token.expiresAt),
              minute(token.usedAt),
            ]),
          );
      });
    });
}

function removeCommand(): Command {
  return new Command('remove')
    .description('take a token back')
    .argument('<id>')
    .action(async (id: string, _options: unknown, command: Command) => {
      await withStore(configOf(command), async ({ db }) => {
        if (!(await removeToken(db, numberedId(id, 'token'))))
          throw new CommandFailure(`There is no token ${plain(id)}; see: chipwatch tokens list`, 3);
        print(`Token ${id} is taken back.`);
      });
    });
}
