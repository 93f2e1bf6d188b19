import { z } from 'zod';
import { count, languageName } from '../../core/messages/phrases.ts';
import { webLink } from '../../core/messages/plain-text.ts';
import { whyStored } from '../../core/messages/topic-facts.ts';
import { summariseStory, type TimelineEntry } from '../../core/stories/summarise-story.ts';
import type { AlertTrace } from '../../core/why/trace.ts';
import { marksOf } from '../../io/store/stories/story-marks.ts';
import { judgementsOf } from '../../io/store/articles/judgements.ts';
import { articleGists } from '../../pipeline/stories/article-gists.ts';
import { entitiesOf, fullReport, type FullReport } from '../../io/store/stories/story-page.ts';
import { topicLabels } from '../../io/store/stories/story-list.ts';
import { getStory } from '../../io/store/stories/stories.ts';
import { articlesFrom } from '../../io/store/stories/story-splits.ts';
import { reportsOf } from '../../io/store/stories/story-reports.ts';
import { alertsOf } from '../../io/store/why.ts';
import { headlineLanguages, isIn } from '../search/headline-languages.ts';
import { type Html, html } from '../html.ts';
import { idParams, rowId } from '../row-id.ts';
import { mayAccess, route, type WebRoute } from '../route.ts';
import { notice, sampleTag, time } from '../views/parts.ts';
import { reportText, reportTitle } from '../views/report-text.ts';
import { judging, markForm, rearranging, silencing } from '../views/story-actions.ts';
import { storyTopics } from '../views/story-row.ts';

/** `/stories/:id`: the reports of a story, and chipwatch's decisions on it. */
export const storyPage: WebRoute = route({
  method: 'GET',
  path: '/stories/:id',
  access: 'reader',
  about: 'One story: its reports, the passages that matched, entities, alerts',
  params: idParams,
  query: z.object({
    report: rowId.optional(),
    /** Numbers of stories that were merged into this one just now. */
    merged: z
      .string()
      .max(500)
      .regex(/^\d{1,18}(?:,\d{1,18})*$/, 'numbers of stories')
      .optional(),
  }),
  handle: async ({ service, visitor, params: { id }, query, request }) => {
    const { db } = service.store;
    const story = await getStory(db, id);
    if (story === undefined) return { kind: 'problem', status: 404, title: `There is no story ${id}` };
    if (story.merged_into !== null)
      return { kind: 'redirect', to: `/stories/${story.merged_into}`, status: 301 };
    const [reports, entities, alerts, judgements, marks, labels] = await Promise.all([
      reportsOf(db, id),
      entitiesOf(db, id, 24),
      alertsOf(db, { storyId: id }),
      judgementsOf(db, id),
      marksOf(db, visitor.id, id),
      topicLabels(db),
    ]);
    const gists = await articleGists(
      db,
      reports.map(({ articleId }) => articleId),
      service.config.web.language,
    );
    const summary = summariseStory(reports);
    const wanted =
      reports.find(({ articleId }) => articleId === query.report) ??
      reports.find(({ topics }) => topics.length > 0) ??
      reports[0];
    const full = wanted === undefined ? undefined : await fullReport(db, wanted.articleId);
    const languages = await headlineLanguages(db, visitor, request.headers['accept-language']);
    const headline =
      languages
        .map((wanted) => reports.find(({ language }) => isIn(language, wanted)))
        .find((report) => report !== undefined) ?? reports.find(({ title }) => title === story.title);
    const mayAct = mayAccess(visitor.role, 'analyst');
    const came = await articlesFrom(db, id, mayAct ? (query.merged?.split(',') ?? []) : []);
    const body = html`${came.size === 0 ? undefined : mergedNotice(came.size)}<div class="tags">${sampleTag(story.sample)}${storyTopics(story, labels)}</div>
<h1 lang="${headline?.language ?? 'und'}" dir="auto">${headline?.title ?? story.title}</h1>
<p class="dim">${count(summary?.articleCount ?? 0, 'report')} · ${count(story.outlets.length, 'outlet')} · ${story.languages.map(languageName).join(', ')} · first ${time(story.first_report_at)} · latest ${time(story.last_report_at)}</p>
<div class="row" data-actions>${markForm(id, visitor, marks)}</div>
${mayAct ? judging(story, labels, judgements, visitor) : undefined}
<h2>Timeline</h2>
<table class="cards"><thead><tr><th>When</th><th>Outlet</th><th>Report</th><th>What it added</th></tr></thead>
<tbody>${(summary?.timeline ?? []).map((entry) => timelineRow(id, entry, labels, full?.id, gists.get(entry.article.articleId)))}</tbody></table>
${full === undefined ? undefined : reportSection(full)}
${named(entities)}
${alertedBy(alerts)}
${mayAct ? html`${silencing(story, visitor)}${rearranging(story, reports, visitor, came)}` : undefined}
<p><a href="/why?address=${id}">Why: every decision on this story</a></p>`;
    return { kind: 'page', title: headline?.title ?? story.title, section: 'Stories', body };
  },
});

