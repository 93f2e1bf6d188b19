import type { Attributes } from './element-attributes.ts';
import type { Compound } from './style-selector.ts';

/** Classes of a page that its programs remove when they run. */
const BEFORE_PROGRAMS =
  /^\.(?:no-?js|no-?script|js-disabled|(?:is-|js-|page-|wf-|fonts-)?(?:pre)?load(?:ing)?|(?:is-)?ssr|(?:is-)?(?:not-?|un)(?:loaded|hydrated|ready|mounted|resolved)|(?:pre-?|un|de)hydrat(?:ed|ing|e)|v-cloak|ng-cloak|x-cloak|cloak(?:ed)?|fouc)$/i;

/** An element as selectors see it, with the boxes around it. */
export interface StyledElement {
  readonly name: string;
  /** Its classes with `.` and its id with `#`. */
  readonly names: readonly string[];
  readonly attributes: Attributes;
  /** The box around it; `isChild` says whether that is its parent. */
  readonly around: StyledBox | undefined;
  readonly isChild: boolean;
}

/** A box around an element, as selectors see it. */
export interface StyledBox {
  readonly name: string;
  readonly classes: string;
  /** Its classes with `.`. */
  readonly classNames: readonly string[];
  readonly id: string | undefined;
  readonly parent: StyledBox | undefined;
}

/** Whether a box matches one part of a selector. */
export function isLike(box: StyledBox, { element, names, attributes }: Compound): boolean {
  if (attributes.length > 0 || (element !== undefined && element !== box.name)) return false;
  for (const name of names) {
    const isOwn = name.startsWith('#')
      ? box.id !== undefined && name.length === box.id.length + 1 && name.endsWith(box.id)
      : box.classNames.includes(name) && !BEFORE_PROGRAMS.test(name);
    if (!isOwn) return false;
  }
  return true;
}
