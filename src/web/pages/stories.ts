import { newestAlertIds } from '../../io/store/alerts.ts';
import { judgementsBy } from '../../io/store/articles/judgements.ts';
import type { ReaderLanguage } from '../../core/messages/gist-labels.ts';
import { gistOfReport } from '../../pipeline/stories/article-gists.ts';
import {
  type FilterChoices,
  findStories,
  labelsOf,
  type ListedReport,
  type ListedStory,
  listedReports,
} from '../../io/store/stories/story-list.ts';
import type { EntityName } from '../../core/entities/entity-names.ts';
import { getEntityNames } from '../search/entity-names.ts';
import { getFilterChoices } from '../search/filter-choices.ts';
import { headlineLanguages, isIn } from '../search/headline-languages.ts';
import { type Html, html } from '../html.ts';
import { route, type WebRoute } from '../route.ts';
import { decodePlace, encodePlace } from '../cursor.ts';
import { storyFilterOf, storyQuery, type StoryQuery } from '../search/story-query.ts';
import { unknownFilters, unknownNotice } from '../search/unknown-filters.ts';
import * as fields from '../views/filter-fields.ts';
import { select, withQuery } from '../views/parts.ts';
import { storyRow } from '../views/story-row.ts';

const SHOWN = 30;

/** `/`: the stories, latest first, updated live. */
export const storiesPage: WebRoute = route({
  method: 'GET',
  path: '/',
  access: 'reader',
  about: 'The stories, with what to filter them by',
  query: storyQuery,
  handle: async ({ service, visitor, query, request }) => {
    const { db } = service.store;
    const now = new Date();
    const entities = await getEntityNames(service.config.entities);
    // Before the list: an alert that comes in between is then sent to the page.
    const [newest] = await newestAlertIds(db, { limit: 1 });
    const [choices, languages, stories] = await Promise.all([
      getFilterChoices(db),
      headlineLanguages(service.store.db, visitor, request.headers['accept-language']),
      findStories(db, {
        filter: storyFilterOf(query, entities, now),
        order: query.sort,
        after: decodePlace(query.after, query.sort === 'score' ? 'integer' : 'time'),
        limit: SHOWN + 1,
        reader: visitor.id,
      }),
    ]);
    const shown = stories.slice(0, SHOWN);
    const ids = shown.map(({ id }) => id);
    const [reports, judgements] = await Promise.all([
      listedReports(db, ids),
      judgementsBy(db, visitor.id, ids),
    ]);
    const labels = labelsOf(choices.topics);
    const isFiltered = Object.keys(withoutDefaults(query)).length > 0;
    const unknown = isFiltered && shown.length === 0 ? await unknownFilters(service, query) : [];
    const judgedOf = Map.groupBy(judgements, ({ storyId }) => storyId);
    const reportsOf = Map.groupBy(reports, ({ story_id: id }) => id);
    const rows = shown.map((story) => {
      const own = reportsOf.get(story.id) ?? [];
      const gist = headlineGist(own, languages, service.config.web.language);
      const judged = judgedOf.get(story.id) ?? [];
      return storyRow({ story, reports: own, visitor, languages, labels, gist, judged });
    });
    const body = html`<div class="split"><h1>Stories</h1><p class="dim"><a href="/alerts.atom">Atom</a> · <a href="/help">Keys</a></p></div>
${filters(query, choices, entities)}
<div data-live="${newest ?? '0'}">${
      shown.length === 0
        ? isFiltered
          ? html`${unknownNotice('/', query, unknown)}<p class="notice">No story meets all of these. <a href="/">Show all stories</a></p>`
          : firstRun()
        : rows
    }${shown.some(({ sample }) => sample) && !isFiltered ? sampleHint() : undefined}</div>
${more(query, stories)}`;
    return { kind: 'page', title: 'Stories', section: 'Stories', body };
  },
});

/** The gist of the shown headline; none where it is in a language of the reader. */
function headlineGist(
  own: readonly ListedReport[],
  languages: readonly string[],
  reader: ReaderLanguage,
): string | undefined {
  if (own.some(({ language_tag: tag }) => languages.some((language) => isIn(tag, language))))
    return undefined;
  const first = own.find(({ matches }) => matches.length > 0);
  return first === undefined
    ? undefined
    : gistOfReport(
        { language: first.language_tag, entities: first.entities, matches: first.matches },
        reader,
      );
}

function withoutDefaults({ sort, ...rest }: StoryQuery): Record<string, unknown> {
  const { after: _after, ...asked } = rest;
  return Object.fromEntries(
    Object.entries({ ...asked, ...(sort === 'latest' ? {} : { sort }) }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

function filters(query: StoryQuery, choices: FilterChoices, entities: readonly EntityName[]): Html {
  const asked = Object.keys(withoutDefaults(query)).length;
  return html`<details class="filters"${asked > 0 ? html` open` : undefined}><summary>Filter and sort${asked > 0 ? ` (${asked})` : ''}</summary>
<form method="get" action="/"><div class="fields">
${fields.topicField(choices, query.topic)}
${fields.stanceField(query.stance)}
${fields.levelField('only possible', query.level)}
${fields.languageField(choices, query.language)}
${fields.outletField(choices, query.outlet)}
${fields.countryField(entities, query.country)}
<label>Names<input name="entity" value="${query.entity ?? ''}" placeholder="a company, chip, agency" autocomplete="off"></label>
${fields.sinceField(['1d', '7d', '30d', '90d'], query.since)}
${fields.stateField(query.state)}
${select(
  'sort',
  'Sort by',
  [
    { value: 'first', label: 'first report' },
    { value: 'score', label: 'confidence' },
  ],
  query.sort === 'latest' ? undefined : query.sort,
  'latest report',
)}
<div class="row wide"><button>Show</button> <a class="button quiet" href="/">Reset</a></div></div>
</form></details>`;
}

function more(query: StoryQuery, stories: readonly ListedStory[]): Html | undefined {
  const last = stories[SHOWN - 1];
  if (stories.length <= SHOWN || last === undefined) return undefined;
  return html`<p><a class="button quiet" rel="next" href="${withQuery('/', query, { after: encodePlace(last) })}">Older stories</a></p>`;
}

/** Shown before there is any story: what runs, and what to do next. */
function firstRun(): Html {
  return html`<section class="notice"><h2>No stories yet</h2>
<p>chipwatch is running: feeds are being polled, and what they bring is read as it comes. The first stories appear here by themselves. <a href="/feeds">See how the feeds fare</a>.</p>
${nextSteps()}</section>`;
}

function sampleHint(): Html {
  return html`<section class="notice"><h2>About this list</h2>
<p>Stories marked [SAMPLE] come from a recorded, made-up outlet that ships with chipwatch, so that there is something to see at once. Take <code>sample:</code> out of the configuration to be rid of it.</p>
${nextSteps()}</section>`;
}

function nextSteps(): Html {
  return html`<ol><li><a href="/feeds">Add the feeds</a> that your desk reads.</li><li><a href="/topics">Look at the topics</a>: paste a text and see what the rules make of it.</li><li><a href="/routes">See which alerts go where</a>, and add your channel to <code>routes</code> in the configuration.</li></ol>`;
}