/** Says after a merge what happened, and how it is undone. */
function mergedNotice(reports: number): Html {
  return notice(
    `Merged: ${count(reports, 'report')} came into this story, and the old address leads here. To undo it, press “Take them into a story of their own” below, where they are ticked. They become a new story with a new number; the old address still leads here.`,
    'good',
  );
}

function timelineRow(
  storyId: string,
  { at, article, news }: TimelineEntry,
  labels: ReadonlyMap<string, string>,
  shown: string | undefined,
  gist: string | undefined,
): Html {
  const link = webLink(article.url);
  const added = news.map((one) => {
    const language = /^first in (.+)$/.exec(one)?.[1];
    if (language !== undefined) return `first in ${languageName(language)}`;
    const words = one.split(' ').map((word) => labels.get(word) ?? word);
    return words.join(' ');
  });
  return html`<tr><td class="when" data-label="When">${time(at)}</td><td data-label="Outlet">${article.outlet}, ${languageName(article.language)}</td>
<td><span lang="${article.language}" dir="auto">${link === undefined ? article.title : html`<a href="${link}" rel="noopener noreferrer">${article.title}</a>`}</span>${gist === undefined ? undefined : html`<br><span class="gist">${gist}</span>`} ${
    article.articleId === shown
      ? undefined
      : html`<a href="/stories/${storyId}?report=${article.articleId}#text">Text<span class="hidden"> of ${article.title}</span></a>`
  } <a href="/why?address=${encodeURIComponent(article.url)}">Why<span class="hidden">: ${article.title}</span></a></td><td data-label="Added">${added.join('; ') || 'the same again'}</td></tr>`;
}

function reportSection(report: FullReport): Html {
  return html`<h2 id="text" lang="${report.language_tag}" dir="auto">${reportTitle(report)}</h2>
<p class="dim">${report.outlet}${report.authors.length > 0 ? ` · ${report.authors.join(', ')}` : ''} · ${languageName(report.language_tag)} · ${time(report.reported_at)}${report.via === 'feed' ? ' · the feed’s own words' : ''}</p>
${report.matches.length === 0 ? undefined : html`<ul class="dim">${report.matches.map((match) => html`<li>Why ${match.label}: ${whyStored(match)}</li>`)}</ul>`}
${reportText(report)}`;
}

function named(entities: Awaited<ReturnType<typeof entitiesOf>>): Html | undefined {
  if (entities.length === 0) return undefined;
  return html`<h2>Named in the reports</h2><div class="tags">${entities.map(
    ({ id, name, kind, count }) =>
      html`<a class="tag" href="/?${kind === 'country' ? 'country' : 'entity'}=${encodeURIComponent(id)}">${name} <span class="dim">${count}</span></a>`,
  )}</div>`;
}

function alertedBy(alerts: readonly AlertTrace[]): Html {
  if (alerts.length === 0) return html`<h2>Alerts</h2><p class="dim">Nobody was alerted.</p>`;
  return html`<h2>Alerts</h2><ul class="plain">${alerts.map(
    (alert) =>
      html`<li>${time(alert.at)} · route ${alert.route}${alert.reason === null ? '' : ` · ${alert.reason}`}${
        alert.hiddenBy === undefined
          ? undefined
          : html` · hidden by <a href="/silences">silence ${alert.hiddenBy.id}</a>: ${alert.hiddenBy.reason}`
      }${alert.deliveries.map(
        ({ channel, state, answer, refused, deliveredAt, dueAt, heldFor }) =>
          html`<br><span class="dim">${channel}: ${
            state === 'delivered'
              ? html`delivered ${refused === null ? '' : 'in part '}${time(deliveredAt)}`
              : state === 'dead'
                ? html`<span class="bad">not delivered</span>`
                : html`waits until ${time(dueAt)}${heldFor === null ? '' : ` (${heldFor})`}`
          }${answer === null ? '' : ` · answer: ${answer}`}</span>`,
      )}</li>`,
  )}</ul>`;
}
