import { styleText } from 'node:util';
import { anyConceptInWords } from '../../core/messages/concept-words.ts';
import { groundInWords } from '../../core/messages/grounds-in-words.ts';
import { excerpt } from '../../core/words/shorten.ts';
import type { Explanation, RuleExplanation, TopicExplanation } from '../../core/topics/explain.ts';
import type { ClassifiableArticle, Ground, Passage } from '../../core/topics/match.ts';
import type { NearMiss } from '../../core/topics/near-miss.ts';
import { plain, print } from '../output.ts';

const RULES_WITHOUT_NEAR_MISS = 'the rest found less than that';

/** Prints an explanation rule by rule, the terms highlighted where the terminal shows it. */
export function printExplanation(article: ClassifiableArticle, { lexicon, topics }: Explanation): void {
  print(styleText('bold', plain(article.title)));
  print(`language ${article.language ?? 'und'}, lexicon ${lexicon}`);
  for (const topic of topics) printTopic(topic);
}

function printTopic(topic: TopicExplanation): void {
  print();
  const verdict = `${topic.topic}: ${topic.level ?? 'no'}, confidence ${topic.confidence} of 100`;
  print(topic.level === undefined ? styleText('bold', verdict) : styleText(['bold', 'green'], verdict));
  print(
    styleText(
      'dim',
      `  possible from ${topic.cuts.possible}, sure from ${topic.cuts.sure}; rules ${topic.score.toFixed(2)} of ${topic.threshold}`,
    ),
  );
  for (const group of topic.missingGuard)
    print(`  guard: the text names none of ${anyConceptInWords(group)}`);
  for (const rule of topic.rules) if (rule.passages.length > 0) printFired(rule);
  for (const { id, subtract } of topic.counters) print(`  - ${subtract}  counter-evidence: ${id}`);
  if (topic.decisive !== undefined) {
    print(styleText('dim', '  one sentence alone makes it likelier than the whole article:'));
    print(`    ${topic.decisive.field}: ${highlight(topic.decisive)}`);
  }
  printGrounds('fitted weights count for it:', topic.grounds.for);
  printGrounds('and against it:', topic.grounds.against);
  const missed = topic.rules.filter((rule) => rule.nearMiss !== undefined);
  if (missed.length > 0) print(styleText('dim', '  near misses:'));
  for (const rule of missed) printNearMiss(rule, rule.nearMiss!);
  const silent = topic.rules.filter((rule) => rule.passages.length === 0 && rule.nearMiss === undefined);
  if (missed.length > 0 && silent.length > 0) print(styleText('dim', `    ${RULES_WITHOUT_NEAR_MISS}`));
}

function printGrounds(title: string, grounds: readonly Ground[]): void {
  if (grounds.length === 0) return;
  print(styleText('dim', `  ${title}`));
  for (const ground of grounds)
    print(
      `    ${ground.adds > 0 ? '+' : '-'} ${Math.abs(ground.adds).toFixed(2)}  ${plain(groundInWords(ground))}`,
    );
}

function printFired({ id, weight, passages }: RuleExplanation): void {
  print(`  + ${weight}  ${styleText('cyan', id)}`);
  for (const passage of passages) {
    print(`      ${passage.field}: ${highlight(passage)}`);
    print(styleText('dim', `      ${termList(passage)}`));
  }
}

function printNearMiss({ id, weight }: RuleExplanation, { passage, missing, reason }: NearMiss): void {
  print(`    (${weight})  ${styleText('cyan', id)}`);
  print(`      ${passage.field}: ${highlight(passage)}`);
  print(styleText('dim', `      ${termList(passage)}`));
  for (const group of missing) print(styleText('yellow', `      lacks ${anyConceptInWords(group)}`));
  if (reason !== undefined) print(styleText('yellow', `      ${reason}`));
}

function termList({ terms }: Passage): string {
  return terms.map(({ concept, text }) => `${concept} “${plain(text)}”`).join(', ');
}

/** The passage on one line with its terms highlighted. */
function highlight({ text, start, terms }: Passage): string {
  const spans = terms.map((term) => ({ start: term.start - start, end: term.end - start }));
  return excerpt(text, spans, Number.POSITIVE_INFINITY)
    .map((piece) => (piece.term ? styleText(['bold', 'underline'], piece.text) : piece.text))
    .join('');
}
