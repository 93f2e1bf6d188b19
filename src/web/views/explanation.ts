import { marked } from './marked.ts';
import { anyConceptInWords } from '../../core/messages/concept-words.ts';
import { groundInWords } from '../../core/messages/grounds-in-words.ts';
import { passageFacts } from '../../core/messages/passage-facts.ts';
import { termsFound } from '../../core/messages/phrases.ts';
import { excerpt } from '../../core/words/shorten.ts';
import type { RuleExplanation, TopicExplanation } from '../../core/topics/explain.ts';
import type { Ground, Passage } from '../../core/topics/match.ts';
import type { TextExplanation } from '../../pipeline/threads/explain-text.ts';
import { type Html, html } from '../html.ts';

/** The result of the rules for a text: each topic with the rules that fired, and those that nearly did. */
export function explanationView(
  { article, explanation }: TextExplanation,
  lab: ReadonlyMap<string, string>,
): Html {
  return html`<h2 dir="auto">${article.title}</h2><p class="dim">Language ${article.language ?? 'unknown'}, lexicon ${explanation.lexicon}</p>
<details><summary>The text that was read</summary>${article.text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p dir="auto">${line}</p>`)}</details>
${explanation.topics.map((topic) => topicView(topic, lab.get(topic.topic)))}`;
}

function topicView(topic: TopicExplanation, file: string | undefined): Html {
  const fired = topic.rules.filter(({ passages }) => passages.length > 0);
  const near = topic.rules.filter(({ nearMiss }) => nearMiss !== undefined);
  const verdict = topic.level === undefined ? 'no match' : `${topic.level} match`;
  return html`<h3>${topic.title}: <span class="${topic.level === undefined ? 'dim' : 'good'}">${verdict}</span>, confidence ${topic.confidence} of 100</h3>
<p class="dim">Possible from ${topic.cuts.possible}, sure from ${topic.cuts.sure}.${file === undefined ? undefined : html` <a href="/topics/${file}">Its rules</a>`}</p>
${topic.missingGuard.map((group) => html`<p>The text names none of ${anyConceptInWords(group)}: no rule is tried without one.</p>`)}
${topic.level !== undefined && fired.length === 0 && topic.decisive === undefined ? html`<p>No rule fired. What was found makes it likely taken together, by the weights that were fitted to labelled articles.</p>` : undefined}
${fired.map((rule) => html`<p>Fired: <strong>${rule.id}</strong> (${rule.weight})</p>${rule.passages.slice(0, 2).map(quote)}`)}
${topic.counters.map(({ id, subtract }) => html`<p>Against it: <strong>${id}</strong> (−${subtract})</p>`)}
${topic.decisive && html`<p>One sentence alone makes it likelier than the whole article:</p>${quote(topic.decisive)}`}
${weighed('What the fitted weights count for it', topic.grounds.for, fired.length === 0)}${weighed('What they count against it', topic.grounds.against, false)}
${near.length === 0 ? undefined : html`<details><summary>${near.length} near ${near.length === 1 ? 'miss' : 'misses'}</summary>${near.map((rule) => missView(rule, file))}</details>`}`;
}

/** What each ground adds to the log-odds, in a section that can be opened; `open` shows it opened. */
function weighed(title: string, grounds: readonly Ground[], open: boolean): Html | undefined {
  if (grounds.length === 0) return undefined;
  return html`<details${open ? html` open` : undefined}><summary>${title}</summary><ul>${grounds.map((ground) => html`<li>${groundInWords(ground)} <span class="dim">${ground.adds > 0 ? '+' : '−'}${Math.abs(ground.adds).toFixed(2)}</span></li>`)}</ul></details>`;
}

function missView({ id, weight, nearMiss }: RuleExplanation, file: string | undefined): Html {
  if (nearMiss === undefined) return html``;
  const { passage, missing, reason } = nearMiss;
  return html`<p><strong>${id}</strong> (${weight}) ${missing.map((group) => html`lacks ${anyConceptInWords(group)}. `)}${reason}${
    file === undefined
      ? undefined
      : html` <a class="button quiet" href="/topics/${file}?rule=${id}">Open the rule<span class="hidden"> ${id}</span></a>`
  }</p>${quote(passage)}`;
}

function quote(passage: Passage): Html {
  const facts = passageFacts(passage);
  return html`<blockquote dir="auto">${excerpt(facts.sentence, facts.terms, 600).map(marked)}</blockquote><p class="dim">${termsFound(facts)}</p>`;
}
