import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alertsCommand } from '../../src/cli/alerts.ts';
import { channelsCommand } from '../../src/cli/channels.ts';
import { deliveriesCommand } from '../../src/cli/deliveries.ts';
import { doctorCommand } from '../../src/cli/doctor.ts';
import { feedsCommand } from '../../src/cli/feeds/feeds.ts';
import { itemsCommand } from '../../src/cli/items.ts';
import { silencesCommand } from '../../src/cli/silences.ts';
import { storiesCommand } from '../../src/cli/stories.ts';
import { whyCommand } from '../../src/cli/why.ts';
import { plainLine } from '../../src/core/messages/plain-text.ts';
import { UNSAFE } from '../core/messages/every-output.ts';
import { type TestCli, testCli } from '../support/cli.ts';
import { fillHostileArchive, HOSTILE_TITLE, HOSTILE_URL } from '../support/hostile-archive.ts';

// The commands themselves, over a database in which every text from outside is hostile.
let cli: TestCli;
let ids: { storyId: string; articleId: string };

beforeAll(async () => {
  cli = await testCli(() => [
    alertsCommand(),
    channelsCommand(),
    deliveriesCommand(),
    doctorCommand(),
    feedsCommand(),
    itemsCommand(),
    silencesCommand(),
    storiesCommand(),
    whyCommand(),
  ]);
  ids = await fillHostileArchive(cli.db);
});
afterAll(() => cli[Symbol.asyncDispose]());

const SHOWN = plainLine(HOSTILE_TITLE);
/** Commands, and whether they show a title or outlet. */
const LISTS: readonly (readonly [command: string, showsTitle: boolean])[] = [
  ['alerts', true],
  ['stories list', true],
  ['stories show STORY', true],
  ['why STORY', true],
  [`why ${HOSTILE_URL}`, true],
  ['items list', true],
  ['items list --waiting', true],
  ['feeds list', true],
  ['deliveries list', true],
  ['silences list', true],
  ['channels list', false],
  ['doctor', false],
];

describe.each(LISTS)('%s', (command, showsTitle) => {
  const words = () => command.replace('STORY', ids.storyId).split(' ');

  test('prints no unsafe character for people', async () => {
    const { stdout, stderr } = await cli.run(...words());
    expect(stdout).not.toBe('');
    expect(stdout + stderr).not.toMatch(UNSAFE);
    if (showsTitle) expect(stdout.replaceAll(/\s+/g, ' ')).toContain(SHOWN);
  }, 60_000);

  test('prints no unsafe character in JSON, and no other title', async () => {
    const { stdout, stderr } = await cli.run(...words(), '--json');
    expect(stdout + stderr).not.toMatch(UNSAFE);
    const json = JSON.stringify(JSON.parse(stdout));
    if (showsTitle)
      expect([HOSTILE_TITLE, SHOWN].some((text) => json.includes(JSON.stringify(text)))).toBe(true);
  }, 60_000);
});
