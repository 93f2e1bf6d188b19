import { createHash } from 'node:crypto';
import type { ConceptDefinition, TermDefinition, TopicDefinition, TopicDefinitions } from './definition.ts';
import { FAMILY_PREFIX } from './families.ts';
import { conceptsOf } from './fit/feature.ts';
import { OWN_CONCEPTS } from './own-concepts.ts';

/**
 * A hash of the topic's rules and of every concept they use. Comments, line numbers and other topics do not change
 * it.
 */
export function contentHash(topic: TopicDefinition, { concepts, families }: TopicDefinitions): string {
  const { file: _file, line: _line, stance, impliedStance, rules, counter, fit, ...rest } = topic;
  const used = new Set<string>(OWN_CONCEPTS);
  const lineless = <T extends { line: number }>({ line: _line, ...others }: T) => others;
  const unwritten = ({ written: _written, line: _line, reviewed: _reviewed, ...term }: TermDefinition) =>
    term;
  const content = {
    ...rest,
    rules: rules.map(lineless),
    counter: counter.map(lineless),
    stance: [...stance],
    ...(impliedStance.size === 0 ? {} : { impliedStance: [...impliedStance] }),
    ...(fit === undefined ? {} : { fit: [fit.bias, fit.cuts, [...fit.weights]] }),
  };
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      if (!concepts.has(value) || used.has(value)) return;
      used.add(value);
    } else if (typeof value === 'object' && value !== null) {
      for (const item of Object.values(value)) visit(item);
    }
  };
  visit(content);
  const named = fit === undefined ? [] : [...fit.weights.keys()].flatMap(conceptsOf);
  const kin = [...families].filter(([id]) => named.includes(`${FAMILY_PREFIX}${id}`));
  visit([named, kin]);
  for (const id of used) {
    for (const terms of concepts.get(id)?.terms.values() ?? []) {
      for (const term of terms) for (const near of term.near) used.add(near);
    }
  }
  const lexicons = [...used].sort().flatMap((id) => {
    const concept = concepts.get(id);
    if (concept === undefined) return [];
    const plain = (lexicon: ConceptDefinition['terms']) =>
      [...lexicon].map(([language, terms]) => [language, terms.map(unwritten)]);
    return [[id, plain(concept.terms), plain(concept.except)]];
  });
  return createHash('sha256')
    .update(JSON.stringify([content, kin, lexicons]))
    .digest('hex')
    .slice(0, 16);
}
