import { count } from '../../core/messages/phrases.ts';
import type { TopicWarning } from '../../core/topics/check-topics.ts';
import type { TopicVersion } from '../../io/store/topic-versions.ts';
import type { ChangedArticle } from '../../pipeline/topics/changed-articles.ts';
import type { Quality, TriedTopics, Trying } from '../../pipeline/topics/try-topics.ts';
import { type Html, html, verbatim } from '../html.ts';
import { csrfField } from '../layout.ts';
import { mayAccess, type Visitor } from '../route.ts';
import { time } from './parts.ts';

interface Editor {
  readonly visitor: Visitor;
  readonly file: string;
  readonly source: string;
  readonly base: string;
  readonly since?: string | undefined;
  readonly versions: readonly TopicVersion[];
  readonly rule: string | undefined;
}

/** The editor of a file: try, save, and previous versions. */
export function editor({ visitor, file, source, base, since = '30', versions, rule }: Editor): Html {
  const mayTry = mayAccess(visitor.role, 'analyst');
  const maySave = mayAccess(visitor.role, 'owner');
  const line = rule === undefined ? -1 : source.split('\n').findIndex((text) => text.includes(`id: ${rule}`));
  return html`${line < 0 ? undefined : html`<p class="notice">Rule <strong>${rule}</strong> begins in line ${line + 1}.</p>`}
<form method="post" action="/topics/try">${csrfField(visitor)}<input type="hidden" name="file" value="${file}"><input type="hidden" name="base" value="${base}">
<label>Rules<textarea class="code" name="source" rows="28" spellcheck="false" wrap="off"${mayTry ? undefined : html` readonly`}>
${verbatim(source)}</textarea></label>
${mayTry ? html`<div class="row"><label>Archive of the last <select name="since">${['7', '30', '90'].map((days) => html`<option value="${days}"${days === since ? html` selected` : undefined}>${days} days</option>`)}</select></label><button>Try it</button><button class="quiet" formaction="/topics/tidy">Put in order</button></div>` : undefined}
${maySave ? html`<div class="row"><label>What was changed <input name="note" maxlength="300" placeholder="for the others and for later"></label><button class="quiet" formaction="/topics/save">Save</button></div>` : undefined}</form>
<h2>Versions</h2>${versions.length === 0 ? html`<p class="dim">Nothing was changed from here yet.</p>` : html`<ul class="plain">${versions.map(({ id, who, note, at }) => html`<li>${time(at)} · ${who}: ${note} ${maySave ? html`<form method="post" action="/topics/rollback">${csrfField(visitor)}<button class="quiet" name="version" value="${id}">Back to before this<span class="hidden">: ${note}</span></button></form>` : undefined}</li>`)}</ul>`}`;
}

/** The result of a try: faults with their lines, or the effect of the change. */
export function triedView(trying: Trying, source: string, file: string): Html {
  if (trying.status === 'faulty') return faults(trying.message, source, file);
  const { diff, articles, labelled, judged, warnings } = trying.tried;
  return html`<section class="notice" role="status"><h2>What it would change</h2>
<p><strong>${count(diff.alerts.gained, 'story')}</strong> gained, <strong>${count(diff.alerts.lost, 'story')}</strong> lost, of ${diff.articles < articles ? `the newest ${diff.articles} of ` : ''}${count(articles, 'article')} in that time.</p>
${changesView(diff.changes, 'gained', 'Gained')}${changesView(diff.changes, 'lost', 'Lost')}
${qualities('On the labelled texts', labelled)}${qualities('On what people judged', judged)}${warnings.length === 0 ? undefined : warningsView(warnings, 20)}</section>`;
}

/** What is valid but probably not intended, with its lines. */
export function warningsView(warnings: readonly TopicWarning[], most: number): Html {
  if (warnings.length === 0) return html`<p>There is no warning about these files.</p>`;
  const more = warnings.length - most;
  return html`<h3>${count(warnings.length, 'warning')}</h3><ul>${warnings.slice(0, most).map(({ file, line, kind, message }) => html`<li><a href="/topics/${file}">${file}</a>, line ${line}: ${message} <span class="dim">${kind}</span></li>`)}</ul>${more > 0 ? html`<p class="dim">and ${more} more</p>` : undefined}`;
}

/** The articles that gain or lose a topic; undefined where there are none. */
export function changesView(
  changed: readonly ChangedArticle[],
  kind: 'gained' | 'lost',
  title: string,
): Html | undefined {
  const list = changed.filter((change) => change.kind === kind);
  if (list.length === 0) return undefined;
  return html`<h3>${title}</h3><ul>${list
    .slice(0, 20)
    .map(
      ({ title, language, outlet, topic, began, stopped }) =>
        html`<li><span lang="${language}" dir="auto">${title}</span> <span class="dim">${outlet} · ${topic} · ${[...began, ...stopped].join(', ')}</span></li>`,
    )}</ul>`;
}

function qualities(title: string, { before, after }: TriedTopics['judged']): Html | undefined {
  if (before.length + after.length === 0) return undefined;
  const topics = [...new Set([...before, ...after].map(({ topic }) => topic))];
  const cell = (list: readonly Quality[], topic: string) => {
    const one = list.find((quality) => quality.topic === topic);
    return one === undefined
      ? '–'
      : `${share(one.right, one.right + one.wrong)} / ${share(one.right, one.right + one.missed)}`;
  };
  return html`<h3>${title}</h3><table><caption>Precision / recall of sure matches</caption><thead><tr><th>Topic</th><th class="number">Now</th><th class="number">Changed</th></tr></thead><tbody>${topics.map((topic) => html`<tr><td>${topic}</td><td class="number">${cell(before, topic)}</td><td class="number">${cell(after, topic)}</td></tr>`)}</tbody></table>`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
}

/** Each fault with its line as it is in the source. */
function faults(message: string, source: string, file: string): Html {
  const lines = source.split('\n');
  return html`<section class="notice bad" role="alert"><h2>This cannot be used</h2><ul>${message
    .split('\n')
    .slice(0, 20)
    .map((fault) => {
      const [, where, line, text] = /^(.*?):(\d+)(?::\d+)?: (.*)$/.exec(fault) ?? [];
      if (where !== file || line === undefined) return html`<li>${fault}</li>`;
      return html`<li>Line ${line}: ${text}<pre>${lines
        .slice(Math.max(0, Number(line) - 2), Number(line) + 1)
        .map((shown, index) => verbatim(`${Math.max(1, Number(line) - 1) + index}  ${shown}\n`))}</pre></li>`;
    })}</ul></section>`;
}
