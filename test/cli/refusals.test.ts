import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkCommand } from '../../src/cli/check.ts';
import { extractCommand } from '../../src/cli/extract.ts';
import { replayCommand } from '../../src/cli/replay.ts';
import { storiesCommand } from '../../src/cli/stories.ts';
import { allTopicsCommands } from '../../src/cli/topics/topics-all.ts';
import { topicFiles } from '../support/archive.ts';
import { type TestCli, testCli } from '../support/cli.ts';

let cli: TestCli;
let rules: Awaited<ReturnType<typeof topicFiles>>;
beforeAll(async () => {
  rules = await topicFiles({ trade: { terms: 'embargo' } });
  cli = await testCli(
    () => [checkCommand(), extractCommand(), replayCommand(), storiesCommand(), allTopicsCommands()],
    { sample: 'nowhere', topics: rules.topics, entities: rules.entities },
  );
  await writeFile(path.join(cli.directory, 'words.txt'), 'Chips seized at the border');
  await writeFile(path.join(cli.directory, 'picture.png'), Buffer.from('89504e470d0a1a0a0000000d', 'hex'));
  await writeFile(path.join(cli.directory, 'paper.pdf'), '%PDF-1.7\n');
  await writeFile(path.join(cli.directory, 'odd.jsonl'), '\n{"title":1,"body":"b"}\n');
  await writeFile(path.join(cli.directory, 'recording.json'), '{"clock":"today","feeds":[],"responses":7}');
});
afterAll(async () => {
  await cli[Symbol.asyncDispose]();
  await rules[Symbol.asyncDispose]();
});

// DIR is the directory of the test.
test.each([
  ['check ftp://x/y', 'expected an address that begins with http:// or https://, found "ftp://x/y"'],
  ['check news.example/chips', '"news.example/chips"; did you mean "https://news.example/chips"?'],
  ['extract DIR/words.txt --url nonsense', 'expected an address that begins with http:// or https://'],
  [
    'check http://127.0.0.1:1/x',
    'chipwatch.yaml:14: sample: DIR/nowhere holds no readable recording.json: there is no such file or directory',
  ],
  [
    'replay DIR',
    'DIR/recording.json: clock: expected an ISO 8601 instant such as 2026-01-31T08:00:00Z, found "today"\nDIR/recording.json: responses: expected a list, found 7',
  ],
  ['check DIR/picture.png', 'DIR/picture.png: expected an HTML page, found a binary file'],
  ['check DIR/paper.pdf', 'DIR/paper.pdf: expected an HTML page, found a PDF document'],
  ['extract DIR/picture.png', 'DIR/picture.png: expected an HTML page, found a binary file'],
  [
    'extract --jsonl DIR/picture.png',
    'DIR/picture.png: expected one JSON object a line, found a binary file',
  ],
  [
    'topics test DIR/picture.png',
    'picture.png: expected labelled items, one JSON object a line, found a binary',
  ],
  [
    'topics fit DIR/picture.png',
    'picture.png: expected labelled items, one JSON object a line, found a binary',
  ],
  ['stories show abc', 'expected the number of a story, found "abc"; see: chipwatch stories list'],
  ['stories split 1 77', 'There is no article 77; see: chipwatch stories show 1'],
  ['topics test DIR/words.txt', 'words.txt:1: not JSON: unexpected "Chips seized at the border" in column 1'],
  ['topics fit DIR/words.txt', 'words.txt:1: not JSON: unexpected "Chips seized at the border" in column 1'],
  [
    'topics test DIR/odd.jsonl',
    'DIR/odd.jsonl:2: title: expected text, found 1\nDIR/odd.jsonl:2: topics: expected a list, found nothing',
  ],
  ['topics suggest --language xx-yy', '"xx-yy" is no language. Languages are written as BCP 47 tags'],
  ['topics suggest --language english', '"english" is no language; did you mean "en"?'],
  ['topics explain DIR/words.txt --language jp', '"jp" is no language; did you mean "ja"?'],
])('%s is refused with what was found, where, and what is expected', async (line, words) => {
  const { code, stdout, stderr } = await cli.run(...line.replaceAll('DIR', cli.directory).split(' '));
  expect(stderr).toContain(words.replaceAll('DIR', cli.directory));
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stdout).toBe('');
  expect([2, 3]).toContain(code);
});

test.each([
  ['de', 'deu'],
  ['deu', 'deu'],
  ['zh-Hant', 'cmn'],
])('the language %s is taken as %s', async (tag, code) => {
  const file = path.join(cli.directory, 'words.txt');
  const { language } = await cli.json<{ language: string }>('topics', 'explain', file, '--language', tag);
  expect(language).toBe(code);
});

test.each(['topics test', 'topics fit'])(
  '%s names a topic of labelled items that does not exist',
  async (command) => {
    const file = path.join(cli.directory, 'labelled.jsonl');
    const item = { id: 'a', lang: 'eng', title: 'An embargo', body: 'On chips.', topics: ['trade'] };
    const lines = [item, { ...item, topics: ['trad'] }, { ...item, topics: ['trad'] }];
    await writeFile(file, lines.map((line) => JSON.stringify(line)).join('\n'));
    const { stderr } = await cli.run(...command.split(' '), file, '--topics', rules.topics);
    expect(stderr).toMatch(
      /labelled\.jsonl(?::2)?: topics: there is no topic "trad" \(2 items so labelled\); known: trade; did you mean "trade"\?/,
    );
  },
);
