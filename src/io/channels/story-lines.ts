import type { AlertMessage, StoryMessage, TopicMessage } from '../../core/alerts/message.ts';
import { plainLine } from './plain-text.ts';

/** The words of a story that most channels lay out alike. Plain and safe to show, not yet escaped. */

/** `[SAMPLE] `, `[TEST] ` or nothing: made-up news must never be taken for news. */
export function mark(message: AlertMessage, story: StoryMessage | undefined): string {
  const marks = [message.kind === 'test' ? '[TEST] ' : '', story?.sample === true ? '[SAMPLE] ' : ''];
  return marks.join('');
}

/** `Chip ban · in force`, topics joined by ` + `. */
export function topicsLine(story: StoryMessage): string {
  if (story.topics.length === 0) return 'Story';
  return story.topics.map(topicLine).join(' + ');
}

/** `Chip ban · in force` */
export function topicLine(topic: TopicMessage): string {
  return plainLine(topic.stance === undefined ? topic.label : `${topic.label} · ${topic.stance}`);
}

/** `Nikkei · Japanese · 22 Nov 2026, 07:01 UTC · now 7 outlets, 3 languages` */
export function sourceLine(story: StoryMessage): string {
  const published = story.published === undefined ? undefined : utcTime(story.published);
  return [story.outlet, story.languageName, published, story.reach]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => plainLine(part ?? ''))
    .join(' · ');
}

/** `Update: now in force`, for a story told before. */
export function developmentLine(story: StoryMessage): string | undefined {
  return story.development === undefined ? undefined : `Update: ${plainLine(story.development)}`;
}

/** `part 2 of 3`, for a digest in several messages. */
export function partLine(message: AlertMessage): string | undefined {
  return message.part === undefined ? undefined : `part ${message.part.number} of ${message.part.of}`;
}

/** What stands above several stories: subject and part. */
export function heading(message: AlertMessage): string {
  const part = partLine(message);
  return plainLine(part === undefined ? message.subject : `${message.subject} (${part})`);
}

/** `22 Nov 2026, 07:01 UTC`: no reader has to guess the zone or the order of day and month. */
export function utcTime(date: Date): string {
  const text = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(date);
  return `${text} UTC`;
}
