/** Concepts that the classifier itself looks for, if they are defined. */
export const FURNITURE = 'page-furniture';
export const NEGATION_BEFORE = 'negation-before';
export const NEGATION_AFTER = 'negation-after';

/** Where its terms stand, words of a stance mean something else: a permit that must be had is no easing. */
export const STANCE_EXCEPTION = 'stance-exception';
