import { count } from '../../core/messages/phrases.ts';
import { diffLines } from '../../core/topics/fit/diff-lines.ts';
import type { FitReport } from '../../core/topics/fit/fit-report.ts';
import type { LanguageSuggestions } from '../../pipeline/topics/suggest-terms.ts';
import type { WorkOutcome } from '../archive/work-outcome.ts';
import { type Html, html, verbatim } from '../html.ts';
import { csrfField } from '../layout.ts';
import { mayAccess, type Visitor } from '../route.ts';
import { changesView, triedView, warningsView } from './lab.ts';
import { notice } from './parts.ts';

/** Warnings on the page; `topics check` prints all. */
const MOST_WARNINGS = 500;

/**
 * The result of work on the archive. `bases` has the hash of each file of weights as it was when it was read; empty for
 * a new file.
 */
export function outcomeView(
  outcome: WorkOutcome,
  { visitor, bases }: { readonly visitor: Visitor; readonly bases: ReadonlyMap<string, string> },
): Html {
  switch (outcome.status) {
    case 'failed':
      return notice(outcome.message, 'bad');
    case 'suggested':
      return suggestedView(outcome.languages);
    case 'fitted':
      return fittedView(outcome, visitor, bases);
    case 'reapplied':
      return reappliedView(outcome, visitor);
    case 'imported':
      return importedView(outcome);
    case 'checked':
      return warningsView(outcome.warnings, MOST_WARNINGS);
  }
}

function suggestedView(languages: readonly LanguageSuggestions[]): Html {
  if (languages.length === 0) return notice('There are no near misses among these articles.');
  return html`${languages.map(
    ({ language, nearMisses, others, terms }) =>
      html`<h2>${language}</h2><p class="dim">${count(nearMisses, 'near miss')}, ${count(others, 'other article')}</p>${
        terms.length === 0
          ? html`<p>No word stands out.</p>`
          : html`<table class="cards"><thead><tr><th>Word</th><th class="number">Near misses</th><th class="number">Others</th><th>For example</th></tr></thead><tbody>${terms.map(
              ({ term, near, other, examples }) =>
                html`<tr><td dir="auto"><strong>${term}</strong></td><td class="number" data-label="Near misses">${near}</td><td class="number" data-label="Others">${other}</td><td class="words" dir="auto" data-label="For example">${examples[0]?.title}</td></tr>`,
            )}</tbody></table>`
      }`,
  )}<p class="dim">A word becomes a term in a file of concepts: <a href="/topics">the topics</a>. Try the change there before it is saved.</p>`;
}

function fittedView(
  { fitted, tried }: Extract<WorkOutcome, { status: 'fitted' }>,
  visitor: Visitor,
  bases: ReadonlyMap<string, string>,
): Html {
  return html`${fitted.files.map(({ topic, file, before, after }) => {
    const changed = diffLines(before, after);
    return html`${triedView(tried, after, file)}<h2>Before and after</h2>${qualityView(fitted.report, topic)}
<details><summary>${count(changed.length, 'line')} of ${file} would change</summary><pre>${verbatim(changed.join('\n'))}</pre></details>
${
  changed.length > 0 && mayAccess(visitor.role, 'owner')
    ? html`<form method="post" action="/topics/save" class="row">${csrfField(visitor)}<input type="hidden" name="file" value="${file}"><input type="hidden" name="base" value="${bases.get(file) ?? ''}"><textarea name="source" hidden>
${verbatim(after)}</textarea><label>What was changed <input name="note" minlength="3" maxlength="300" required value="weights fitted anew"></label><button>Save these weights</button></form>`
    : undefined
}`;
  })}`;
}

function qualityView({ figures }: FitReport, topic: string): Html {
  const sources = [...new Set(figures.map(({ source }) => source))];
  const shown = (source: string, judged: FitReport['figures'][number]['judged']) => {
    const found = figures.find(
      (one) => one.source === source && one.judged === judged && one.level === 'sure',
    );
    const score = found?.scores[topic];
    return `${percent(score?.precision)} / ${percent(score?.recall)}`;
  };
  return html`<table class="cards"><caption>Precision / recall of sure matches. The new weights are shown on texts that they were not fitted to</caption><thead><tr><th>Source</th><th class="number">Texts</th><th class="number">Now</th><th class="number">New</th><th class="number">New, source left out</th></tr></thead><tbody>${sources.map(
    (source) =>
      html`<tr><td>${source}</td><td class="number" data-label="Texts">${figures.find((one) => one.source === source)?.items ?? 0}</td><td class="number" data-label="Now">${shown(source, 'now')}</td><td class="number" data-label="New">${shown(source, 'unseen')}</td><td class="number" data-label="New, source left out">${shown(source, 'leftOut')}</td></tr>`,
  )}</tbody></table>`;
}

function percent(value: number | undefined): string {
  return value === undefined ? '–' : `${Math.round(100 * value)} %`;
}

function reappliedView({ done, how }: Extract<WorkOutcome, { status: 'reapplied' }>, visitor: Visitor): Html {
  const { articles, unreadable, skipped, refreshed, topics, alerts } = done;
  return html`<section class="notice" role="status"><p>${count(articles, 'article')} classified again${how.dry ? '; nothing was stored' : ''}.${unreadable === 0 ? '' : ` ${unreadable} could not be classified in time.`}${skipped === 0 ? '' : ` ${skipped} were read again meanwhile and left alone.`}</p>
<table class="cards"><thead><tr><th>Topic</th><th class="number">Gained</th><th class="number">Lost</th><th class="number">Other stance</th><th class="number">Other confidence</th></tr></thead><tbody>${topics.map(
    ({ topic, articles: { gained, lost, stance, confidence } }) =>
      html`<tr><td>${topic}</td><td class="number" data-label="Gained">${gained}</td><td class="number" data-label="Lost">${lost}</td><td class="number" data-label="Other stance">${stance}</td><td class="number" data-label="Other confidence">${confidence}</td></tr>`,
  )}</tbody></table>
${refreshed === 0 ? undefined : html`<p>Of ${refreshed} more only the evidence ${how.dry ? 'would be' : 'was'} brought up to date.</p>`}
${how.dry ? undefined : html`<p>${how.alert ? `${count(alerts, 'alert')} written.` : 'Nobody was alerted.'}</p>`}
${changesView(done.changes, 'gained', 'Gained')}${changesView(done.changes, 'lost', 'Lost')}</section>
${
  how.dry && mayAccess(visitor.role, 'owner')
    ? html`<form method="post" action="/archive/reapply" class="row">${csrfField(visitor)}<input type="hidden" name="days" value="${how.days}"><label><span><input type="checkbox" name="alert" value="yes">Send new matches through the routes, as new articles</span></label><button>Apply the topics</button></form>`
    : undefined
}`;
}

function importedView({ stored, matched, refused }: Extract<WorkOutcome, { status: 'imported' }>): Html {
  return html`${notice(`${count(stored, 'article')} stored, ${matched} of them on a topic; ${count(refused.length, 'line')} refused.`, refused.length === 0 ? 'good' : 'bad')}${
    refused.length === 0
      ? undefined
      : html`<ul>${refused.slice(0, 50).map(({ line, message }) => html`<li>Line ${line}: ${message}</li>`)}</ul>`
  }`;
}
