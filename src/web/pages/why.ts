import { z } from 'zod';
import { webLink } from '../../core/messages/plain-text.ts';
import type { ItemTrace, LedgerLine } from '../../core/why/trace.ts';
import { explainAddress, explainStory } from '../../pipeline/explain-item.ts';
import { explainParts } from '../../service/explain-parts.ts';
import { type Html, html } from '../html.ts';
import { route, type WebRoute } from '../route.ts';
import { sampleTag, time } from '../views/parts.ts';

/** `/why`: every decision on an article or a story, in order. */
export const whyPage: WebRoute = route({
  method: 'GET',
  path: '/why',
  access: 'reader',
  about: 'Says what became of an article or story, and why it did or did not alert',
  query: z.object({ address: z.string().trim().max(4_000).optional() }),
  handle: async ({ service, query: { address } }) => {
    const parts = explainParts(service);
    const form = html`<form method="get" action="/why" class="row"><label>Address of an article, or number of a story <input name="address" value="${address ?? ''}" required size="40" autocomplete="off"></label><button class="quiet">Why?</button></form>`;
    const page = (body: Html) =>
      ({ kind: 'page', title: 'Why', section: 'Stories', body: html`<h1>Why</h1>${form}${body}` }) as const;
    if (address === undefined) return page(html``);
    if (/^\d{1,18}$/.test(address)) {
      const story = await explainStory(parts, address);
      if (story === undefined) return page(html`<p class="notice bad">There is no story ${address}.</p>`);
      return page(html`<p class="notice">${story.conclusion}</p><h2>${sampleTag(story.sample)} <a href="/stories/${story.id}">${story.title}</a></h2>
${story.articles.map(
  ({ title, url, outlet, place }) =>
    html`<h3 dir="auto">${title}</h3><p class="dim">${outlet} · <a href="/why?address=${encodeURIComponent(url)}">why this report<span class="hidden">: ${title}</span></a></p>${place === undefined ? undefined : html`<p>It ${HOW[place.how]}${place.score === null ? '' : ` with a score of ${place.score.toFixed(1)}`}.</p><ul>${place.reasons.slice(0, 6).map(({ says, weight }) => html`<li>${says} (${weight > 0 ? '+' : ''}${weight.toFixed(1)})</li>`)}</ul>`}`,
)}
${routings(story.routings)}${history(story.history)}`);
    }
    const found = await explainAddress(parts, address);
    if (found.kind === 'unseen')
      return page(
        html`<p class="notice">${found.conclusion}</p>${found.feeds.length === 0 ? undefined : html`<ul>${found.feeds.map(({ url, status, lastError }) => html`<li>${url}: ${status}${lastError === null ? '' : `, ${lastError}`}</li>`)}</ul>`}`,
      );
    return page(html`<p class="notice">${found.conclusion}</p>${item(found)}`);
  },
});

const HOW = {
  opened: 'opened the story',
  joined: 'joined the story',
  'placed by a person': 'was put there by a person',
  'moved by later knowledge': 'was moved there by what came later,',
} as const;

function item(found: ItemTrace): Html {
  const { article, topics, story } = found;
  const link = webLink(article?.url);
  return html`${article === undefined ? undefined : html`<h2 lang="${article.languageTag}" dir="auto">${link === undefined ? article.title : html`<a href="${link}" rel="noopener noreferrer">${article.title}</a>`}</h2><p class="dim">${article.outlet} · read ${time(article.fetchedAt)} · text by ${article.via}${article.viaReason === null ? '' : ` (${article.viaReason})`} · ${article.characters} characters · ${article.languageTag}</p>`}
<h2>Seen in</h2><ul>${found.sightings.map(({ feed, firstSeenAt, state, outcome, backlog }) => html`<li>${feed.outlet}: first ${time(firstSeenAt)}, ${state}${outcome === null ? '' : `, ${outcome}`}${backlog ? ', too old for an alert' : ''}</li>`)}</ul>
${topics.length === 0 ? undefined : html`<h2>Topics</h2>${topics.map(({ topic, matched, today }) => html`<h3>${topic}</h3>${matched === undefined ? html`<p>It did not match.</p>` : html`<p>It matched: ${matched.level}, confidence ${matched.confidence}${matched.stance === null ? '' : `, ${matched.stance}`}; ${matched.by}.</p>`}${today === undefined ? undefined : html`<p class="dim">By the rules of today: ${today.level ?? 'no match'}, confidence ${today.confidence}; possible from ${today.needs} on.</p>${today.misses.length === 0 ? undefined : html`<ul>${today.misses.slice(0, 4).map((miss) => html`<li>${miss}</li>`)}</ul>`}`}`)}`}
${story === undefined ? undefined : html`<h2>Story</h2><p>It ${HOW[story.how]} <a href="/stories/${story.id}">${story.title}</a>${story.score === null ? '' : ` with a score of ${story.score.toFixed(1)}`}.</p><ul>${story.reasons.slice(0, 6).map(({ says, weight }) => html`<li>${says} (${weight > 0 ? '+' : ''}${weight.toFixed(1)})</li>`)}</ul>`}
${routings(found.routings)}${history(found.history)}`;
}

function routings(list: ItemTrace['routings']): Html | undefined {
  if (list.length === 0) return undefined;
  return html`<h2>Routes</h2><ul>${list.slice(-5).flatMap(({ at, verdicts }) => verdicts.map(({ route, sends, why }) => html`<li>${time(at)} · ${route}: ${sends ? 'sent' : 'not sent'}, ${why}</li>`))}</ul>`;
}

function history(lines: readonly LedgerLine[]): Html | undefined {
  if (lines.length === 0) return undefined;
  return html`<details><summary>Every step (${lines.length})</summary><ul>${lines.slice(-100).map(({ at, event, detail }) => html`<li>${time(at)} · ${event} <span class="dim">${JSON.stringify(detail).slice(0, 300)}</span></li>`)}</ul></details>`;
}
