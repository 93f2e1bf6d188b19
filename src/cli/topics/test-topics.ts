import { detectLanguage } from '../../core/language/detect-language.ts';
import { classify } from '../../core/topics/classify.ts';
import {
  type LabelledResult,
  type Measurement,
  measure,
  measureByLanguage,
} from '../../core/topics/measure-classifier.ts';
import type { Topics } from '../../core/topics/topics.ts';
import type { LabelledLine } from './read-labelled.ts';

/** The results of the rules on a labelled file. */
export interface TestReport {
  readonly topics: readonly string[];
  readonly total: Measurement;
  readonly languages: readonly [language: string, measurement: Measurement][];
  readonly wrong: readonly {
    readonly id: string;
    readonly title: string;
    readonly missed: readonly string[];
    readonly extra: readonly string[];
  }[];
}

/** Classifies every labelled item. */
export function testTopics(labelled: readonly LabelledLine[], topics: Topics, detect: boolean): TestReport {
  const ids = topics.topics.map((topic) => topic.id);
  const results: LabelledResult[] = [];
  const wrong: TestReport['wrong'][number][] = [];
  for (const { line, item } of labelled) {
    const language = detect ? detectLanguage(`${item.title}\n\n${item.body}`).language : item.lang;
    const found = classify({ title: item.title, text: item.body, language }, topics)
      .filter((match) => match.level === 'sure')
      .map((match) => match.topic);
    results.push({ language: item.lang, expected: item.topics, found });
    const missed = item.topics.filter((topic) => !found.includes(topic));
    const extra = found.filter((topic) => !item.topics.includes(topic));
    if (missed.length + extra.length > 0) {
      wrong.push({ id: item.id ?? `line ${line}`, title: item.title, missed, extra });
    }
  }
  return { topics: ids, total: measure(results, ids), languages: measureByLanguage(results, ids), wrong };
}
