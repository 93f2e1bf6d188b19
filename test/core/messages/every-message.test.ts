import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeBundle } from '../../../src/core/messages/compose-bundle.ts';
import { composeOperationsMessage } from '../../../src/core/messages/compose-operations.ts';
import { composeTestMessage } from '../../../src/core/messages/compose-test.ts';
import type { AlertMessage, StoryMessage } from '../../../src/core/messages/message.ts';
import { plainLine } from '../../../src/core/messages/plain-text.ts';
import { NO_TEMPLATES } from '../../../src/core/messages/template.ts';
import { webhookBody } from '../../../src/core/messages/webhook-body.ts';
import { AT, OUTPUTS, shownByPrograms, TEXTS, UNSAFE } from './every-output.ts';
import { hostileStory, hostileText } from './hostile.ts';

// Messages of every kind other than the alert for one story, through every channel.

const CHANNELS = ['console', 'slack', 'teams', 'discord', 'telegram', 'mail, HTML'] as const;

/** What the reader of each channel gets of a message. */
function received(sent: AlertMessage): (readonly [channel: string, text: string])[] {
  const [story] = sent.stories;
  return [
    ...CHANNELS.map((name) => [name, OUTPUTS[name]?.(sent, story as StoryMessage).text ?? ''] as const),
    ...Object.entries(TEXTS).map(([name, render]) => [name, render(sent)] as const),
    ['webhook', shownByPrograms(webhookBody(sent, NO_TEMPLATES))],
  ];
}

const bundle = fc.record({
  stories: fc.array(hostileStory, { minLength: 1, maxLength: 5 }),
  heldFor: fc.constantFrom('digest' as const, 'quiet hours' as const, 'hourly cap' as const),
  maxStories: fc.integer({ min: 1, max: 10 }),
});

const ROUTE = {
  name: 'desk',
  digest: { every: 'day', at: '07:00' },
  quietHours: { from: '22:00', to: '06:00' },
  cap: { perHour: 3 },
  timeZone: 'UTC',
} as unknown as Parameters<typeof composeBundle>[0]['route'];

describe('every channel', () => {
  test('is safe in digests, after quiet hours and over the cap', () => {
    fc.assert(
      fc.property(bundle, ({ stories, heldFor, maxStories }) => {
        const alerts = stories.map((story, index) => ({ ...story, storyId: `${index}`, alertedAt: AT }));
        const facts = { idempotencyKey: 'dlv-1', createdAt: AT, route: ROUTE, heldFor, alerts };
        for (const sent of composeBundle(facts, maxStories))
          for (const [channel, text] of received(sent)) {
            expect(text, channel).not.toMatch(UNSAFE);
            expect(text, channel).not.toContain('user:pass@');
          }
      }),
      { numRuns: 60 },
    );
  });

  test('shows the safe titles of a digest', () => {
    fc.assert(
      fc.property(fc.array(hostileText(8), { minLength: 2, maxLength: 3 }), hostileStory, (titles, story) => {
        const alerts = titles.map((title, index) => ({
          ...story,
          topics: [],
          title: `Start ${title} end`,
          storyId: `${index}`,
          alertedAt: AT,
        }));
        const facts = {
          idempotencyKey: 'dlv-1',
          createdAt: AT,
          route: ROUTE,
          heldFor: 'digest',
          alerts,
        } as const;
        const shown = composeBundle(facts, 10).flatMap(received);
        for (const channel of [
          'console',
          'teams',
          'telegram',
          'mail, HTML',
          'mail, text',
          'ntfy',
          'webhook',
        ]) {
          const text = shown
            .filter(([name]) => name === channel)
            .map(([, part]) => part)
            .join('\n')
            .replaceAll(/\s+/g, ' ');
          for (const title of titles) expect(text, channel).toContain(plainLine(`Start ${title} end`));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is safe in messages to the operator, and shows what they say', () => {
    fc.assert(
      fc.property(hostileText(12), hostileText(40), (what, note) => {
        const sent = composeOperationsMessage({
          idempotencyKey: 'dlv-1',
          createdAt: AT,
          what: `Start ${what} end`,
          note: `Begin ${note} stop`,
        });
        for (const [channel, text] of received(sent)) expect(text, channel).not.toMatch(UNSAFE);
        for (const [channel, text] of received(sent).filter(([name]) => !['slack', 'discord'].includes(name)))
          expect(text.replaceAll(/\s+/g, ' '), channel).toContain(plainLine(`Start ${what} end`));
      }),
      { numRuns: 100 },
    );
  });

  test('is safe in the test of a channel', () => {
    const sent = composeTestMessage({ idempotencyKey: 'dlv-1', now: AT });
    for (const [channel, text] of received(sent)) expect(text, channel).not.toMatch(UNSAFE);
  });
});
