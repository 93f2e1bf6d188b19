import { Command } from 'commander';
import { type ListedItem, listItems, retryItems } from '../io/store/items/item-attempts.ts';
import { configOf, withStore } from './context.ts';
import { CommandFailure } from './failure.ts';
import { wholeOption } from './option-values.ts';
import { minute, plain, print, printJson, printTable } from './output.ts';

/** `chipwatch items …`: lists items that wait to be read or were given up. */
export function itemsCommand(): Command {
  return new Command('items')
    .description('what waits to be read, and what was given up')
    .addCommand(listCommand())
    .addCommand(retryCommand());
}

function listCommand(): Command {
  return new Command('list')
    .description('items that failed, or that wait; the latest first')
    .option('--failed', 'those given up (what is shown without an option)')
    .option('--waiting', 'those that wait to be read')
    .option('--limit <n>', 'at most so many', wholeOption(1, 10_000), 50)
    .option('--json', 'print JSON')
    .action(
      async (
        options: { failed?: boolean; waiting?: boolean; limit: number; json?: boolean },
        command: Command,
      ) => {
        if (options.failed && options.waiting)
          throw new CommandFailure('Choose one of --failed and --waiting.', 2);
        await withStore(configOf(command), async ({ db }) => {
          const items = await listItems(db, {
            state: options.waiting ? 'new' : 'failed',
            limit: options.limit,
          });
          if (options.json) printJson(items.map(({ key: _key, ...item }) => item));
          else printItems(items, options.waiting === true);
        });
      },
    );
}

function printItems(items: readonly ListedItem[], areWaiting: boolean): void {
  if (items.length === 0) {
    print(areWaiting ? 'No items wait.' : 'No failed items.');
    return;
  }
  printTable(
    ['id', 'state', 'outlet', areWaiting ? 'due' : 'given up', 'attempts', 'outcome', 'title', 'url'],
    items.map((item) => [
      item.id,
      areWaiting ? 'waiting' : item.state,
      item.outlet,
      minute(areWaiting ? item.dueAt : (item.doneAt ?? item.firstSeenAt)),
      String(item.attempts),
      item.outcome ?? '',
      item.title,
      item.url,
    ]),
  );
  if (!areWaiting) print('\nRead them again: npx chipwatch items retry ID… (or --all)');
}

function retryCommand(): Command {
  return new Command('retry')
    .description('has failed items read again')
    .argument('[ids...]', 'their ids')
    .option('--all', 'all of them')
    .action(async (ids: string[], options: { all?: boolean }, command: Command) => {
      if ((options.all === true) === ids.length > 0) throw new CommandFailure('Name items, or use --all.', 2);
      const wrong = ids.find((id) => !/^\d{1,18}$/.test(id));
      if (wrong !== undefined) throw new CommandFailure(`${plain(wrong)} is no id of an item.`, 2);
      await withStore(configOf(command), async ({ db }) => {
        const retried = await retryItems(db, options.all ? 'all' : ids, new Date());
        const missing = ids.filter((id) => !retried.includes(id));
        print(`${retried.length} ${retried.length === 1 ? 'item is' : 'items are'} read again.`);
        if (!options.all && missing.length > 0)
          throw new CommandFailure(`Not among the failed items: ${missing.join(', ')}`, 1);
      });
    });
}
