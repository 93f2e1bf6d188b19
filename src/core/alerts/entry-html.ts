import type { StoryMessage, TopicMessage } from './message.ts';

/** A story as the HTML of a feed entry; safe, whatever its title and sentences hold. */
export function entryHtml(story: StoryMessage): string {
  const lang = `lang="${escapeMarkup(story.language)}" dir="auto"`;
  const head = [story.sample ? '[SAMPLE]' : '', topicsLine(story)].filter(Boolean).join(' ');
  const development = story.development === undefined ? '' : ` — Update: ${escapeMarkup(story.development)}`;
  const source = [story.outlet, story.languageName, story.reach].map(escapeMarkup).join(' · ');
  // Topics that rest on the same sentence share it.
  const passages = [...Map.groupBy(story.topics, (topic) => topic.sentence)];
  return [
    `<p><strong>${escapeMarkup(head)}</strong>${development}</p>`,
    `<p>${source}</p>`,
    ...passages.flatMap(([sentence, topics]) => [
      ...(sentence === '' ? [] : [`<blockquote ${lang}>${sentenceHtml(sentence, topics)}</blockquote>`]),
      ...topics.map(
        ({ label, why }) => `<p><small>Why ${escapeMarkup(label)}: ${escapeMarkup(why)}</small></p>`,
      ),
    ]),
    ...(story.storyUrl === undefined
      ? []
      : [`<p><a href="${escapeMarkup(story.storyUrl)}">The whole story</a></p>`]),
  ].join('\n');
}

/** `Chip ban, in force: title`, marked where it is made up. */
export function entryTitle(story: StoryMessage): string {
  const update = story.development === undefined ? '' : `Update (${story.development}): `;
  return readable(`${story.sample ? '[SAMPLE] ' : ''}${update}${topicsLine(story)}: ${story.title}`);
}

/** Only what a reader may follow. */
export function followable(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:\/\//i.test(address) && URL.canParse(address)
    ? new URL(address).href
    : undefined;
}

/** Safe in XML and HTML text and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return readable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Without what XML 1.0 forbids and what turns the text around it. */
function readable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g,
      '',
    );
}

function topicsLine(story: StoryMessage): string {
  if (story.topics.length === 0) return 'Story';
  return story.topics
    .map((topic) => (topic.stance === undefined ? topic.label : `${topic.label}, ${topic.stance}`))
    .join(' + ');
}

function sentenceHtml(sentence: string, topics: readonly TopicMessage[]): string {
  const terms = topics.flatMap((topic) => topic.terms);
  let html = '';
  let at = 0;
  for (const { start, end } of terms.sort((a, b) => a.start - b.start)) {
    // Terms of two rules may overlap: what is marked already is not marked again.
    if (end <= at || start >= end || end > sentence.length) continue;
    const from = Math.max(start, at);
    html += `${escapeMarkup(sentence.slice(at, from))}<mark>${escapeMarkup(sentence.slice(from, end))}</mark>`;
    at = end;
  }
  return html + escapeMarkup(sentence.slice(at));
}
