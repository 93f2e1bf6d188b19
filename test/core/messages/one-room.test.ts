import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderJsonFeed } from '../../../src/core/messages/alert-feed.ts';
import { jsonText } from '../../../src/core/messages/json-text.ts';
import type { StoryMessage } from '../../../src/core/messages/message.ts';
import { plainLine } from '../../../src/core/messages/plain-text.ts';
import { channelTemplates, NO_TEMPLATES } from '../../../src/core/messages/template.ts';
import { webhookBody } from '../../../src/core/messages/webhook-body.ts';
import { plain } from '../../../src/cli/output.ts';
import { consoleViews } from './console-views.ts';
import { ANSWERS, AT, FEED, markup, OUTPUTS, shownByPrograms, TEXTS, UNSAFE } from './every-output.ts';
import { fittingStory, hostileStory, hostileText } from './hostile.ts';
import { message, storyFacts } from './sample-messages.ts';

describe('one module for all that readers see', () => {
  test('every output is safe', () => {
    fc.assert(
      fc.property(hostileStory, (facts) => {
        const sent = message({ stories: [facts] });
        const story = sent.stories[0] as StoryMessage;
        const shown = Object.entries(OUTPUTS).map(([name, render]) => [name, render(sent, story)] as const);
        for (const [name, { text }] of shown) expect(text, name).not.toMatch(UNSAFE);
        for (const [name, render] of Object.entries(TEXTS)) expect(render(sent), name).not.toMatch(UNSAFE);
        for (const [name, view] of Object.entries(consoleViews(facts)))
          expect(markup(view).text, name).not.toMatch(UNSAFE);
        for (const [name, render] of Object.entries(ANSWERS)) {
          const answer = render(story, facts, sent);
          expect(answer, name).not.toMatch(UNSAFE);
          expect(answer, name).not.toContain('user:pass@');
          expect(shownByPrograms(answer), name).not.toMatch(UNSAFE);
        }
        // A document of stored text keeps every character, because offsets refer to it.
        const kept = jsonText(facts, 2);
        expect(kept).not.toMatch(UNSAFE);
        expect(JSON.parse(kept)).toEqual(JSON.parse(JSON.stringify(facts)));
      }),
      { numRuns: 100 },
    );
  }, 90_000);

  test('every output marks the same words where a story fits into its limits', () => {
    fc.assert(
      fc.property(fittingStory, (facts) => {
        const sent = message({ stories: [facts] });
        const story = sent.stories[0] as StoryMessage;
        const marks = Object.entries(OUTPUTS).map(
          ([name, render]) => [name, render(sent, story).marked.replaceAll(/\s+/g, '')] as const,
        );
        for (const [name, marked] of marks) expect(marked, name).toBe(marks[0]?.[1]);
      }),
      { numRuns: 150 },
    );
  });

  test('every output shows the gist of a title that the reader cannot read, beside it', () => {
    const facts = storyFacts({ named: [{ id: 'country:us', name: 'United States', kind: 'country' }] });
    const sent = message({ stories: [facts] });
    const story = sent.stories[0] as StoryMessage;
    expect(story.gist).toBe('US · export controls · chips · in force');
    const shown = [
      ...Object.entries(OUTPUTS).map(([name, render]) => [name, render(sent, story).text] as const),
      ...Object.entries(TEXTS)
        .filter(([name]) => name !== 'mail, subject')
        .map(([name, render]) => [name, render(sent)] as const),
      ['JSON Feed, extension', renderJsonFeed({ ...FEED, entries: [{ at: AT, story }] })] as const,
      ['webhook', webhookBody(sent, NO_TEMPLATES)] as const,
      ['a template', channelTemplates({ subject: '{{gist}}: {{title}}' }).subject(sent, 200)] as const,
    ];
    for (const [name, text] of shown) {
      expect(text, name).toContain(story.gist);
      expect(text, name).toContain(story.title);
    }
  });

  test('every output shows a title as the common sanitiser returns it', () => {
    fc.assert(
      fc.property(hostileText(12), (title) => {
        const sent = message({ stories: [storyFacts({ title: `Start ${title} end` })] });
        const story = sent.stories[0] as StoryMessage;
        const wanted = plainLine(`Start ${title} end`);
        for (const name of ['console', 'teams', 'telegram', 'mail, HTML', 'Atom', 'JSON Feed', 'page'])
          expect(OUTPUTS[name]?.(sent, story).text.replaceAll(/\s+/g, ' '), name).toContain(wanted);
        for (const name of ['mail, text', 'mail, subject', 'ntfy'])
          expect(TEXTS[name]?.(sent), name).toContain(wanted);
        const views = consoleViews(storyFacts({ title: `Start ${title} end` }));
        for (const name of [
          'list of stories',
          'list of stories, without a report',
          'story, headline',
          'search',
        ])
          expect(markup(views[name] ?? '').text.replaceAll(/\s+/g, ' '), name).toContain(wanted);
        expect(plain(`Start ${title} end`)).toBe(wanted);
      }),
      { numRuns: 150 },
    );
  });
});
