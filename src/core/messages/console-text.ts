import type { AlertMessage } from './message.ts';
import type { Piece } from '../words/shorten.ts';
import { FULL_BUDGET, noteOf, type StoryView, storyView } from './story-view.ts';
import type { ChannelTemplates } from './template.ts';

type Style = 'bold' | 'dim' | 'term' | 'sample';

const SGR: Record<Style, string> = { bold: '1', dim: '2', term: '1;33', sample: '7;35' };

/** A message as lines for a terminal or a log, an empty line after each story. */
export function consoleText(message: AlertMessage, templates: ChannelTemplates, colour: boolean): string {
  const paint = (style: Style, text: string) => (colour ? `\u001b[${SGR[style]}m${text}\u001b[0m` : text);
  const head = message.stories.length === 1 ? [] : [paint('bold', templates.subject(message, 500))];
  const note = noteOf(message, 1000);
  const stories = message.stories.map(
    (story) =>
      templates.story(message, story, FULL_BUDGET, (value) => value) ??
      storyLines(storyView(message, story, FULL_BUDGET), paint).join('\n'),
  );
  const above = [...head, ...(note === undefined ? [] : [paint('dim', note)])];
  return `${[...above, stories.join('\n\n')].join('\n')}\n\n`;
}

function storyLines(view: StoryView, paint: (style: Style, text: string) => string): string[] {
  const show = (piece: Piece) => (piece.term ? paint('term', piece.text) : piece.text);
  const head = [
    view.marks === '' ? '' : paint('sample', view.marks),
    paint('bold', view.topics),
    view.development === undefined ? '' : `— ${view.development}`,
  ];
  return [
    head.filter(Boolean).join(' '),
    `  ${paint('bold', view.title)}`,
    ...(view.gist === undefined ? [] : [`  ${view.gist}`]),
    `  ${paint('dim', view.source)}`,
    ...view.passages.flatMap(({ pieces, reasons }) => [
      ...(pieces.length === 0 ? [] : [`  “${pieces.map(show).join('')}”`]),
      ...reasons.map((reason) => `  ${paint('dim', reason)}`),
    ]),
    ...(view.link === undefined ? [] : [`  ${view.link}`]),
    ...(view.storyLink === undefined ? [] : [`  ${paint('dim', `Story: ${view.storyLink}`)}`]),
  ];
}
