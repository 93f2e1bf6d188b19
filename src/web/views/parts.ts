import { utcTime } from '../../core/messages/story-view.ts';
import { type Html, html } from '../html.ts';

/** The tag of sample data, so that it is never taken for news. */
export function sampleTag(sample: boolean): Html | undefined {
  return sample ? html`<span class="tag sample">[SAMPLE]</span>` : undefined;
}

/** An instant in UTC; the script converts it to the reader's time zone. */
export function time(date: Date | null | undefined): Html {
  if (date === null || date === undefined) return html`–`;
  return html`<time datetime="${date.toISOString()}" title="${utcTime(date)}">${utcTime(date)}</time>`;
}

/** The class that gives a topic the same colour on all pages. */
export function topicClass(id: string): string {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return `topic-${hash % 8}`;
}

export function topicTag(topic: {
  readonly id: string;
  readonly label: string;
  readonly possible?: boolean;
}): Html {
  return html`<span class="tag topic ${topicClass(topic.id)}${topic.possible === true ? ' possible' : ''}">${topic.label}</span>`;
}

export function stanceTag(stance: string | undefined | null): Html | undefined {
  if (stance === undefined || stance === null) return undefined;
  return html`<span class="tag stance stance-${stance.replaceAll(' ', '-')}">${stance}</span>`;
}

/** A URL as text. It may break after its punctuation, so that long ones fit. */
export function address(url: string): Html {
  const shown = url.replace(/^https?:\/\//, '');
  return html`<span title="${url}">${(shown.match(/[^/.?&=]+[/.?&=]*|[/.?&=]+/g) ?? []).map((part) => html`${part}<wbr>`)}</span>`;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A `<select>` with its label. */
export function select(
  name: string,
  label: string,
  choices: readonly Choice[],
  chosen: string | undefined,
  any = 'any',
): Html {
  // A value that is not among the latest ones must not be lost when the form is sent again.
  const isOther = chosen !== undefined && choices.every(({ value }) => value !== chosen);
  const listed = isOther ? [{ value: chosen, label: chosen }, ...choices] : choices;
  return html`<label>${label}<select name="${name}"><option value="">${any}</option>${listed.map(
    ({ value, label }) =>
      html`<option value="${value}"${value === chosen ? html` selected` : undefined}>${label}</option>`,
  )}</select></label>`;
}

export function notice(text: string, kind: 'good' | 'bad' | 'note' = 'note'): Html {
  return html`<div class="notice ${kind}" role="${kind === 'bad' ? 'alert' : 'status'}"><p>${text}</p></div>`;
}

/** The query string with some fields changed; undefined removes one. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, unknown>>,
  change: Readonly<Record<string, string | undefined>> = {},
): string {
  const fields = Object.entries({ ...query, ...change }).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  );
  const text = new URLSearchParams(fields).toString();
  return text === '' ? path : `${path}?${text}`;
}
