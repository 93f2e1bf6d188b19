import type { AlertMessage, StoryMessage } from './message.ts';
import { plainLine, webLink } from './plain-text.ts';
import { once } from '../words/once.ts';
import { excerpt, type Piece, shortLine } from '../words/shorten.ts';

/** How much of each part of a story is shown, in UTF-16 units of plain text (`passages`: number of sentences). */
export interface TextBudget {
  readonly title: number;
  /** Topics, source, development: one line each. */
  readonly line: number;
  readonly sentence: number;
  readonly why: number;
  readonly passages: number;
  /** Longer addresses are left out, because half an address leads nowhere or elsewhere. */
  readonly link: number;
}

export const FULL_BUDGET: TextBudget = {
  title: 300,
  line: 300,
  sentence: 900,
  why: 600,
  passages: 6,
  link: 2000,
};

export const LEAST_BUDGET: TextBudget = { title: 40, line: 30, sentence: 0, why: 0, passages: 0, link: 0 };

/** From everything down to little more than the title. */
export const BUDGETS: readonly TextBudget[] = [
  FULL_BUDGET,
  { title: 250, line: 200, sentence: 500, why: 300, passages: 3, link: 2000 },
  { title: 200, line: 150, sentence: 250, why: 160, passages: 2, link: 1000 },
  { title: 160, line: 120, sentence: 120, why: 100, passages: 1, link: 600 },
  { title: 120, line: 80, sentence: 80, why: 0, passages: 1, link: 400 },
  { title: 100, line: 60, sentence: 0, why: 0, passages: 0, link: 250 },
  { title: 70, line: 45, sentence: 0, why: 0, passages: 0, link: 120 },
  LEAST_BUDGET,
];

/** A story in words that are safe (`plainLine`) and short enough, not escaped. */
export interface StoryView {
  /** `[TEST]`, `[SAMPLE]` or empty: invented news must never be taken for news. */
  readonly marks: string;
  /** `Chip ban · in force + Customs check` */
  readonly topics: string;
  /** `Update: now in force`, for a story that had an alert already. */
  readonly development: string | undefined;
  readonly title: string;
  /** `China · customs · inspect · H20`, for a title in another language than the reader's. */
  readonly gist: string | undefined;
  /** `Denshi Shimbun · Japanese · 22 Nov 2026, 07:01 UTC · now 7 outlets, 3 languages` */
  readonly source: string;
  readonly passages: readonly PassageView[];
  readonly link: string | undefined;
  readonly storyLink: string | undefined;
}

/** A sentence that matched, with the reasons. Topics that matched in the same sentence share it. */
export interface PassageView {
  /** The sentence as in the source; empty when there is no room. */
  readonly pieces: readonly Piece[];
  /** `Why Chip ban: … + … in one sentence; confidence …`, a line for each topic; empty when there is no room. */
  readonly reasons: readonly string[];
}

/** A story as far as `room` allows. */
export function storyView(
  message: Pick<AlertMessage, 'kind'>,
  story: StoryMessage,
  room: TextBudget,
): StoryView {
  const published = story.published === undefined ? '' : utcTime(story.published);
  const source = [story.outlet, story.languageName, published, story.reach].map(plainLine);
  return {
    marks: marksOf(message, story),
    topics: shortLine(topicsLine(story), room.line) || 'Story',
    development:
      story.development === undefined ? undefined : shortLine(`Update: ${story.development}`, room.line),
    title: shortLine(story.title, room.title) || '(no title)',
    gist: story.gist === undefined ? undefined : shortLine(story.gist, room.line) || undefined,
    source: shortLine(source.filter(Boolean).join(' · '), room.line),
    passages: passagesOf(story, room),
    link: linkWithin(story.link, room.link),
    storyLink: linkWithin(story.storyUrl, room.link),
  };
}

/** The lines above the passages in plain text: topics with the development, title, gist, source. */
export function plainHead({ marks, topics, development, title, gist, source }: StoryView): string[] {
  const marked = [marks, topics].filter(Boolean).join(' ');
  return [
    development === undefined ? marked : `${marked} — ${development}`,
    title,
    ...(gist === undefined ? [] : [gist]),
    source,
  ];
}

function passagesOf(story: StoryMessage, room: TextBudget): PassageView[] {
  const bySentence = Map.groupBy(story.topics, (topic) => topic.sentence);
  return [...bySentence].slice(0, room.passages).map(([sentence, topics]) => {
    const terms = topics.flatMap((topic) => topic.terms);
    return {
      pieces: room.sentence === 0 ? [] : excerpt(sentence, terms, room.sentence),
      reasons:
        room.why === 0
          ? []
          : topics.map((topic) => `Why ${shortLine(topic.label, 60)}: ${shortLine(topic.why, room.why)}`),
    };
  });
}

/** The line above several stories, or above one with a note. */
export function heading(message: AlertMessage, max: number): string {
  const { part } = message;
  const number = part === undefined ? '' : ` (part ${part.number} of ${part.of})`;
  return `${shortLine(message.subject, max - number.length)}${number}`;
}

/** The note of the message, if any. */
export function noteOf(message: AlertMessage, max: number): string | undefined {
  return shortLine(message.note ?? '', max) || undefined;
}

/** `[TEST]`, `[SAMPLE]`, both or empty. */
function marksOf(message: Pick<AlertMessage, 'kind'>, story: StoryMessage): string {
  return [message.kind === 'test' ? '[TEST]' : '', story.sample ? '[SAMPLE]' : ''].filter(Boolean).join(' ');
}

/** `22 Nov 2026, 07:01 UTC`: unambiguous in zone and order. */
export function utcTime(date: Date): string {
  return `${timeFormat().format(date)} UTC`;
}

const timeFormat = once(
  () =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
);

function topicsLine(story: StoryMessage): string {
  if (story.topics.length === 0) return 'Story';
  return story.topics
    .map((topic) => (topic.stance === undefined ? topic.label : `${topic.label} · ${topic.stance}`))
    .join(' + ');
}

function linkWithin(address: string | undefined, max: number): string | undefined {
  const link = webLink(address);
  return link === undefined || link.length > max ? undefined : link;
}
