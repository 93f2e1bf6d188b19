import { ALL_LANGUAGES } from '../languages.ts';
import type { RuleEvidence } from '../scored-rules.ts';
import type { Topics } from '../topics.ts';
import { RULE_WORTH, gatherEvidence, scoreValue } from './evidence.ts';
import type { EvidenceSource } from './evidence-source.ts';
import { type FeatureTable, RowBuilder, type SparseRow } from './feature-table.ts';
import { rulesShape } from './shape.ts';
import { SHAPES } from './shape-names.ts';

/** The features of an article, or of a sentence, that are the same for all topics. */
export function listEvidence(source: EvidenceSource, topics: Topics, table: FeatureTable): SparseRow {
  const evidence = gatherEvidence(source, undefined);
  const { language } = evidence;
  const row = new RowBuilder();
  const names = [...topics.concepts, ...topics.families.names];
  for (const concept of evidence.present) {
    for (const kind of ['text', 'title', 'opening', 'many'] as const) {
      const value = evidence[kind][concept]!;
      if (value > 0) row.add(table.numberOf({ kind, concept: names[concept]! }), value);
    }
  }
  for (const [key, value] of evidence.pairs) row.add(table.numberOfPair('pair', key, names), value);
  for (const [key, value] of evidence.again) row.add(table.numberOfPair('again', key, names), value);
  if (language !== ALL_LANGUAGES) row.add(table.numberOf({ kind: 'language', id: language }), 1);
  for (const id of SHAPES)
    if (id !== 'rules') row.add(table.numberOf({ kind: 'shape', id }), evidence.shape[id]);
  row.add(table.numberOf({ kind: 'length' }), evidence.length);
  return row.row();
}

/** The features that one topic's rules add. */
export function listRules(found: RuleEvidence, threshold: number, table: FeatureTable): SparseRow {
  const row = new RowBuilder();
  for (const [id, value] of found.ruleWorth)
    row.add(table.numberOf({ kind: 'rule', id }), RULE_WORTH * value);
  for (const { id } of found.counters) row.add(table.numberOf({ kind: 'counter', id }), 1);
  row.add(table.numberOf({ kind: 'shape', id: 'rules' }), rulesShape(found.ruleWorth.size));
  row.add(table.numberOf({ kind: 'score' }), scoreValue(found, threshold));
  return row.row();
}
