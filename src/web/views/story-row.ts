import { composeMessage } from '../../core/messages/compose-message.ts';
import type { StoryMessage } from '../../core/messages/message.ts';
import { count, languageName } from '../../core/messages/phrases.ts';
import { webLink } from '../../core/messages/plain-text.ts';
import { excerpt, type Piece } from '../../core/words/shorten.ts';
import { FULL_BUDGET, storyView } from '../../core/messages/story-view.ts';
import { topicFacts } from '../../core/messages/topic-facts.ts';
import type { Judgement } from '../../io/store/articles/judgements.ts';
import type { ListedReport, ListedStory } from '../../io/store/stories/story-list.ts';
import { isIn } from '../search/headline-languages.ts';
import { type Html, html } from '../html.ts';
import { mayAccess, type Visitor } from '../route.ts';
import { marked } from './marked.ts';
import { sampleTag, stanceTag, time, topicTag } from './parts.ts';
import { markForm, rowJudging } from './story-actions.ts';

interface Shown {
  readonly story: ListedStory;
  /** One report in each language. */
  readonly reports: readonly ListedReport[];
  readonly visitor: Visitor;
  /** The languages in which the reader wants headlines, in order of preference. */
  readonly languages: readonly string[];
  /** Labels of topics by their ids. */
  readonly labels: ReadonlyMap<string, string>;
  /** What the headline says, in the reader's language; only where it is in another. */
  readonly gist?: string | undefined;
  /** The visitor's judgements of the story. */
  readonly judged: readonly Pick<Judgement, 'topic' | 'relevant'>[];
}

/** One story of a list. */
export function storyRow({ story, reports, visitor, languages, labels, gist, judged }: Shown): Html {
  const first = reports.find((report) => report.matches.length > 0) ?? reports[0];
  const wanted = languages
    .map((language) => reports.find(({ language_tag: tag }) => isIn(tag, language)))
    .find((report) => report !== undefined);
  const headline = wanted ?? first;
  const evidence = wanted !== undefined && wanted.matches.length > 0 ? wanted : first;
  const isOther = first !== undefined && headline !== undefined && headline.id !== first.id;
  return html`<article>
<div data-story="${story.id}"${story.read_at === null ? undefined : html` class="seen"`}>
<div class="tags">${sampleTag(story.sample)}${storyTopics(story, labels)}</div>
<h2 lang="${headline?.language_tag ?? 'und'}" dir="auto"><a data-open href="/stories/${story.id}">${
    headline === undefined ? story.title : headlinePieces(headline).map(marked)
  }</a></h2>
${isOther ? html`<p class="original dim">Original: <span lang="${first.language_tag}" dir="auto">${first.title}</span></p>` : undefined}
${gist === undefined ? undefined : html`<p class="gist">${gist}</p>`}
<p class="dim">${sourceLink(headline)}${otherOutlets(story.outlets, headline?.outlet)} · ${story.languages.map(languageName).join(', ')} · <a href="/stories/${story.id}">${count(story.article_count, 'report')}, ${count(story.outlets.length, 'outlet')}</a> · latest ${time(story.last_report_at)}${
    story.alerted_at === null ? ' · no alert' : html` · alert ${time(story.alerted_at)}`
  }${story.score === null ? undefined : html` · confidence ${story.score} of 100`}</p>
${evidence === undefined ? undefined : passages(evidence)}
<div class="row">${markForm(story.id, visitor, { starred: story.starred_at !== null, read: story.read_at !== null })}${mayAccess(visitor.role, 'analyst') ? rowJudging(story, labels, judged, visitor) : undefined}</div>
</div>
</article>`;
}

/** The topics of a story, each with its stance if it has one. */
export function storyTopics(
  { state }: Pick<ListedStory, 'state'>,
  labels: ReadonlyMap<string, string>,
): readonly Html[] {
  const stances = new Map(state.stances.map(({ topic, stance }) => [topic, stance]));
  return [
    ...state.topics.flatMap((id) => [
      topicTag({ id, label: labels.get(id) ?? id }),
      stanceTag(stances.get(id)) ?? html``,
    ]),
    ...(state.possible ?? []).map((id) =>
      topicTag({ id, label: `${labels.get(id) ?? id} (possible)`, possible: true }),
    ),
  ];
}

/** Outlets named beside that of the headline; more are counted. */
const NAMED = 3;

function otherOutlets(outlets: readonly string[], shown: string | undefined): string {
  const others = outlets.filter((outlet) => outlet !== shown);
  if (others.length === 0) return '';
  const more = others.length - NAMED;
  return `, ${others.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function sourceLink(report: ListedReport | undefined): Html | undefined {
  if (report === undefined) return undefined;
  const link = webLink(report.url);
  return link === undefined
    ? html`${report.outlet}`
    : html`<a href="${link}" rel="noopener noreferrer">${report.outlet}</a>`;
}

function headlinePieces(report: ListedReport): readonly Piece[] {
  const terms = report.matches
    .flatMap(({ passages }) => passages)
    .filter(({ field }) => field === 'title')
    .flatMap(({ terms }) => terms);
  return excerpt(report.title, terms, FULL_BUDGET.title);
}

/** The passages that matched, with reasons. A passage that is the headline is not repeated. */
function passages(report: ListedReport): readonly Html[] {
  const { passages } = storyView({ kind: 'alert' }, messageOf(report), FULL_BUDGET);
  const title = letters(report.title);
  return passages.slice(0, 2).map(({ pieces, reasons }) => {
    const isTitle = letters(pieces.map(({ text }) => text).join('')) === title;
    return html`${isTitle ? undefined : html`<blockquote lang="${report.language_tag}" dir="auto">${pieces.map(marked)}</blockquote>`}${reasons.map((reason) => html`<p class="dim">${reason}</p>`)}`;
  });
}

function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

function messageOf(report: ListedReport): StoryMessage {
  const message = composeMessage({
    idempotencyKey: '',
    kind: 'alert',
    createdAt: report.reported_at,
    route: '',
    stories: [
      {
        alertId: '',
        storyId: report.story_id,
        storyUrl: undefined,
        title: report.title,
        link: report.url,
        outlet: report.outlet,
        published: report.reported_at,
        language: report.language_tag,
        topics: report.matches.map(topicFacts),
        entities: [],
        outletCount: 1,
        languages: [],
        development: undefined,
        sample: false,
      },
    ],
  });
  return message.stories[0] as StoryMessage;
}
