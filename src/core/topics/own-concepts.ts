/** Concepts that the classifier itself uses, if they are defined. */
export const FURNITURE = 'page-furniture';
export const NEGATION_BEFORE = 'negation-before';
export const NEGATION_AFTER = 'negation-after';

/** Near its terms, words of a stance mean something else: a licence that is required is no easing. */
export const STANCE_EXCEPTION = 'stance-exception';

/** Its terms say by date or verb that a measure begins to apply: signed, takes effect on Monday. */
export const TAKES_EFFECT = 'takes-effect';

/** Their terms say by a verb that a measure that held ends or is suspended: lifts the ban, hands back control. */
export const MEASURE_ENDED: readonly string[] = ['measure-ended', 'takeover-undone'];

/** All of the above, which no rule needs to name. */
export const OWN_CONCEPTS: readonly string[] = [
  FURNITURE,
  NEGATION_AFTER,
  NEGATION_BEFORE,
  STANCE_EXCEPTION,
  TAKES_EFFECT,
  ...MEASURE_ENDED,
];
