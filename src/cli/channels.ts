import { Command } from 'commander';
import type { Config } from '../config/load-config.ts';
import { shownPath } from '../config/shown-path.ts';
import type { SendOutcome } from '../io/channels/channel.ts';
import { didYouMean } from '../core/words/nearest-word.ts';
import { channelStates } from '../service/channel-states.ts';
import { configOf, withStore } from './context.ts';
import { CommandFailure } from './failure.ts';
import { minute, plain, print, printJson, printTable } from './output.ts';

/** `chipwatch channels …`: the connections to readers. */
export function channelsCommand(): Command {
  return new Command('channels')
    .description('the ways out to people')
    .addCommand(listCommand())
    .addCommand(testCommand());
}

function listCommand(): Command {
  return new Command('list')
    .description('all channels, who uses them, and how they fare')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }, command: Command) => {
      const config = configOf(command);
      await withStore(config, async ({ db }) => {
        const channels = await channelStates(config, db, new Date());
        if (options.json) printJson(channels);
        else
          printTable(
            ['state', 'name', 'kind', 'routes', 'pace', 'waiting', 'dead', 'sent in 24 h', 'last error'],
            channels.map((channel) => [
              channel.state === 'resting' ? `resting until ${minute(channel.restsUntil)}` : channel.state,
              channel.name,
              channel.kind,
              channel.routes.join(', ') || '(none)',
              channel.pace === null
                ? 'any'
                : `${channel.pace.burst}, then one in ${channel.pace.everyMs / 1_000} s`,
              String(channel.pending),
              String(channel.dead),
              String(channel.deliveredLastDay),
              channel.lastError === null ? '' : `${minute(channel.lastErrorAt)} ${channel.lastError}`,
            ]),
          );
      });
    });
}

function testCommand(): Command {
  return new Command('test')
    .description('send a sample message and say what came back; exit 1 when it was not delivered')
    .argument('<name>')
    .option('--json', 'print JSON')
    .action(async (name: string, options: { json?: boolean }, command: Command) => {
      const config = configOf(command);
      const outcome = await sendTest(config, name, options.json === true);
      const { testOutcomeInWords } = await import('../service/send-test-message.ts');
      if (options.json) printJson({ channel: name, ...outcome });
      else
        print(
          `${name}: ${testOutcomeInWords(outcome)}${outcome.status === 'delivered' ? '' : settingsOf(config, name)}`,
        );
      if (outcome.status !== 'delivered') process.exitCode = 1;
    });
}

async function sendTest(config: Config, name: string, json: boolean): Promise<SendOutcome> {
  const wanted = config.channels.find((channel) => channel.name === name);
  if (wanted === undefined) {
    const known = config.channels.map((channel) => channel.name);
    throw new CommandFailure(
      `There is no channel "${plain(name)}"; known: ${known.join(', ')}${didYouMean(name, known)}`,
      3,
    );
  }
  const { sendTestMessage } = await import('../service/send-test-message.ts');
  // With `--json` standard output is reserved for the JSON.
  return sendTestMessage(config.web, wanted, json ? process.stderr : process.stdout);
}

/** The file and line of a channel's settings, for error messages. */
function settingsOf(config: Config, name: string): string {
  const index = config.channels.findIndex((channel) => channel.name === name);
  const line = config.lineOf?.(['channels', index]);
  const place = line === undefined ? '' : `:${line}`;
  return ` Its settings are in ${shownPath(config.file)}${place}, channels[${index}].`;
}
