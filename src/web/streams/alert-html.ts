import { FULL_BUDGET, storyView } from '../../core/messages/story-view.ts';
import { type Html, html } from '../html.ts';
import type { ShownAlert } from './latest-alerts.ts';
import { sampleTag, stanceTag, time, topicTag } from '../views/parts.ts';
import { marked } from '../views/marked.ts';

/** One alert as the pages show it. */
export function alertHtml({ at, story }: ShownAlert): Html {
  const view = storyView({ kind: 'alert' }, story, FULL_BUDGET);
  return html`<article>
<div class="tags">${sampleTag(story.sample)}${story.topics.map(({ id, label, level, stance }) => html`${topicTag({ id, label, possible: level === 'possible' })}${stanceTag(stance)}`)}${
    view.development === undefined ? undefined : html`<span class="tag update">${view.development}</span>`
  }</div>
<h2 lang="${story.language}" dir="auto">${view.link === undefined ? view.title : html`<a href="${view.link}" rel="noopener noreferrer">${view.title}</a>`}</h2>
${view.gist === undefined ? undefined : html`<p class="gist">${view.gist}</p>`}
<p class="dim">${story.outlet} · ${story.languageName} · ${time(story.published ?? at)} · alert ${time(at)} · <a href="/stories/${story.storyId}">${story.reach}</a></p>
${view.passages.map(({ pieces, reasons }) => html`<blockquote lang="${story.language}" dir="auto">${pieces.map(marked)}</blockquote>${reasons.map((reason) => html`<p class="dim">${reason}</p>`)}`)}
</article>`;
}
