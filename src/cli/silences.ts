import { Command } from 'commander';
import { explainIssues } from '../core/yaml/explain-issues.ts';
import { count } from '../core/messages/phrases.ts';
import { type Silence, silenceSchema } from '../core/alerts/route-config.ts';
import { describeMatchers, silenceReport } from '../core/alerts/silence.ts';
import type { Database } from '../io/store/database.ts';
import {
  countHidden,
  endSilence,
  getSilence,
  hiddenAlerts,
  insertSilence,
  listSilences,
  type StoredSilence,
} from '../io/store/silences.ts';
import { configOf, withStore } from './context.ts';
import { CommandFailure } from './failure.ts';
import type { ReadMatchers } from './known-matchers.ts';
import { durationOption, numberedId, severalOption } from './option-values.ts';
import { minute, plain, print, printJson, printTable } from './output.ts';

/** `chipwatch silences …`: hides alerts for some time. */
export function silencesCommand(): Command {
  return new Command('silences')
    .description('alerts that are not wanted for a while')
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(endCommand())
    .addCommand(reportCommand());
}

interface AddOptions {
  readonly topic?: string[];
  readonly route?: string[];
  readonly outlet?: string[];
  readonly language?: string[];
  readonly story?: string[];
  readonly entity?: string[];
  readonly title?: string;
  readonly for: number;
  readonly reason: string;
  readonly json?: boolean;
}

function addCommand(): Command {
  return new Command('add')
    .description(
      'hide alerts that meet all of what is named; of an option given several times, one is enough',
    )
    .option('--topic <id>', 'a topic', severalOption)
    .option('--route <name>', 'a route', severalOption)
    .option('--outlet <name>', 'an outlet’s name or host', severalOption)
    .option('--language <tag>', 'a language: `zh` covers `zh-Hant`', severalOption)
    .option('--story <id>', 'a story, with all that it will bring', severalOption)
    .option('--entity <name>', 'the name or id of an organisation, agency, chip or country', severalOption)
    .option('--title <words>', 'a part of the title')
    .requiredOption('--for <duration>', 'how long: 90m, 12h, 3d …', durationOption)
    .requiredOption('--reason <text>', 'why, for the others and for later')
    .option('--json', 'print JSON')
    .action(async (options: AddOptions, command: Command) => {
      const config = configOf(command);
      const { silence, ...read } = parse(options, new Date());
      await withStore(config, async ({ db }) => {
        // Loaded only here: a list needs neither the gazetteer nor the feeds' files.
        const { knownMatchers } = await import('./known-matchers.ts');
        const matchers = await knownMatchers(config, db, read);
        if (silence === undefined) return;
        const id = await insertSilence(db, { ...silence, matchers });
        if (options.json) printJson({ id, ...silence, matchers });
        else
          print(`Silence ${id} on ${plain(describeMatchers(matchers))} until ${minute(silence.until)} UTC.`);
      });
    });
}

/** What the options say, with a sentence for each that is wrong. */
interface ReadSilence extends ReadMatchers {
  /** Undefined where an option is wrong. */
  readonly silence: Silence | undefined;
}

function parse({ for: seconds, reason, json: _json, ...matchers }: AddOptions, now: Date): ReadSilence {
  const given = { matchers, reason, until: new Date(now.getTime() + seconds * 1_000) };
  const parsed = silenceSchema.safeParse(given);
  const faults = parsed.success
    ? []
    : explainIssues(parsed.error.issues, given, silenceSchema).map(
        ({ path, message }) =>
          `--${path.filter((part) => part !== 'matchers').join(' ') || 'topic …'}: ${message}`,
      );
  if (seconds === 0)
    faults.push('--for: expected a duration such as 90m or 12h, found 0: a silence has to last');
  return {
    silence: parsed.data,
    matchers: silenceSchema.shape.matchers.safeParse(matchers).data,
    faults,
  };
}

function listCommand(): Command {
  return new Command('list')
    .description('the silences that run')
    .option('--all', 'those that have ended too')
    .option('--json', 'print JSON')
    .action(async (options: { all?: boolean; json?: boolean }, command: Command) => {
      await withStore(configOf(command), async ({ db }) => {
        const now = new Date();
        const silences = await listSilences(db, options.all ? new Date(0) : now);
        const hidden = await countHidden(db);
        const listed = silences.map((silence) => ({
          ...silence,
          running: silence.until > now,
          hidden: hidden.get(silence.id) ?? 0,
        }));
        if (options.json) printJson(listed);
        else if (listed.length === 0) print(options.all ? 'No silences.' : 'No silence runs.');
        else
          printTable(
            ['id', 'until', 'hid', 'on', 'reason'],
            listed.map((silence) => [
              silence.id,
              `${minute(silence.until)}${silence.running ? '' : ' (ended)'}`,
              String(silence.hidden),
              describeMatchers(silence.matchers),
              silence.reason,
            ]),
          );
      });
    });
}

function endCommand(): Command {
  return new Command('end')
    .description('end a silence now; what it hid stays hidden')
    .argument('<id>')
    .action(async (id: string, _options: unknown, command: Command) => {
      await withStore(configOf(command), async ({ db }) => {
        const silence = await known(db, id);
        if (!(await endSilence(db, silence.id, new Date()))) {
          print(`Silence ${id} ended at ${minute(silence.until)} UTC already.`);
          return;
        }
        const hidden = await hiddenAlerts(db, silence.id);
        print(`Silence ${id} has ended. It hid ${count(hidden.length, 'alert')}.`);
        if (hidden.length > 0) print(`See them: npx chipwatch silences report ${id}`);
      });
    });
}

function reportCommand(): Command {
  return new Command('report')
    .description('what a silence hid')
    .argument('<id>')
    .option('--json', 'print JSON')
    .action(async (id: string, options: { json?: boolean }, command: Command) => {
      await withStore(configOf(command), async ({ db }) => {
        const silence = await known(db, id);
        const hidden = await hiddenAlerts(db, silence.id);
        if (options.json) {
          printJson({ ...silence, hidden });
          return;
        }
        const { headline, lines } = silenceReport(silence, hidden);
        print(plain(headline));
        for (const line of lines) print(`  ${plain(line)}`);
      });
    });
}

/** The silence with this id. @throws CommandFailure */
async function known(db: Database, id: string): Promise<StoredSilence> {
  const silence = await getSilence(db, numberedId(id, 'silence'));
  if (silence === undefined)
    throw new CommandFailure(`There is no silence ${id}; see: chipwatch silences list --all`, 3);
  return silence;
}
