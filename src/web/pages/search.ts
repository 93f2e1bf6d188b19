import { z } from 'zod';
import { stringify } from 'yaml';
import { languageName } from '../../core/messages/phrases.ts';
import { webLink } from '../../core/messages/plain-text.ts';
import { snippet } from '../../core/search/snippet.ts';
import { removeSearch, savedSearches, saveSearch } from '../../io/store/people/saved-searches.ts';
import type { FoundArticle } from '../../io/store/search/search.ts';
import type { FilterChoices } from '../../io/store/stories/story-list.ts';
import { normalSearch, search, searchText, type SearchQuery, searchQuery } from '../search/article-search.ts';
import type { EntityName } from '../../core/entities/entity-names.ts';
import { getEntityNames } from '../search/entity-names.ts';
import { getFilterChoices } from '../search/filter-choices.ts';
import { type Html, html, verbatim } from '../html.ts';
import { csrfField } from '../layout.ts';
import { idParams } from '../row-id.ts';
import { warmLexicon } from '../search/lexicon.ts';
import { routeOfSearch } from '../search/search-route.ts';
import { route, type Visitor, type WebRoute } from '../route.ts';
import { unknownFilters, unknownNotice } from '../search/unknown-filters.ts';
import * as fields from '../views/filter-fields.ts';
import { marked } from '../views/marked.ts';
import { sampleTag, select, time, topicTag, withQuery } from '../views/parts.ts';

const SHOWN = 20;
const SNIPPET = 320;

/** `/search`: all stored articles, whether a topic matched or not. */
export const searchRoutes: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/search',
    access: 'reader',
    about: 'Searches everything stored',
    query: searchQuery,
    handle: async ({ service, visitor, query }) => {
      const { db } = service.store;
      const { sort: _sort, ...given } = query;
      const asked = Object.values(given).some((value) => value !== undefined);
      if (!asked) warmLexicon(service.config);
      const [choices, names, saved, result] = await Promise.all([
        getFilterChoices(db),
        getEntityNames(service.config.entities),
        savedSearches(db, visitor.id),
        asked ? search(service, query, { limit: SHOWN, reader: visitor.id }) : undefined,
      ]);
      const unknown = result?.articles.length === 0 ? await unknownFilters(service, query) : [];
      const words = wordsToMark(result?.wanted ?? '', result?.meanings ?? []);
      const body = html`<h1>Search</h1>
${form(query, choices, names)}
<p class="dim"><a href="${withQuery('/articles.jsonl', { topic: query.topic, since: query.since })}">Download the stored articles</a> (JSON Lines${query.topic === undefined ? '' : ', of this topic'}${query.since === undefined ? '' : ', read since then'})</p>
${saved.length === 0 ? undefined : html`<p class="row">Saved: ${saved.map(({ id, name, query }) => html`<span class="tag"><a href="/search?${query}">${name}</a> <form method="post" action="/searches/${id}/remove">${csrfField(visitor)}<button class="plain" aria-label="Forget ${name}">×</button></form></span>`)}</p>`}
${
  result === undefined
    ? undefined
    : html`${result.meanings.map(({ name }) => html`<p class="dim">Also what means <strong>${name}</strong> in other words and languages. <a href="${withQuery('/search', query, { exact: 'yes', after: undefined })}">Only these words</a></p>`)}
${result.articles.length === 0 ? html`${unknownNotice('/search', query, unknown)}<p class="notice">Nothing that is stored has this.</p>` : result.articles.map((article) => found(article, words))}
${result.next === null ? undefined : html`<p><a class="button quiet" rel="next" href="${withQuery('/search', query, { after: result.next })}">Older</a></p>`}
${keep(query, visitor)}`
}`;
      return {
        kind: 'page',
        title: query.q === undefined ? 'Search' : `${query.q} – search`,
        section: 'Search',
        body,
      };
    },
  }),
  route({
    method: 'POST',
    path: '/searches',
    access: 'reader',
    about: 'Keeps a search under a name',
    body: z.object({ name: z.string().trim().min(1).max(80), query: z.string().max(2_000) }),
    handle: async ({ service, visitor, body }) => {
      const text = normalSearch(body.query);
      if (text === undefined) return { kind: 'problem', status: 422, title: 'That is no search of ours' };
      await saveSearch(service.store.db, { reader: visitor.id, name: body.name, query: text }, new Date());
      return { kind: 'redirect', to: `/search?${text}` };
    },
  }),
  route({
    method: 'POST',
    path: '/searches/:id/remove',
    access: 'reader',
    about: 'Forgets a search',
    params: idParams,
    handle: async ({ service, visitor, params }) =>
      (await removeSearch(service.store.db, visitor.id, params.id))
        ? { kind: 'redirect', to: '/search' }
        : { kind: 'problem', status: 404, title: 'There is no such search' },
  }),
];

