import { z } from 'zod';
import { ALL_LANGUAGES, LEXICON_KEYS } from './languages.ts';
import { ZONES } from './definition.ts';

const id = z.string().regex(/^[a-z][a-z0-9_-]*$/, 'expected lower-case letters, digits, - and _');
/** The name of a concept, possibly of the gazetteer: `entity:maker:cn`. */
const reference = z.string().regex(/^[a-z][a-z0-9_:-]*$/, 'expected lower-case letters, digits, -, _ and :');
const language = z.enum([ALL_LANGUAGES, ...LEXICON_KEYS]);
/** A list, or one string with terms separated by commas or line ends; `#` begins a comment. */
const terms = z.union([z.string(), z.array(z.string())]);
const group = z.union([reference.transform((concept) => [concept]), z.array(reference).min(1)]);
const concepts = z.array(reference).default([]);
const zones = z.array(z.enum(ZONES)).default([]);
const positive = z.number().positive().max(1000);

const lexicon = Object.fromEntries([ALL_LANGUAGES, ...LEXICON_KEYS].map((key) => [key, terms.optional()]));

const concept = z.strictObject({
  ...lexicon,
  about: z.string().optional(),
  except: z.strictObject(lexicon).default({}),
  near: z
    .array(
      z.strictObject({
        ...lexicon,
        terms: terms.optional(),
        language: language.default(ALL_LANGUAGES),
        concepts: z.array(reference).min(1),
        words: z.int().positive().max(200).default(12),
      }),
    )
    .default([]),
});

const rule = z.strictObject({
  id,
  about: z.string().optional(),
  weight: positive,
  within: z
    .union([
      z.enum(['sentence', 'paragraph']),
      z
        .string()
        .regex(/^\d{1,3} words$/, "expected a distance: '30 words'")
        .transform((text) => ({ words: Number.parseInt(text, 10) })),
    ])
    .default('sentence'),
  in: zones,
  all: z.array(group).min(1),
  any: concepts,
  with: z.array(group).default([]),
  none: concepts,
  opening: z.array(group).default([]),
  article: z.array(group).default([]),
  affirmed: concepts,
});

const counter = z.strictObject({
  id,
  about: z.string().optional(),
  any: z.array(reference).min(1),
  unless: concepts,
  subtract: positive,
  in: zones,
});

const percent = z.int().min(0).max(100);
const fit = z
  .strictObject({
    bias: z.number(),
    possible: percent,
    sure: percent,
    weights: z.record(z.string(), z.number()),
  })
  .refine(({ possible, sure }) => possible <= sure, {
    path: ['sure'],
    message: 'expected a number that is not below "possible"',
  });

/** One YAML file: shared concepts, or a topic with or without concepts of its own. */
export const topicFileSchema = z
  .strictObject({
    topic: id.optional(),
    title: z.string().min(1).optional(),
    about: z.string().optional(),
    threshold: positive.optional(),
    guard: z.array(group).default([]),
    rules: z.array(rule).optional(),
    counter: z.array(counter).default([]),
    stance: z
      .strictObject({
        proposed: concepts,
        'in force': concepts,
        eased: concepts,
        denied: concepts,
        evaded: concepts,
        implied: z.strictObject({ 'in force': concepts, evaded: concepts }).partial().optional(),
      })
      .partial()
      .optional(),
    /**
     * Names for what is used in many places: terms, written as `{name}` in a term, or concepts, written by name in a
     * rule.
     */
    groups: z.record(id, z.union([z.array(reference).min(1), z.strictObject(lexicon)])).default({}),
    /** Concepts of similar meaning: a weight fitted to the family counts for each of them. */
    families: z.record(id, z.array(reference).min(1)).default({}),
    concepts: z.record(id, concept).default({}),
    /** Results of `topics fit`, by topic. */
    fit: z.record(id, fit).default({}),
  })
  .superRefine((file, context) => {
    const missing = (['title', 'threshold', 'rules'] as const).filter((key) => file[key] === undefined);
    if (file.topic !== undefined) {
      for (const key of missing) {
        context.addIssue({
          code: 'custom',
          message: 'expected a value, as every topic has one',
          path: [key],
        });
      }
    } else if (missing.length < 3 || file.stance || file.guard.length > 0 || file.counter.length > 0) {
      context.addIssue({
        code: 'custom',
        message: 'expected the id of the topic that the rules of this file belong to',
        path: ['topic'],
      });
    }
  });

export type TopicFile = z.output<typeof topicFileSchema>;
