import { allTopics } from '../../core/stories/story-state.ts';
import type { ReportedArticle } from '../../core/stories/summarise-story.ts';
import type { SignedJudgement } from '../../io/store/articles/judgements.ts';
import type { StoryRow } from '../../io/store/stories/stories.ts';
import { type Html, html } from '../html.ts';
import { csrfField } from '../layout.ts';
import type { Visitor } from '../route.ts';
import { time } from './parts.ts';

/** Asks whether the story is about each of its topics, and shows earlier judgements. */
export function judging(
  story: StoryRow,
  labels: ReadonlyMap<string, string>,
  judgements: readonly SignedJudgement[],
  visitor: Visitor,
): Html {
  const topics = allTopics(story.state);
  if (topics.length === 0) return html``;
  const chosen = topics.length === 1 ? topics[0] : undefined;
  return html`<details class="filters"${judgements.length > 0 ? html` open` : undefined}><summary>Is it relevant?</summary>
${judgements.map(
  ({ topic, relevant, because, reader, name, at }) =>
    html`<p class="dim">${labels.get(topic) ?? topic}: <strong>${relevant ? 'relevant' : 'not relevant'}</strong>${because === '' ? '' : `, because ${because}`} · ${reader === visitor.id ? 'you' : name} · ${time(at)}</p>`,
)}
<form method="post" action="/stories/${story.id}/judgements"><div class="fields">${csrfField(visitor)}
${
  chosen === undefined
    ? html`<label>Topic<select name="topic">${topics.map((id) => html`<option value="${id}">${labels.get(id) ?? id}</option>`)}</select></label>`
    : html`<input type="hidden" name="topic" value="${chosen}">`
}
<label>Because<input name="because" maxlength="500" placeholder="for “not relevant”: why" autocomplete="off"></label>
<div class="row"><button class="quiet" name="relevant" value="yes">Relevant</button><button class="quiet" name="relevant" value="no">Not relevant</button></div></div></form></details>`;
}

/** The visitor's judgement of a story, and a form for it. Used in lists. */
export function rowJudging(
  { id, state }: Pick<StoryRow, 'id' | 'state'>,
  labels: ReadonlyMap<string, string>,
  judged: readonly Pick<SignedJudgement, 'topic' | 'relevant'>[],
  visitor: Visitor,
): Html | undefined {
  const topics = allTopics(state);
  if (topics.length === 0) return undefined;
  const said = judged.map(
    ({ topic, relevant }) =>
      `${topics.length === 1 ? '' : `${labels.get(topic) ?? topic}: `}${relevant ? 'relevant' : 'not relevant'}`,
  );
  return html`<details class="judge"><summary>${said.length === 0 ? 'Relevant?' : said.join('; ')}</summary><form method="post" action="/stories/${id}/judgements" data-quiet class="row">${csrfField(visitor)}${
    topics.length === 1
      ? html`<input type="hidden" name="topic" value="${topics[0]}">`
      : html`<select name="topic" aria-label="About">${topics.map((topic) => html`<option value="${topic}">${labels.get(topic) ?? topic}</option>`)}</select>`
  }<button class="quiet" name="relevant" value="yes" formnovalidate>Relevant</button><input name="because" required maxlength="500" aria-label="Not relevant, because" placeholder="because …" autocomplete="off"><button class="quiet" name="relevant" value="no">Not relevant</button></form></details>`;
}

/** Buttons that set or remove the marks read and starred. They work without a script, too. */
export function markForm(
  id: string,
  visitor: Visitor,
  marks: { readonly starred: boolean; readonly read: boolean },
): Html {
  const button = (mark: 'read' | 'starred', key: string, label: string) =>
    html`<button class="quiet" name="${mark}" value="${marks[mark] ? 'no' : 'yes'}" data-key="${key}" aria-pressed="${marks[mark] ? 'true' : 'false'}">${label}</button>`;
  return html`<form method="post" action="/stories/${id}/marks" data-quiet>${csrfField(visitor)}${button('starred', 'star', '☆ Star')}${button('read', 'read', '✓ Read')}</form>`;
}

/** A form for a silence on this story, or on its topics and outlets. */
export function silencing(story: StoryRow, visitor: Visitor): Html {
  const [topic] = allTopics(story.state);
  return html`<details class="filters"><summary>Silence it</summary>
<form method="post" action="/silences"><div class="fields">${csrfField(visitor)}
<label>What<select name="of"><option value="story:${story.id}">this story</option>${topic === undefined ? undefined : html`<option value="topic:${topic}">all of ${topic}</option>`}${story.outlets.map((outlet) => html`<option value="outlet:${outlet}">all of ${outlet}</option>`)}</select></label>
<label>For<select name="for"><option value="12h">12 hours</option><option value="1d">a day</option><option value="3d" selected>3 days</option><option value="7d">a week</option><option value="30d">30 days</option></select></label>
<label>Reason<input name="reason" required minlength="3" maxlength="300" value="seen, no more of it"></label>
<div class="row"><button>Make the silence</button></div></div></form></details>`;
}

/**
 * Forms for merging and splitting, as in the commands. After a merge the reports that came by it are ticked, so that
 * one click takes them out again.
 */
export function rearranging(
  story: StoryRow,
  reports: readonly ReportedArticle[],
  visitor: Visitor,
  came: ReadonlySet<string>,
): Html {
  return html`<details class="filters"${came.size > 0 ? html` open` : undefined}><summary>Merge or split</summary>
<form method="post" action="/stories/${story.id}/merge"><div class="fields">${csrfField(visitor)}
<label>Numbers of stories that are the same event<input name="from" required pattern="[0-9 ,]+" inputmode="numeric" placeholder="17, 23"></label>
<div class="row"><button class="quiet">Merge them into this one</button></div></div></form>
${
  reports.length < 2
    ? undefined
    : html`<form method="post" action="/stories/${story.id}/split">${csrfField(visitor)}<fieldset><legend>Reports of another event</legend>${reports.map(
        ({ articleId, title, outlet, language }) =>
          html`<p><label><input type="checkbox" name="articles" value="${articleId}"${came.has(articleId) ? html` checked` : undefined}><span lang="${language}" dir="auto">${title}</span> (${outlet})</label></p>`,
      )}</fieldset><p><button class="quiet">Take them into a story of their own</button></p></form>`
}</details>`;
}
