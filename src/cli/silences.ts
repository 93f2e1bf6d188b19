import { Command } from 'commander';
import type { Config } from '../config/load-config.ts';
import { explainIssues } from '../core/yaml/explain-issues.ts';
import { count } from '../core/messages/phrases.ts';
import { type Silence, type SilenceMatchers, silenceSchema } from '../core/alerts/route-config.ts';
import { describeMatchers, silenceReport } from '../core/alerts/silence.ts';
import { entityNames } from '../core/entities/entity-names.ts';
import { parseGazetteer } from '../core/entities/gazetteer-data.ts';
import { readNamedFile } from '../io/file-error.ts';
import type { Database } from '../io/store/database.ts';
import { namesOfFeeds } from '../io/store/feeds.ts';
import {
  countHidden,
  endSilence,
  getSilence,
  hiddenAlerts,
  insertSilence,
  listSilences,
  type StoredSilence,
} from '../io/store/silences.ts';
import { missingStories } from '../io/store/stories.ts';
import { filterChoices } from '../io/store/story-list.ts';
import { checkMatchers, type SilenceableNames } from '../service/check-matchers.ts';
import { outletNames } from '../service/check-routes.ts';
import { watchedFeeds } from '../service/watched-feeds.ts';
import { configOf, withStore } from './context.ts';
import { CommandFailure } from './failure.ts';
import { knownTopicIds } from './require-topic.ts';
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
interface ReadSilence {
  /** Undefined where an option is wrong. */
  readonly silence: Silence | undefined;
  /** Undefined where the matchers themselves are wrong. */
  readonly matchers: SilenceMatchers | undefined;
  readonly faults: readonly string[];
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

/**
 * The matchers as they are stored. A misspelt name is an error, because it would hide nothing. All faults, of names and
 * of other options, are reported at once. @throws CommandFailure
 */
async function knownMatchers(
  config: Config,
  db: Database,
  { matchers, faults }: Pick<ReadSilence, 'matchers' | 'faults'>,
): Promise<SilenceMatchers> {
  if (matchers === undefined) throw new CommandFailure(faults.map(plain).join('\n'), 2);
  const stories = [matchers.story ?? []].flat().map((id) => numberedId(id, 'story'));
  const [missing] = await missingStories(db, stories);
  if (missing !== undefined)
    throw new CommandFailure(
      [...faults.map(plain), `There is no story ${missing}; see: chipwatch stories list`].join('\n'),
      faults.length > 0 ? 2 : 3,
    );
  const checked = checkMatchers(matchers, await readNames(config, db, matchers));
  const all = [...faults, ...(checked.status === 'unknown' ? checked.faults : [])];
  if (checked.status === 'unknown' || all.length > 0) throw new CommandFailure(all.map(plain).join('\n'), 2);
  return checked.matchers;
}

/** The names of the kinds that the matchers use. */
async function readNames(
  config: Config,
  db: Database,
  { topic, entity, outlet }: SilenceMatchers,
): Promise<SilenceableNames> {
  const { entities } = config;
  return {
    routes: config.routes.map(({ name }) => name),
    topics: topic === undefined ? [] : await knownTopicIds(config, db),
    entities:
      entity === undefined ? [] : entityNames(parseGazetteer(await readNamedFile(entities), entities)),
    outlets: outlet === undefined ? [] : await knownOutlets(config, db),
  };
}

async function knownOutlets(config: Config, db: Database): Promise<string[]> {
  // Feeds that were added to the configuration are in the database only after the next start.
  const { configured, sample } = await watchedFeeds(config);
  const { outlets } = await filterChoices(db);
  return [...outlets, ...[...(await namesOfFeeds(db)), ...configured, ...sample].flatMap(outletNames)];
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