/** The words of the query and their synonyms, to be marked in results. */
function wordsToMark(wanted: string, meanings: readonly { readonly terms: readonly string[] }[]): string[] {
  const own = wanted
    .split(/[\s"]+/)
    .filter((word) => word !== 'OR' && (word.length > 2 || !/^[\w]+$/.test(word)));
  return [...own, ...meanings.flatMap(({ terms }) => terms)].slice(0, 300);
}

function form(query: SearchQuery, choices: FilterChoices, names: readonly EntityName[]): Html {
  return html`<form method="get" action="/search" role="search"><div class="fields">
<label class="wide">Words<input type="search" name="q" value="${query.q ?? ''}" placeholder="export licence, 海关, &quot;in a row&quot;, -not" autocomplete="off"></label>
${fields.topicField(choices, query.topic)}
${fields.stanceField(query.stance)}
${fields.levelField('possible', query.level)}
${fields.languageField(choices, query.language)}
${fields.outletField(choices, query.outlet)}
${fields.countryField(names, query.country)}
<label>Names<input name="entity" value="${query.entity ?? ''}" placeholder="company or chip" autocomplete="off"></label>
${select('sort', 'Sort by', [{ value: 'relevance', label: 'what fits best' }], query.sort === 'latest' ? undefined : query.sort, 'time')}
${fields.sinceField(['1d', '7d', '30d', '365d'], query.since, 'all')}
${fields.stateField(query.state)}
<label><span><input type="checkbox" name="exact" value="yes"${query.exact === undefined ? undefined : html` checked`}>Only these words</span></label>
<div class="row"><button>Search</button></div></div></form>`;
}

function found(article: FoundArticle, words: readonly string[]): Html {
  const link = webLink(article.url);
  const title = snippet(article.title, words, 300);
  return html`<article><div class="tags">${sampleTag(article.sample)}${article.topics.map(({ topic, label, level }) => topicTag({ id: topic, label: level === 'possible' ? `${label} (possible)` : label, possible: level === 'possible' }))}</div>
<h2 lang="${article.language_tag}" dir="auto">${link === undefined ? title.map(marked) : html`<a href="${link}" rel="noopener noreferrer">${title.map(marked)}</a>`}</h2>
<p class="dim">${article.outlet} · ${languageName(article.language_tag)} · ${time(article.reported_at)} · ${article.story_id === null ? html`<a href="/why?address=${encodeURIComponent(article.url)}">no story: why?<span class="hidden"> ${article.title}</span></a>` : html`<a href="/stories/${article.story_id}">its story<span class="hidden">: ${article.title}</span></a>`}</p>
<p lang="${article.language_tag}" dir="auto">${snippet(article.beginning, words, SNIPPET).map(marked)}</p></article>`;
}

/** The form that saves a search. Also shows YAML of a route with the same filters, as far as a route has them. */
function keep(query: SearchQuery, visitor: Visitor): Html {
  const text = searchText(query);
  const lines = stringify([routeOfSearch(query, 'from-search', 'terminal')]);
  return html`<details class="filters"><summary>Keep this search</summary>
<form method="post" action="/searches" class="row">${csrfField(visitor)}<input type="hidden" name="query" value="${text}"><label>Name <input name="name" required maxlength="80"></label><button class="quiet">Keep</button></form>
<h3>As a route</h3><p>A route sends what matches a topic. These lines under <code>routes:</code> in the configuration send what this search filters by${query.q === undefined ? '' : '; its words would have to become a topic'}:</p><pre>${verbatim(lines)}</pre><p><a href="${withQuery('/routes', { topic: query.topic, language: query.language, outlet: query.outlet, level: query.level })}">See what it would have sent</a></p></details>`;
}
