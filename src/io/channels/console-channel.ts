import type { AlertMessage, StoryMessage, TopicMessage } from '../../core/alerts/message.ts';
import type { Channel } from './channel.ts';
import { plainLine, webLink } from './plain-text.ts';
import { excerpt, joinPieces, type Piece } from './shorten.ts';
import { developmentLine, heading, mark, sourceLine, topicLine } from './story-lines.ts';
import { compileTemplate, templateOf, type Templates } from './template.ts';

/** The part of a terminal or pipe that the channel needs. */
export interface TextStream {
  readonly isTTY?: boolean;
  write(text: string, done: (error?: Error | null) => void): boolean;
  on(event: 'error', listener: (error: Error) => void): unknown;
  off(event: 'error', listener: (error: Error) => void): unknown;
}

type Style = 'bold' | 'dim' | 'term' | 'sample';
const SGR: Record<Style, string> = { bold: '1', dim: '2', term: '1;33', sample: '7;35' };
const SENTENCE_MAX = 600;

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
  const template = config.template?.story === undefined ? undefined : compileTemplate(config.template.story);
  const storyText = (message: AlertMessage, story: StoryMessage) =>
    template === undefined
      ? storyLines(message, story, paint).join('\n')
      : template.render(templateOf(message, story), (value) => value);
  // A reader that went away (`chipwatch | head`) must not end the service; each write reports it as well.
  const ignore = () => {};
  stream.on('error', ignore);
  return {
    name: config.name,
    kind: 'console',
    maxStories: 1000,
    async send(message) {
      const parts = message.stories.map((story) => storyText(message, story));
      const several = message.stories.length !== 1;
      const head = several ? [`${mark(message, undefined)}${paint('bold', heading(message))}`] : [];
      const note = message.note === undefined ? [] : [paint('dim', `  ${plainLine(message.note)}`)];
      const text = `${[...head, ...note, ...parts].join('\n')}\n\n`;
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

function storyLines(
  message: AlertMessage,
  story: StoryMessage,
  paint: (style: Style, text: string) => string,
): string[] {
  const marks = mark(message, story).trim();
  const topics = story.topics.map((topic) => paint('bold', topicLine(topic))).join(' + ');
  const development = developmentLine(story);
  const link = webLink(story.link);
  const storyUrl = webLink(story.storyUrl);
  return [
    [marks === '' ? '' : paint('sample', marks), topics, development === undefined ? '' : `— ${development}`]
      .filter(Boolean)
      .join(' '),
    `  ${paint('bold', plainLine(story.title))}`,
    `  ${paint('dim', sourceLine(story))}`,
    ...story.topics.flatMap((topic) => topicLines(topic, paint)),
    ...(link === undefined ? [] : [`  ${link}`]),
    ...(storyUrl === undefined ? [] : [`  ${paint('dim', `Story: ${storyUrl}`)}`]),
  ];
}

function topicLines(topic: TopicMessage, paint: (style: Style, text: string) => string): string[] {
  const pieces = excerpt(topic.sentence, topic.terms, SENTENCE_MAX);
  const show = (piece: Piece) => (piece.term ? paint('term', piece.text) : piece.text);
  return [
    ...(joinPieces(pieces) === '' ? [] : [`  “${pieces.map(show).join('')}”`]),
    `  ${paint('dim', `Why ${plainLine(topic.label)}: ${plainLine(topic.why)}`)}`,
  ];
}
