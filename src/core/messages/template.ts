import { didYouMean } from '../words/nearest-word.ts';
import type { AlertMessage, StoryMessage } from './message.ts';
import { joinPieces, shortLine } from '../words/shorten.ts';
import { FULL_BUDGET, heading, type TextBudget, storyView, utcTime } from './story-view.ts';

/**
 * The parts of a message that a channel's configuration may replace. `story` is repeated for each story of a digest.
 */
export interface Templates {
  readonly subject?: string | undefined;
  readonly story?: string | undefined;
}

/** The variables of templates, with their meaning. */
export const TEMPLATE_VARIABLES = {
  mark: '`[TEST]` or `[SAMPLE]` for made-up news, else empty',
  kind: 'alert, update, digest, overflow, test or operations',
  route: 'name of the route',
  subject: 'the whole message in one line',
  topic: 'topics with their stance: `Chip ban · in force`',
  stance: 'stance of the strongest topic: proposed, in force, eased, denied, evaded, or empty',
  confidence: 'confidence in the strongest topic, 0 to 100',
  level: '`sure` or `possible`, for the strongest topic',
  title: 'title of the article',
  gist: 'what the title says, in the reader’s language: `China · customs · inspect · H20`; empty where the title is in it',
  outlet: 'name of the outlet',
  language: 'language of the article, in English',
  published: 'when it was published, UTC',
  sentence: 'the sentence that matched, as in the source',
  why: 'the concepts and words behind the match, and the confidence',
  link: 'address of the article',
  storyLink: 'address of the story page, empty without `web.publicUrl`',
  reach: '`1 outlet`, `now 7 outlets, 3 languages`',
  development: '`Update: now in force`, empty for a first alert',
  entities: 'organisations, chips, agencies and countries named',
} as const;

type TemplateVariable = keyof typeof TEMPLATE_VARIABLES;
const NAMES = Object.keys(TEMPLATE_VARIABLES);
type TemplateValues = Readonly<Record<TemplateVariable, string>>;

/** Makes a value safe in the channel's markup. */
type Escape = (value: string, name: TemplateVariable) => string;

export interface Template {
  /** Inserts the values, escaped by the channel; the template's own text stays as written. */
  render(values: TemplateValues, escape: Escape): string;
}

/** A template has an unknown variable or an unclosed tag. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

/**
 * Compiles a template: text with `{{variable}}`, and `{{#variable}}…{{/variable}}` around text that is shown only
 * when the variable is not empty. Nothing is executed.
 * @throws TemplateError naming what is unknown or not closed
 */
export function compileTemplate(source: string): Template {
  const nodes = parse(source);
  return { render: (values, escape) => renderNodes(nodes, values, escape) };
}

type Node =
  | { readonly text: string }
  | { readonly variable: TemplateVariable }
  | { readonly when: TemplateVariable; readonly nodes: Node[] };

function parse(source: string): Node[] {
  const root: Node[] = [];
  const open: { readonly name: TemplateVariable; readonly nodes: Node[] }[] = [];
  let nodes = root;
  let at = 0;
  for (const found of source.matchAll(/\{\{([^{}]*)\}\}/g)) {
    if (found.index > at) nodes.push({ text: source.slice(at, found.index) });
    at = found.index + found[0].length;
    const tag = (found[1] ?? '').trim();
    const name = known(tag.replace(/^[#/]\s*/, ''));
    if (tag.startsWith('#')) {
      const inner: Node[] = [];
      nodes.push({ when: name, nodes: inner });
      open.push({ name, nodes });
      nodes = inner;
    } else if (tag.startsWith('/')) {
      const last = open.pop();
      if (last?.name !== name) throw new TemplateError(`{{/${name}}} closes nothing that is open`);
      nodes = last.nodes;
    } else {
      nodes.push({ variable: name });
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) throw new TemplateError(`{{#${unclosed.name}}} is not closed`);
  if (source.indexOf('{{', at) >= 0) throw new TemplateError('a {{ has no }} behind it');
  if (at < source.length) nodes.push({ text: source.slice(at) });
  return root;
}

function known(name: string): TemplateVariable {
  if (Object.hasOwn(TEMPLATE_VARIABLES, name)) return name as TemplateVariable;
  throw new TemplateError(
    `unknown variable {{${name}}}${didYouMean(name, NAMES) || `; known: ${NAMES.join(', ')}`}`,
  );
}

function renderNodes(nodes: readonly Node[], values: TemplateValues, escape: Escape): string {
  return nodes
    .map((node) => {
      if ('text' in node) return node.text;
      if ('variable' in node) return escape(values[node.variable], node.variable);
      return values[node.when] === '' ? '' : renderNodes(node.nodes, values, escape);
    })
    .join('');
}

/** The values for one story: safe, short enough, not escaped. */
function valuesOf(message: AlertMessage, story: StoryMessage, room: TextBudget): TemplateValues {
  const view = storyView(message, story, room);
  const strongest = story.topics[0];
  return {
    mark: view.marks,
    kind: message.kind,
    route: shortLine(message.route, room.line),
    subject: heading(message, room.title),
    topic: view.topics,
    stance: strongest?.stance ?? '',
    confidence: strongest?.confidence.toString() ?? '',
    level: strongest?.level ?? '',
    title: view.title,
    gist: view.gist ?? '',
    outlet: shortLine(story.outlet, room.line),
    language: story.languageName,
    published: story.published === undefined ? '' : utcTime(story.published),
    sentence: joinPieces(view.passages[0]?.pieces ?? []),
    why: shortLine(strongest?.why ?? '', room.why),
    link: view.link ?? '',
    storyLink: view.storyLink ?? '',
    reach: shortLine(story.reach, room.line),
    development: view.development ?? '',
    entities: shortLine(story.entities.join(', '), room.line),
  };
}

/** A channel's compiled templates; where one is missing, the channel's own layout is used. */
export interface ChannelTemplates {
  /** The story in the channel's markup; undefined without a template for it. */
  story(message: AlertMessage, story: StoryMessage, room: TextBudget, escape: Escape): string | undefined;
  /** The subject or title of the message as plain text in one line. */
  subject(message: AlertMessage, max: number): string;
}

/** For a channel without templates. */
export const NO_TEMPLATES: ChannelTemplates = {
  story: () => undefined,
  subject: heading,
};

/**
 * Compiles the templates of a channel's configuration.
 * @throws TemplateError naming what is unknown or not closed
 */
export function channelTemplates(templates: Templates | undefined): ChannelTemplates {
  const story = templates?.story === undefined ? undefined : compileTemplate(templates.story);
  const subject = templates?.subject === undefined ? undefined : compileTemplate(templates.subject);
  return {
    story: (message, of, room, escape) => story?.render(valuesOf(message, of, room), escape),
    subject(message, max) {
      const first = message.stories[0];
      if (subject === undefined || first === undefined) return heading(message, max);
      return shortLine(
        subject.render(valuesOf(message, first, FULL_BUDGET), (value) => value),
        max,
      );
    },
  };
}
