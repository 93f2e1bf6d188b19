/**
 * How the evidence is spread over an article. A digest or a long essay names the same concepts as a report, but in other
 * proportions.
 */
export const SHAPES = [
  /** How many sentences the text has. */
  'sentences',
  /** How many sentences the title has. Titles of digests have several. */
  'headlines',
  /** How many kinds of entities are named. */
  'entities',
  /** How many concepts the title has. */
  'title',
  /** How many concepts the sentence with most of them has, and how many families. */
  'concepts-together',
  'families-together',
  /** The share of the text's sentences without any concept. */
  'empty',
  /** How many rules of the topic fire. */
  'rules',
] as const;

export type Shape = (typeof SHAPES)[number];
