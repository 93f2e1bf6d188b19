import { languageName } from '../../core/messages/phrases.ts';
import { LEXICON_KEYS } from '../../core/topics/languages.ts';
import { type Html, html } from '../html.ts';
import { csrfField } from '../layout.ts';
import { mayAccess, type Visitor } from '../route.ts';
import { type Choice, select } from './parts.ts';

const SPANS: readonly Choice[] = [
  { value: '7', label: 'last 7 days' },
  { value: '30', label: 'last 30 days' },
  { value: '90', label: 'last 90 days' },
  { value: '365', label: 'last year' },
  { value: '3650', label: 'last ten years' },
];

/** What the visitor may do with the archive; each piece of work has a form. */
export function archiveForms(visitor: Visitor, topics: readonly Choice[]): Html {
  return html`<h1>Archive</h1>
<h2>Download the articles</h2><p class="dim">JSON Lines, oldest first, as <code>chipwatch export</code> prints them.</p>
<form method="get" action="/articles.jsonl"><div class="fields">${select('topic', 'Topic', topics, undefined)}${select(
    'since',
    'Articles',
    SPANS.map(({ value, label }) => ({ value: `${value}d`, label })),
    undefined,
    'all',
  )}<label><span><input type="checkbox" name="matched" value="yes">Only those that match a topic</span></label><div class="row"><button class="quiet">Download</button></div></div></form>
${mayAccess(visitor.role, 'analyst') ? analysts(visitor, topics) : undefined}${mayAccess(visitor.role, 'owner') ? owners(visitor) : undefined}`;
}

function analysts(visitor: Visitor, topics: readonly Choice[]): Html {
  return html`<h2>Words that the topics may lack</h2><p class="dim">Words that near misses have more often than other articles, by language. A near miss is an article on which a topic is possible and none is sure.</p>
<form method="post" action="/archive/suggest"><div class="fields">${csrfField(visitor)}${span()}${select('topic', 'Near misses of', topics, undefined, 'any topic')}${select(
    'language',
    'Language',
    LEXICON_KEYS.map((value) => ({ value, label: languageName(value) })),
    undefined,
  )}<div class="row"><button class="quiet">Look for words</button></div></div></form>
<h2>Weights of a topic</h2><p class="dim">They are fitted to the labelled texts and to what people judged. You see them before and after, and what they would change, before anything is saved. It takes a minute or more. They are also fitted to labelled items of your own, if you give any: JSON Lines with <code>title</code>, <code>body</code>, <code>topics</code>, <code>lang</code>, 4 MB at most.</p>
<form method="post" action="/archive/fit"><div class="fields">${csrfField(visitor)}<label>Topic<select name="topic" required>${topics.map(({ value, label }) => html`<option value="${value}">${label}</option>`)}</select></label><label class="wide">Labelled items of your own, if any: choose the file or paste its lines<input type="file" accept=".jsonl,.ndjson,application/jsonl" data-into="labelled"><textarea id="labelled" name="labelled" rows="3" spellcheck="false"></textarea></label><div class="row"><button class="quiet">Fit its weights</button></div></div></form>`;
}

function owners(visitor: Visitor): Html {
  return html`<h2>Apply the topics again</h2><p class="dim">Stored articles were classified by the topics of their time. This says first what the present ones would change.</p>
<form method="post" action="/archive/reapply"><div class="fields">${csrfField(visitor)}<input type="hidden" name="dry" value="yes">${span()}<div class="row"><button class="quiet">What would change?</button></div></div></form>
<h2>Import articles</h2><p class="dim">JSON Lines with <code>url</code>, <code>title</code>, <code>text</code>, <code>outlet</code>, <code>published</code>, 4 MB at most. They are classified and stored; nobody is alerted. Larger files: <code>chipwatch import FILE</code>.</p>
<form method="post" action="/archive/import"><div class="fields">${csrfField(visitor)}<label class="wide">Choose the file or paste its lines<input type="file" accept=".jsonl,.ndjson,application/jsonl" data-into="lines"><textarea id="lines" name="lines" rows="4" required spellcheck="false"></textarea></label><div class="row"><button class="quiet">Import</button></div></div></form>
<h2>Backup</h2><p class="dim">The whole record as one file, with judgements, accounts and secrets of hubs: keep it safe. <code>chipwatch restore FILE</code> fills an empty database from it.</p>
<form method="post" action="/archive/backup">${csrfField(visitor)}<button class="quiet">Download a backup</button></form>`;
}

function span(): Html {
  return html`<label>Articles<select name="days">${SPANS.map(({ value, label }) => html`<option value="${value}"${value === '30' ? html` selected` : undefined}>${label}</option>`)}</select></label>`;
}
