import { type MarkedSpan, markSpans } from '../../core/messages/mark-spans.ts';
import { passageFacts } from '../../core/messages/passage-facts.ts';
import { termsFound } from '../../core/messages/phrases.ts';
import type { TextField } from '../../core/topics/match.ts';
import type { FullReport } from '../../io/store/stories/story-page.ts';
import { type Html, html } from '../html.ts';
import { marked } from './marked.ts';

interface Noted extends MarkedSpan {
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

function marksIn(report: FullReport, field: TextField): { passages: Noted[]; terms: MarkedSpan[] } {
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

/** The part of a text that begins at `offset` of its field, with its marks. */
function pieces(
  text: string,
  offset: number,
  passages: readonly MarkedSpan[],
  terms: readonly MarkedSpan[],
): readonly Html[] {
  const here = (spans: readonly MarkedSpan[]) =>
    spans.map(({ start, end }) => ({ start: start - offset, end: end - offset }));
  return markSpans(text, here(terms), here(passages)).map(({ text: part, isTerm, isPassage }) => {
    if (isPassage && !isTerm) return html`<mark class="passage">${part}</mark>`;
    return marked({ text: part, term: isTerm });
  });
}
