import { escapeHtml } from './escape.ts';
import type { StoryMessage } from './message.ts';
import { plainLine } from './plain-text.ts';
import type { Piece } from '../words/shorten.ts';
import { FULL_BUDGET, storyView } from './story-view.ts';

/** A story as the HTML of a feed entry, with everything escaped. */
export function entryHtml(story: StoryMessage): string {
  const view = storyView({ kind: 'alert' }, story, FULL_BUDGET);
  const lang = `lang="${escapeHtml(plainLine(story.language))}" dir="auto"`;
  const head = [view.marks, view.topics].filter(Boolean).join(' ');
  const development = view.development === undefined ? '' : ` — ${escapeHtml(view.development)}`;
  return [
    `<p><strong>${escapeHtml(head)}</strong>${development}</p>`,
    ...(view.gist === undefined ? [] : [`<p>${escapeHtml(view.gist)}</p>`]),
    `<p>${escapeHtml(view.source)}</p>`,
    ...view.passages.flatMap(({ pieces, reasons }) => [
      ...(pieces.length === 0 ? [] : [`<blockquote ${lang}>${markedHtml(pieces)}</blockquote>`]),
      ...reasons.map((reason) => `<p><small>${escapeHtml(reason)}</small></p>`),
    ]),
    ...(view.storyLink === undefined
      ? []
      : [`<p><a href="${escapeHtml(view.storyLink)}">The whole story</a></p>`]),
  ].join('\n');
}

/** The title of an entry: `Chip ban, in force: title`, marked when it is sample data. */
export function entryTitle(story: StoryMessage): string {
  const view = storyView({ kind: 'alert' }, story, FULL_BUDGET);
  const update = story.development === undefined ? '' : `Update (${story.development}): `;
  return plainLine(
    `${view.marks === '' ? '' : `${view.marks} `}${update}${view.topics.replaceAll(' · ', ', ')}: ${view.title}`,
  );
}

/** A sentence with the matched terms in `<mark>`. */
export function markedHtml(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, term }) => (term ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text)))
    .join('');
}
