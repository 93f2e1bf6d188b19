import { passageFacts } from '../../core/messages/passage-facts.ts';
import { termsFound } from '../../core/messages/phrases.ts';
import type { TextField } from '../../core/topics/match.ts';
import type { FullReport } from '../../io/store/story-page.ts';
import { type Html, html } from '../html.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Noted extends Span {
  /** Why this passage matched, in words. */
  readonly note: string;
}

/** The whole text of a report, with terms marked and the reasons beside the passages. */
export function reportText(report: FullReport): Html {
  const fields: readonly [TextField, string][] = [
    ['lead', report.lead ?? ''],
    ['text', report.text],
  ];
  return html`<div class="text" lang="${report.language_tag}" dir="auto">${fields.map(([field, text]) =>
    text === '' || (field === 'lead' && report.text.startsWith(text))
      ? undefined
      : fieldText(report, field, text),
  )}</div>`;
}

/** The title, with its terms marked. */
export function reportTitle(report: FullReport): Html {
  const { passages, terms } = marksIn(report, 'title');
  return html`${pieces(report.title, 0, passages, terms)}`;
}

function fieldText(report: FullReport, field: TextField, text: string): Html {
  const { passages, terms } = marksIn(report, field);
  const paragraphs = [...text.matchAll(/[^\n]+/g)];
  return html`${paragraphs.map((found) => {
    const start = found.index;
    const end = start + found[0].length;
    const here = passages.filter((one) => one.start < end && one.end > start);
    // A passage over two paragraphs is explained after the second.
    const notes = [...new Set(here.filter((one) => one.end <= end).map(({ note }) => note))];
    return html`<p>${pieces(found[0], start, here, terms)}</p>${
      notes.length === 0
        ? undefined
        : html`<p class="beside" lang="en" dir="ltr">${notes.map((note, index) => html`${index > 0 ? html`<br>` : undefined}${note}`)}</p>`
    }`;
  })}`;
}

function marksIn(report: FullReport, field: TextField): { passages: Noted[]; terms: Span[] } {
  const found = report.matches.flatMap((match) =>
    match.passages.filter((passage) => passage.field === field).map((passage) => ({ match, passage })),
  );
  return {
    passages: found.map(({ match, passage }) => ({
      start: passage.start,
      end: passage.end,
      note: `${match.label}: ${termsFound(passageFacts(passage))}`,
    })),
    terms: found.flatMap(({ passage }) => passage.terms.map(({ start, end }) => ({ start, end }))),
  };
}

/** The part of a text that begins at `offset` of its field, cut where marks begin and end. */
function pieces(
  text: string,
  offset: number,
  passages: readonly Span[],
  terms: readonly Span[],
): readonly Html[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...passages, ...terms])
    for (const at of [start - offset, end - offset]) if (at > 0 && at < text.length) cuts.add(at);
  const sorted = [...cuts].sort((a, b) => a - b);
  const covers = (spans: readonly Span[], at: number) =>
    spans.some(({ start, end }) => start - offset <= at && end - offset > at);
  return sorted.slice(0, -1).map((at, index) => {
    const part = text.slice(at, sorted[index + 1]);
    if (covers(terms, at)) return html`<mark>${part}</mark>`;
    return covers(passages, at) ? html`<mark class="passage">${part}</mark>` : html`${part}`;
  });
}
