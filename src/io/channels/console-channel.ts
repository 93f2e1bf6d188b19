import type { AlertMessage, StoryMessage } from '../../core/alerts/message.ts';
import type { Channel } from './channel.ts';
import type { Piece } from './shorten.ts';
import { FULL_ROOM, noteOf, type StoryView, storyView } from './story-view.ts';
import { channelTemplates, type Templates } from './template.ts';

/** The part of a terminal or pipe that the channel needs. */
export interface TextStream {
  readonly isTTY?: boolean;
  write(text: string, done: (error?: Error | null) => void): boolean;
  on(event: 'error', listener: (error: Error) => void): unknown;
  off(event: 'error', listener: (error: Error) => void): unknown;
}

type Style = 'bold' | 'dim' | 'term' | 'sample';
const SGR: Record<Style, string> = { bold: '1', dim: '2', term: '1;33', sample: '7;35' };

/** Whether to colour: a terminal, and https://no-color.org not asked for. */
export function wantsColour(stream: TextStream, env: Readonly<Record<string, string | undefined>>): boolean {
  return stream.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
}

/** Writes each message as a few lines of text to a terminal or log. */
export function createConsoleChannel(
  config: { readonly name: string; readonly template?: Templates | undefined },
  stream: TextStream = process.stdout,
  colour: boolean = wantsColour(stream, process.env),
): Channel {
  const paint = (style: Style, text: string) => (colour ? `\u001b[${SGR[style]}m${text}\u001b[0m` : text);
  const templates = channelTemplates(config.template);
  const storyText = (message: AlertMessage, story: StoryMessage) =>
    templates.story(message, story, FULL_ROOM, (value) => value) ??
    storyLines(storyView(message, story, FULL_ROOM), paint).join('\n');
  // A reader that went away (`chipwatch | head`) must not end the service; each write reports it as well.
  const ignore = () => {};
  stream.on('error', ignore);
  return {
    name: config.name,
    kind: 'console',
    maxStories: 1000,
    async send(message) {
      const head = message.stories.length === 1 ? [] : [paint('bold', templates.subject(message, 500))];
      const note = noteOf(message, 1000);
      const stories = message.stories.map((story) => storyText(message, story));
      const above = [...head, ...(note === undefined ? [] : [paint('dim', note)])];
      const text = `${[...above, stories.join('\n\n')].join('\n')}\n\n`;
      const error = await new Promise<Error | undefined>((resolve) => {
        stream.write(text, (failure) => resolve(failure ?? undefined));
      });
      return error === undefined
        ? { status: 'delivered', answer: 'written' }
        : { status: 'retry', reason: `cannot write: ${error.message}` };
    },
    async close() {
      stream.off('error', ignore);
    },
  };
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
    `  ${paint('dim', view.source)}`,
    ...view.passages.flatMap(({ pieces, reasons }) => [
      ...(pieces.length === 0 ? [] : [`  “${pieces.map(show).join('')}”`]),
      ...reasons.map((reason) => `  ${paint('dim', reason)}`),
    ]),
    ...(view.link === undefined ? [] : [`  ${view.link}`]),
    ...(view.storyLink === undefined ? [] : [`  ${paint('dim', `Story: ${view.storyLink}`)}`]),
  ];
}
