import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { createConsoleChannel, wantsColour } from '../../../src/io/channels/console-channel.ts';
import { consoleText } from '../../../src/core/messages/console-text.ts';
import type { AlertMessage } from '../../../src/core/messages/message.ts';
import { channelTemplates, type Templates } from '../../../src/core/messages/template.ts';
import { message, storyFacts } from '../../core/messages/sample-messages.ts';

const never = new AbortController().signal;

const lines =
  (template?: Templates) =>
  (sent: AlertMessage, colour: boolean): string =>
    consoleText(sent, channelTemplates(template), colour);

class Terminal extends Writable {
  isTTY = true;
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: (error?: Error) => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

async function shown(sent: ReturnType<typeof message>, colour: boolean): Promise<string> {
  const terminal = new Terminal();
  const outcome = await createConsoleChannel({ name: 'desk' }, lines(), terminal, colour).send(sent, never);
  expect(outcome).toEqual({ status: 'delivered', answer: 'written' });
  return terminal.text;
}

describe('console', () => {
  test('shows everything in plain lines', async () => {
    expect(await shown(message(), false)).toBe(
      [
        'Chip ban · in force',
        '  米、先端AI半導体の対中輸出規制を強化',
        '  export controls · chips · in force',
        '  Denshi Shimbun · Japanese · 20 Nov 2026, 22:05 UTC · 1 outlet',
        '  “商務省は金曜日、先端AI半導体の対中輸出規制を強化し、H20の出荷に許可を義務付けると発表した。”',
        '  Why Chip ban: export control “輸出規制” + chip model “H20” in one sentence; confidence 92 of 100',
        '  https://news.example.jp/2026/11/ban?id=1&lang=ja',
        '  Story: https://watch.example.org/stories/story-1',
        '',
        '',
      ].join('\n'),
    );
  });

  test('marks samples and tests, updates and digests', async () => {
    const update = storyFacts({
      sample: true,
      development: 'now in force',
      outletCount: 7,
      languages: ['ja', 'en'],
    });
    expect(await shown(message({ kind: 'update', stories: [update] }), false)).toMatch(
      /^\[SAMPLE\] Chip ban · in force — Update: now in force\n.*\n.*\n.*now 7 outlets, 2 languages\n/,
    );
    expect(await shown(message({ kind: 'test' }), false)).toMatch(/^\[TEST\] /);
    const digest = message({
      kind: 'digest',
      title: 'Daily digest',
      stories: [storyFacts(), storyFacts()],
      note: 'Held.',
    });
    expect(await shown(digest, false)).toMatch(/^Daily digest: 2 stories \(2 Chip ban\)\nHeld\.\nChip ban/);
  });

  test('highlights the terms that matched, where there is colour', async () => {
    const text = await shown(message(), true);
    expect(text).toContain('対中\u001b[1;33m輸出規制\u001b[0mを強化し、\u001b[1;33mH20\u001b[0mの');
  });

  test('passes no control sequence of a title to the terminal', async () => {
    const title = 'a\u001b[2J\u001b]0;x\u0007b\u202Ec\nfake line\u009b31m';
    const text = await shown(message({ stories: [storyFacts({ title, outlet: title })] }), false);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(text.split('\n')).toHaveLength(10);
  });

  test('uses a template', async () => {
    const terminal = new Terminal();
    const config = { name: 'desk', template: { story: '{{topic}}|{{title}}|{{language}}|{{link}}' } };
    await createConsoleChannel(config, lines(config.template), terminal, true).send(message(), never);
    expect(terminal.text).toBe(
      'Chip ban · in force|米、先端AI半導体の対中輸出規制を強化|Japanese|https://news.example.jp/2026/11/ban?id=1&lang=ja\n\n',
    );
  });

  test('recovers when the reader has gone', async () => {
    const broken = Object.assign(
      new Writable({ write: (_chunk, _encoding, done) => done(new Error('write EPIPE')) }),
      { isTTY: false },
    );
    const channel = createConsoleChannel({ name: 'desk' }, lines(), broken, false);
    expect(await channel.send(message(), never)).toEqual({
      status: 'retry',
      reason: 'cannot write: write EPIPE',
    });
    await channel.close?.();
  });

  test('a reader that stops delays nobody, and gets each message once', async () => {
    const finish: (() => void)[] = [];
    let text = '';
    const stopped = Object.assign(
      new Writable({
        write(chunk, _encoding, done) {
          text += String(chunk);
          finish.push(done);
        },
      }),
      { isTTY: false },
    );
    const channel = createConsoleChannel({ name: 'desk' }, () => 'once\n', stopped, false);
    const sent = message();
    expect(await channel.send(sent, AbortSignal.timeout(20))).toMatchObject({ status: 'retry' });
    finish.shift()?.();
    expect(await channel.send(sent, never)).toMatchObject({ status: 'delivered' });
    expect(text).toBe('once\n');
    await channel.close?.();
  });

  test.each<[isTTY: boolean, env: Record<string, string>, expected: boolean]>([
    [true, {}, true],
    [true, { NO_COLOR: '' }, true],
    [true, { NO_COLOR: '1' }, false],
    [true, { TERM: 'dumb' }, false],
    [false, {}, false],
  ])('colour on TTY %s with %j: %s', (isTTY, env, expected) => {
    expect(wantsColour(Object.assign(new Terminal(), { isTTY }), env)).toBe(expected);
  });
});
