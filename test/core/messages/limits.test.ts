import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MessageFacts, StoryFacts } from '../../../src/core/messages/compose-message.ts';
import type { AlertMessage } from '../../../src/core/messages/message.ts';
import { discordPayload } from '../../../src/core/messages/discord-payload.ts';
import { ntfyPayload } from '../../../src/core/messages/ntfy-payload.ts';
import { slackPayload } from '../../../src/core/messages/slack-payload.ts';
import { teamsPayload } from '../../../src/core/messages/teams-payload.ts';
import { telegramText } from '../../../src/core/messages/telegram-text.ts';
import {
  type ChannelTemplates,
  channelTemplates,
  NO_TEMPLATES,
} from '../../../src/core/messages/template.ts';
import {
  discordMessage,
  ntfyMessage,
  parseTelegramHtml,
  slackMessage,
  teamsMessage,
  telegramMessage,
} from '../../io/channels/fake-services.ts';
import { hostileStory, hostileText } from './hostile.ts';
import { message, storyFacts } from './sample-messages.ts';

const telegramBody = (sent: AlertMessage, templates: ChannelTemplates) => ({
  chat_id: 1,
  text: telegramText(sent, templates),
  parse_mode: 'HTML',
  disable_notification: false,
  link_preview_options: { is_disabled: true },
});
const ntfyBody = (sent: AlertMessage, templates: ChannelTemplates) =>
  ntfyPayload(sent, { topic: 'chips', priority: 4, tags: ['desk'] }, templates);

const SERVICES = [
  { kind: 'slack', schema: slackMessage, body: slackPayload, maxStories: 15 },
  { kind: 'discord', schema: discordMessage, body: discordPayload, maxStories: 10 },
  { kind: 'teams', schema: teamsMessage, body: teamsPayload, maxStories: 10 },
  { kind: 'telegram', schema: telegramMessage, body: telegramBody, maxStories: 10 },
  { kind: 'ntfy', schema: ntfyMessage, body: ntfyBody, maxStories: 8 },
] as const;

describe.each(SERVICES)('$kind', ({ kind, schema, body, maxStories }) => {
  const facts = fc.record({
    stories: fc.array(hostileStory, { minLength: 1, maxLength: maxStories }),
    kind: fc.constantFrom('alert', 'update', 'digest', 'overflow', 'test') as fc.Arbitrary<
      MessageFacts['kind']
    >,
    note: fc.option(hostileText(200), { nil: undefined }),
    route: hostileText(10),
  });
  const check = (sent: AlertMessage, templates: ChannelTemplates) => {
    const payload = JSON.parse(JSON.stringify(body(sent, templates))) as unknown;
    const parsed = schema.safeParse(payload);
    expect(parsed.success, parsed.error?.message).toBe(true);
    const flat = JSON.stringify(payload);
    if (kind === 'teams') expect(Buffer.byteLength(flat)).toBeLessThanOrEqual(28 * 1024);
    // No invisible characters, no direction overrides, no half of a surrogate pair.
    expect(flat).not.toMatch(
      /\\u(?:00[01]\w|202[a-e]|206[6-9]|feff|d[89a-f]\w\w)|[\u202a-\u202e\u2066-\u2069\ufeff]/i,
    );
    expect(flat).not.toMatch(/javascript:|user:pass/);
  };

  test('keeps the documented limits, whatever the stories say', () => {
    fc.assert(
      fc.property(facts, (some) => check(message(some), NO_TEMPLATES)),
      { numRuns: 150 },
    );
  });

  test('keeps them with a template of its own, too', () => {
    const templates = channelTemplates({
      story: `${'x'.repeat(300)} {{title}} {{sentence}} {{why}}`,
      subject: '{{title}}',
    });
    fc.assert(
      fc.property(facts, (some) => check(message(some), templates)),
      { numRuns: 50 },
    );
  });

  test('accepts a full digest of long stories and leaves none out', () => {
    const stories: StoryFacts[] = Array.from({ length: maxStories }, (_, i) => {
      const long = storyFacts();
      return {
        ...long,
        title: `№${i}: ${'輸出規制の強化&<>"*_'.repeat(40)}`,
        link: `https://news.example.org/${i}/${'a'.repeat(1500)}`,
        topics: long.topics.map((topic) => ({ ...topic, sentence: '半導体&<'.repeat(800) })),
      };
    });
    const sent = message({ kind: 'digest', stories });
    check(sent, NO_TEMPLATES);
    const flat = JSON.stringify(body(sent, NO_TEMPLATES)).replaceAll('\\', '');
    for (let i = 0; i < maxStories; i++) expect(flat).toContain(`№${i}: 輸出`);
  });

  test('shows an ordinary story whole', () => {
    const flat = JSON.stringify(body(message(), NO_TEMPLATES));
    expect(flat).not.toContain('…');
  });
});

describe('the reader sees the source’s text', () => {
  test('Telegram shows title and sentence unchanged', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('<', '>', '&', '"', 'a', '半', ' b'),
          minLength: 1,
          maxLength: 80,
        }),
        (raw) => {
          const story = storyFacts({ title: `x${raw}x` });
          const parsed = parseTelegramHtml(telegramText(message({ stories: [story] }), NO_TEMPLATES));
          if (typeof parsed === 'string') throw new Error(parsed);
          expect(parsed.text).toContain(story.title.replaceAll(/\s+/g, ' '));
          expect(parsed.text).toContain(story.topics[0]?.sentence);
          expect(parsed.links[0]).toBe(story.link);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('Discord escapes every sign of its markdown', () => {
    const payload = discordPayload(
      message({ stories: [storyFacts({ title: '**a** _b_ ~~c~~ ||d|| `e` <@1> [f](http://g)' })] }),
      NO_TEMPLATES,
    );
    expect(payload.embeds[0]?.title).toBe(
      '\\*\\*a\\*\\* \\_b\\_ \\~\\~c\\~\\~ \\|\\|d\\|\\| \\`e\\` \\<\\@1\\> \\[f\\]\\(http\\://g\\)',
    );
    expect(payload.allowed_mentions).toEqual({ parse: [] });
  });

  test('Slack neither mentions nor links what a title asks for', () => {
    const payload = slackPayload(
      message({ stories: [storyFacts({ title: '<!channel> <http://evil|ok> &amp;' })] }),
      NO_TEMPLATES,
    );
    const section = JSON.stringify(payload.blocks[0]);
    expect(section).toContain('&lt;!channel&gt; &lt;http://evil|ok&gt; &amp;amp;');
    expect(payload.text).not.toContain('<!channel>');
  });

  test('Teams shows terms in bold and reads no markup in text runs', () => {
    const flat = JSON.stringify(
      teamsPayload(message({ stories: [storyFacts({ title: '**x** [y](z)' })] }), NO_TEMPLATES),
    );
    expect(flat).toContain('"text":"**x** [y](z)"');
    expect(flat).toContain('{"type":"TextRun","text":"輸出規制","weight":"Bolder","highlight":true}');
  });
});
