import { compileTopics } from '../../../src/core/topics/compile-topics.ts';
import { parseTopicFiles } from '../../../src/core/topics/parse-topics.ts';
import type { Topics } from '../../../src/core/topics/topics.ts';

/** Compiles a topic file written in a test. */
export function compileYaml(...sources: string[]): Topics {
  return compileTopics(
    parseTopicFiles(sources.map((source, index) => ({ file: `file-${index + 1}.yaml`, source }))),
  );
}

/** A topic with the concepts that tests of rules need. */
export function topicWith(rules: string, others = ''): string {
  return `
topic: bans
title: Bans
threshold: 10
${others}
rules:
${rules.replace(/^\n/, '')}
concepts:
  chip: { en: "chip(s|), processor*", de: "*chip, *chips", except: { en: "potato chip(s|)" } }
  ban: { en: "ban(s|ned|)", fr: interdi* }
  state: { en: "Beijing, Washington" }
  patent: { en: patent* }
  maker: { '*': Nvidia }
  misspelt: { near: [{ terms: H2O, concepts: [maker], words: 5 }] }
  page-furniture: { en: "related:" }
  negation-before: { en: "not, no" }
  cue-denied: { en: "denies" }
`;
}
