import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import type { Config } from '../config/load-config.ts';
import { shownPath } from '../config/shown-path.ts';
import { breakerSchema } from '../core/alerts/circuit-breaker.ts';
import { composeTestMessage } from '../core/messages/compose-test.ts';
import { type Pace, paceOf, pacingSchema } from '../core/alerts/pacing.ts';
import type { SendOutcome } from '../io/channels/channel.ts';
import { didYouMean } from '../core/words/nearest-word.ts';
import { openChannel } from '../pipeline/open-channel.ts';
import { countDeliveries, listChannels, type StoredChannel } from '../io/store/channels.ts';
import type { Database } from '../io/store/database.ts';
import { configOf, withStore } from './context.ts';
import { CommandFailure } from './failure.ts';
import { minute, plain, print, printJson, printTable } from './output.ts';

const DAY = 86_400_000;
/** Longer than any channel's own time-out. Milliseconds. */
const PATIENCE = 120_000;

/** `chipwatch channels …`: the connections to readers. */
export function channelsCommand(): Command {
  return new Command('channels')
    .description('the ways out to people')
    .addCommand(listCommand())
    .addCommand(testCommand());
}

interface ListedChannel {
  readonly name: string;
  readonly kind: string;
  readonly routes: readonly string[];
  /** `resting` after several failures, or for as long as the service asked: nothing is sent until then. */
  readonly state: 'ok' | 'failing' | 'resting';
  readonly restsUntil: Date | null;
  readonly pace: Pace | null;
  readonly pending: number;
  readonly dead: number;
  readonly deliveredLastDay: number;
  readonly lastError: string | null;
  readonly lastErrorAt: Date | null;
}

function listCommand(): Command {
  return new Command('list')
    .description('all channels, who uses them, and how they fare')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }, command: Command) => {
      const config = configOf(command);
      await withStore(config, async ({ db }) => {
        const channels = await channelsOf(config, db, new Date());
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

async function channelsOf(config: Config, db: Database, now: Date): Promise<ListedChannel[]> {
  const stored = new Map((await listChannels(db)).map((one) => [one.name, one]));
  const counts = await countDeliveries(db, new Date(now.getTime() - DAY));
  return config.channels.map((channel) => {
    const known = stored.get(channel.name);
    const { pending = 0, dead = 0, delivered = 0 } = counts.get(channel.name) ?? {};
    return {
      name: channel.name,
      kind: channel.kind,
      routes: config.routes.filter((route) => route.channels.includes(channel.name)).map(({ name }) => name),
      ...health(known, now),
      pace: paceOf(channel) ?? null,
      pending,
      dead,
      deliveredLastDay: delivered,
      lastError: known?.lastError ?? null,
      lastErrorAt: known?.lastErrorAt ?? null,
    };
  });
}

function health(channel: StoredChannel | undefined, now: Date): Pick<ListedChannel, 'state' | 'restsUntil'> {
  const breaker = breakerSchema.parse(channel?.breaker ?? {});
  const { notBefore } = pacingSchema.parse(channel?.pacing ?? {});
  const until = Math.max(breaker.state === 'open' ? breaker.until : 0, notBefore);
  if (until > now.getTime()) return { state: 'resting', restsUntil: new Date(until) };
  return { state: breaker.failures > 0 ? 'failing' : 'ok', restsUntil: null };
}

function testCommand(): Command {
  return new Command('test')
    .description('send a sample message and say what came back; exit 1 when it was not delivered')
    .argument('<name>')
    .option('--json', 'print JSON')
    .action(async (name: string, options: { json?: boolean }, command: Command) => {
      const config = configOf(command);
      const outcome = await sendTest(config, name, options.json === true);
      if (options.json) printJson({ channel: name, ...outcome });
      else
        print(
          `${name}: ${describe(outcome)}${outcome.status === 'delivered' ? '' : settingsOf(config, name)}`,
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
  // With `--json` standard output is reserved for the JSON.
  const channel = openChannel(wanted, json ? process.stderr : process.stdout);
  try {
    const message = composeTestMessage({
      idempotencyKey: randomUUID(),
      now: new Date(),
      publicUrl: config.web.publicUrl,
      language: config.web.language,
    });
    return await channel.send(message, AbortSignal.timeout(PATIENCE));
  } finally {
    await channel.close?.();
  }
}

/** Where the settings of a channel are, for whoever has to mend them. */
function settingsOf(config: Config, name: string): string {
  const index = config.channels.findIndex((channel) => channel.name === name);
  const line = config.lineOf?.(['channels', index]);
  const place = line === undefined ? '' : `:${line}`;
  return ` Its settings are in ${shownPath(config.file)}${place}, channels[${index}].`;
}

function describe(outcome: SendOutcome): string {
  switch (outcome.status) {
    case 'delivered':
      return `delivered; the answer: ${plain(outcome.answer)}`;
    case 'refused':
      return `refused: ${plain(outcome.reason)}. Trying again would not help.`;
    case 'retry': {
      const wait =
        outcome.retryAfterMs === undefined
          ? ''
          : ` It asks to wait ${Math.ceil(outcome.retryAfterMs / 1_000)} s.`;
      return `not delivered: ${plain(outcome.reason)}. The service would try again.${wait}`;
    }
  }
}
