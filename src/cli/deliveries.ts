import { Command } from 'commander';
import { count } from '../core/messages/phrases.ts';
import type { Database } from '../io/store/database.ts';
import { type ListedDelivery, listDeliveries } from '../io/store/deliveries/listed-deliveries.ts';
import { deadDeliveries } from '../io/store/deliveries/dead-deliveries.ts';
import { reviveAndRecord } from '../pipeline/deliveries/revive-deliveries.ts';
import { configOf, withStore } from './context.ts';
import { CommandFailure } from './failure.ts';
import { wholeOption } from './option-values.ts';
import { minute, plain, print, printJson, printTable } from './output.ts';

/** The beginning of an id that the table shows; it is enough to identify a delivery. */
const SHOWN_ID = 8;

/** `chipwatch deliveries …`: lists deliveries that were sent, wait, or are dead. */
export function deliveriesCommand(): Command {
  return new Command('deliveries')
    .description('what went out, what waits, and what was given up')
    .addCommand(listCommand())
    .addCommand(retryCommand());
}

function listCommand(): Command {
  return new Command('list')
    .description('the latest deliveries, newest first')
    .option('--dead', 'only those given up')
    .option('--pending', 'only those that wait')
    .option('--refused', 'only those that were refused for some recipients')
    .option('--limit <n>', 'at most so many', wholeOption(1, 10_000), 50)
    .option('--json', 'print JSON')
    .action(
      async (
        options: { dead?: boolean; pending?: boolean; refused?: boolean; limit: number; json?: boolean },
        command: Command,
      ) => {
        if ([options.dead, options.pending, options.refused].filter((one) => one === true).length > 1)
          throw new CommandFailure('Choose one of --dead, --pending and --refused.', 2);
        const state = options.dead ? 'dead' : options.pending ? 'pending' : undefined;
        await withStore(configOf(command), async ({ db }) => {
          const deliveries = await listDeliveries(db, {
            state,
            isRefused: options.refused,
            limit: options.limit,
          });
          if (options.json) printJson(deliveries);
          else printDeliveries(deliveries, options.refused ? 'refused' : state);
        });
      },
    );
}

function printDeliveries(deliveries: readonly ListedDelivery[], state: string | undefined): void {
  if (deliveries.length === 0) {
    print(`No ${state === undefined ? '' : `${state} `}deliveries.`);
    return;
  }
  printTable(
    ['id', 'state', 'kind', 'route', 'channel', 'time', 'attempts', 'answer', 'title'],
    deliveries.map((delivery) => [
      delivery.id.slice(0, SHOWN_ID),
      delivery.refused === null ? delivery.state : 'delivered in part',
      delivery.kind,
      delivery.route,
      delivery.channel,
      time(delivery),
      String(delivery.attempts),
      delivery.answer ?? '',
      `${delivery.title}${delivery.alerts > 1 ? ` and ${count(delivery.alerts - 1, 'more alert')}` : ''}`,
    ]),
  );
  if (deliveries.some((delivery) => delivery.state === 'dead'))
    print('\nSend dead ones again: npx chipwatch deliveries retry ID… (or --all)');
}

function time(delivery: ListedDelivery): string {
  if (delivery.state === 'delivered') return minute(delivery.deliveredAt);
  if (delivery.state === 'dead') return minute(delivery.lastAttemptAt ?? delivery.createdAt);
  return `due ${minute(delivery.dueAt)}${delivery.heldFor === null ? '' : ` (${delivery.heldFor})`}`;
}

function retryCommand(): Command {
  return new Command('retry')
    .description('send dead deliveries again, with three more days of trying')
    .argument('[id...]', 'ids, or their first characters')
    .option('--all', 'all dead deliveries')
    .option('--json', 'print JSON')
    .action(async (ids: string[], options: { all?: boolean; json?: boolean }, command: Command) => {
      if (ids.length > 0 === (options.all === true))
        throw new CommandFailure('Name deliveries, or say --all.', 2);
      const config = configOf(command);
      await withStore(config, async ({ db }) => {
        const wanted = options.all ? 'all' : await Promise.all(ids.map((id) => oneDead(db, id)));
        const revived = await reviveAndRecord(db, wanted, new Date());
        if (options.json) printJson({ revived });
        else
          print(
            revived.length === 0
              ? 'No dead deliveries.'
              : `${revived.length === 1 ? 'One delivery is' : `${revived.length} deliveries are`} due again; a running service sends within a second.`,
          );
      });
    });
}

/** The delivery with this id. @throws CommandFailure when there is not exactly one dead delivery */
async function oneDead(db: Database, id: string): Promise<string> {
  const found = /^[0-9a-f-]{4,36}$/i.test(id) ? await deadDeliveries(db, id.toLowerCase()) : [];
  const [only, other] = found;
  if (only === undefined)
    throw new CommandFailure(
      `No dead delivery has the id ${plain(id)}; see: chipwatch deliveries list --dead`,
      3,
    );
  if (other !== undefined)
    throw new CommandFailure(`Several deliveries begin with ${plain(id)}: give more of the id.`, 2);
  return only;
}
