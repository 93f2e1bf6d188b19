import { describe, expect, test } from 'vitest';
import { FULL_BUDGET } from '../../../src/core/messages/story-view.ts';
import {
  channelTemplates,
  compileTemplate,
  TEMPLATE_VARIABLES,
  TemplateError,
} from '../../../src/core/messages/template.ts';
import { message, storyFacts } from './sample-messages.ts';

function render(story: string, sent = message(), escape = (value: string) => value): string | undefined {
  const first = sent.stories[0];
  if (first === undefined) throw new Error('a story is needed');
  return channelTemplates({ story }).story(sent, first, FULL_BUDGET, escape);
}

describe('templates', () => {
  test('fill in every documented variable', () => {
    for (const name of Object.keys(TEMPLATE_VARIABLES)) {
      const sent = message({
        kind: 'test',
        stories: [storyFacts({ development: 'now in force', outletCount: 7 })],
      });
      expect(render(`{{${name}}}`, sent), name).not.toBe('');
      expect(render(`{{ ${name} }}`, sent), name).toBe(render(`{{${name}}}`, sent));
    }
  });

  test('escape values and leave their own text alone', () => {
    const upper = (value: string) => value.toUpperCase();
    expect(render('<b>{{language}}</b> & {{outlet}}', message(), upper)).toBe(
      '<b>JAPANESE</b> & DENSHI SHIMBUN',
    );
  });

  test('show a section only when its variable is not empty', () => {
    const story = '{{title}}{{#development}} ({{development}}{{#storyLink}}!{{/storyLink}}){{/development}}.';
    const title = 'T';
    expect(render(story, message({ stories: [storyFacts({ title })] }))).toBe('T.');
    expect(render(story, message({ stories: [storyFacts({ title, development: 'eased' })] }))).toBe(
      'T (Update: eased!).',
    );
  });

  test('do not expand variables inside a value', () => {
    expect(render('{{title}}', message({ stories: [storyFacts({ title: '{{route}} {{#x}}' })] }))).toBe(
      '{{route}} {{#x}}',
    );
  });

  test.each([
    ['{{titel}}', /unknown variable \{\{titel\}\}; did you mean "title"\?/],
    ['{{constructor}}', /unknown variable/],
    ['{{}}', /unknown variable/],
    ['{{#title}}x', /\{\{#title\}\} is not closed/],
    ['x{{/title}}', /\{\{\/title\}\} closes nothing/],
    ['{{#title}}{{#link}}{{/title}}{{/link}}', /closes nothing/],
  ])('name what is wrong with %s', (source, problem) => {
    expect(() => compileTemplate(source)).toThrow(TemplateError);
    expect(() => compileTemplate(source)).toThrow(problem);
  });

  test('braces that are no variable stay text', () => {
    expect(render('{a} {{{title}}')).toContain('{a} {');
  });

  test('replace the subject', () => {
    const templates = channelTemplates({ subject: '{{topic}} / {{outlet}}' });
    expect(templates.subject(message(), 100)).toBe('Chip ban · in force / Denshi Shimbun');
    expect(templates.subject(message(), 10)).toBe('Chip ban…');
  });
});
