/** Concepts that the classifier itself looks for, if they are defined. */
export const FURNITURE = 'page-furniture';
export const NEGATION_BEFORE = 'negation-before';
export const NEGATION_AFTER = 'negation-after';

/** Where its terms stand, words of a stance mean something else: a permit that must be had is no easing. */
export const STANCE_EXCEPTION = 'stance-exception';

/** Its terms say by date or verb that a measure begins to hold: it was signed, it takes effect on Monday. */
export const TAKES_EFFECT = 'takes-effect';
/** Those of the above that no rule needs to name. */
export const OWN_CONCEPTS: readonly string[] = [
  FURNITURE,
  NEGATION_AFTER,
  NEGATION_BEFORE,
  STANCE_EXCEPTION,
  TAKES_EFFECT,
];
