import type { Piece } from '../core/messages/shorten.ts';
import { FULL_ROOM, storyView } from '../core/messages/story-view.ts';
import { type Html, html } from './html.ts';
import type { ShownAlert } from './latest-alerts.ts';
import { minute, sampleTag } from './parts.ts';

/** One alert as the pages show it. */
export function alertHtml({ at, story }: ShownAlert): Html {
  const view = storyView({ kind: 'alert' }, story, FULL_ROOM);
  return html`<article>
<div class="tags">${sampleTag(story.sample)}${story.topics.map((topic) => html`<span class="tag">${topic.label}${topic.stance === undefined ? '' : ` · ${topic.stance}`}</span>`)}${
    view.development === undefined ? undefined : html`<span class="tag update">${view.development}</span>`
  }</div>
<h2 lang="${story.language}" dir="auto">${view.link === undefined ? view.title : html`<a href="${view.link}" rel="noopener noreferrer">${view.title}</a>`}</h2>
<p class="dim">${story.outlet} · ${story.languageName} · ${minute(story.published ?? at)} UTC · <a href="/stories/${story.storyId}">${story.reach}</a></p>
${view.passages.map(({ pieces, reasons }) => html`<blockquote lang="${story.language}" dir="auto">${pieces.map(marked)}</blockquote>${reasons.map((reason) => html`<p class="dim">${reason}</p>`)}`)}
</article>`;
}

function marked({ text, term }: Piece): Html {
  return term ? html`<mark>${text}</mark>` : html`${text}`;
}
