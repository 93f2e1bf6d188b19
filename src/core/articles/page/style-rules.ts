import type { Attributes } from './element-attributes.ts';
import {
  attributeKeys,
  type Compound,
  fits,
  specificityOf,
  keyOf,
  lastOf,
  selectorNames,
  elementOf,
  someName,
  parseSelector,
} from './style-selector.ts';
import { NameFilter } from './name-filter.ts';
import { Declarations, isImportant, shows } from './style-declarations.ts';
import { findHiding, readSheet, type When } from './style-sheet.ts';
import { isLike, type StyledBox, type StyledElement } from './styled-element.ts';
import { hidingOf, TextSizes } from './text-sizes.ts';
import type { Hiding } from './visibility.ts';

/** The length of all style sheets that are read, in UTF-16 units. */
const MAX_CSS = 250_000;
/** Limits on rules that are kept, on selectors of a rule, and on rules for one name. */
const MAX_RULES = 2_000;
const MAX_SELECTORS = 400;
const MAX_FOR_NAME = 100;
/** Selectors read in one page: nested rules, written out, are longer than their sheet. */
const MAX_READ = 20_000;
/** Limits on the boxes checked around an element, and on comparisons of selector parts in one page. */
const MAX_UP = 60;
const MAX_STEPS = 500_000;

/** States that a reader's action causes. A box shown by such a rule is opened by something on the page. */
const ACT = /:(?:checked|target|hover|focus|active|open)|\[open\]/;
interface Rule {
  /** From right to left. */
  readonly compounds: readonly Compound[];
  readonly declarations: Declarations;
  readonly specificity: number;
  /** Position among the rules: of two rules of equal specificity the later one wins. */
  readonly order: number;
}

/**
 * Which elements the style sheets of a page hide, by name, class, id or attribute, also within other boxes. An
 * element that is shown on some screens, or by a reader's action, counts as visible. Time is linear in the length of
 * the sheets.
 */
export class StyleRules {
  /** By the name, class, id or attribute in their last compound. */
  private readonly rules = new Map<string, Rule[]>();
  /** Selectors of rules that may hide something, by the same keys. Most pages have no element that matches one. */
  private readonly hidden = new Map<string, (readonly Compound[])[]>();
  private readonly hiddenNames = new NameFilter();
  /** Sheets whose rules are parsed only when an element may be hidden. */
  private unread: { readonly css: string; readonly when: When }[] = [];
  /** Keys of elements that are shown on some screens or by a reader's action. */
  private readonly shown = new Set<string>();
  private hasIds = false;
  private length = 0;
  private count = 0;
  private steps = 0;
  /** Counters for the limits on selectors. */
  private searched = 0;
  private declared = 0;
  private hasAttributes = false;
  /** The attributes by which rules that hide are stored. */
  private readonly hidingAttributes: string[] = [];
  /** Attributes that rules test. */
  readonly asked = new Set<string>();
  /** By the same keys: how many sheets there were with the last rule that hides. */
  private readonly lastHidden = new Map<string, number>();
  private readonly sizes = new TextSizes();
  private sheets = 0;

  /** Grows with each rule that hides something. */
  get version(): number {
    return this.hidden.size;
  }

  get sheetCount(): number {
    return this.sheets;
  }

  /** Whether a sheet after the first `sheets` may hide elements with these classes, wherever they are. */
  hidesSince(sheets: number, classes: readonly string[]): boolean {
    const isLike = ([own]: readonly Compound[]) => own!.names.every((name) => classes.includes(name));
    return classes.some(
      (name) => (this.lastHidden.get(name) ?? 0) > sheets && this.hidden.get(name)!.some(isLike),
    );
  }

  /** Whether a rule may hide elements with this name, class (`.name`) or id (`#name`). */
  hides(name: string): boolean {
    return this.hidden.has(name);
  }

  /** A first test of a list of classes, which need not be split for it. */
  mayHideClass(list: string): boolean {
    return this.hiddenNames.mayHaveClass(list);
  }

  /** Whether a rule may hide an element because of its id. */
  hidesById(id: string | undefined): boolean {
    return this.hasIds && id !== undefined && this.hidden.has(`#${id}`);
  }

  /** Whether a rule may hide an element because of one of its attributes. */
  hidesByAttribute(attributes: Attributes): boolean {
    for (const name of this.hidingAttributes)
      if (attributes[name] !== undefined && Object.hasOwn(attributes, name)) return true;
    return false;
  }

  /** Adds one sheet; `when` says when it applies. */
  read(css: string, when: When): void {
    this.length += css.length;
    if (this.length > MAX_CSS || when === 'never') return;
    this.unread.push({ css, when });
    this.sheets += 1;
    this.sizes.add(css);
    findHiding(css, when, (selectors, _body, holds) => {
      for (const selector of holds === 'always' ? selectors.split(',', MAX_SELECTORS) : []) {
        this.searched += 1;
        const compounds = parseSelector(selector.trim());
        if (compounds !== undefined) this.addHiding(compounds);
      }
      return this.hidden.size < MAX_RULES && this.searched < MAX_READ;
    });
  }

  /** Whether the sheets give an element letters that can be read. */
  isSized(element: string, names: readonly string[]): boolean {
    return this.sizes.isSized(element, names);
  }

  /** What the sheets do to an element. */
  hiding(element: StyledElement): Hiding {
    if (this.steps > MAX_STEPS) return undefined;
    if (!this.isHiddenByAny(element)) return undefined;
    this.readRules();
    if (element.names.some((name) => this.shown.has(name))) return undefined;
    const keys = this.keysOf(element);
    const holding = keys.flatMap((key) =>
      (this.rules.get(key) ?? []).filter((rule) => this.holds(rule.compounds, element)),
    );
    if (holding.length === 0) return undefined;
    const style = new Map<string, string>();
    for (const { declarations } of holding.sort(byForce))
      for (const [property, value] of declarations.values) {
        if (isImportant(value) || !isImportant(style.get(property) ?? '')) style.set(property, value);
      }
    return hidingOf(style);
  }

  /** The keys of the rules that may hold for an element. No rule is kept for an element's name that none hides. */
  private keysOf({ name, names, attributes }: StyledElement): readonly string[] {
    if (this.hasAttributes) return [name, ...names, ...attributeKeys(attributes)];
    return this.hidden.has(name) ? [name, ...names] : names;
  }

  /** Makes no list of keys, because most elements that are asked about are not hidden. */
  private isHiddenByAny(element: StyledElement): boolean {
    if (this.isHiddenBy(element.name, element)) return true;
    for (const name of element.names) if (this.isHiddenBy(name, element)) return true;
    for (const name of this.hidingAttributes)
      if (element.attributes[name] !== undefined && this.isHiddenBy(`[${name}`, element)) return true;
    return false;
  }

  private isHiddenBy(key: string, element: StyledElement): boolean {
    const selectors = this.hidden.get(key);
    return selectors?.some((compounds) => this.holds(compounds, element)) === true;
  }

  /** Whether the sheets hide a box whose other attributes are not known any more. */
  mayHide(box: StyledBox, names: readonly string[]): boolean {
    const element = { name: box.name, names, around: box.parent, isChild: true };
    const found = [box.name, ...names].flatMap((key) =>
      (this.hidden.get(key) ?? []).filter((compounds) =>
        this.holds(compounds, { ...element, attributes: undefined }),
      ),
    );
    if (found.some(([own]) => own!.attributes.length > 0)) return true;
    return found.length > 0 && this.hiding({ ...element, attributes: {} }) !== undefined;
  }

  private addHiding(compounds: readonly Compound[]): void {
    const [own] = compounds;
    const key = own === undefined ? undefined : keyOf(own);
    if (own === undefined || key === undefined) return;
    this.lastHidden.set(key, this.sheets);
    this.hiddenNames.add(key);
    const known = this.hidden.get(key);
    if (known === undefined) this.hidden.set(key, [compounds]);
    else if (known.length < MAX_FOR_NAME) known.push(compounds);
    this.hasIds ||= key.startsWith('#');
    for (const { name } of own.attributes) this.asked.add(name);
    if (!key.startsWith('[')) return;
    this.hasAttributes = true;
    const name = key.slice(1);
    if (!this.hidingAttributes.includes(name)) this.hidingAttributes.push(name);
  }

  private readRules(): void {
    const { unread } = this;
    if (unread.length === 0) return;
    this.unread = [];
    const mayConcern = (sheet: string, start: number, end: number) =>
      this.hiddenNames.mayConcern(sheet, start, end);
    for (const { css, when } of unread)
      readSheet(css, when, mayConcern, (selectors, body, holds) => {
        this.add(selectors, body, holds);
        return this.count < MAX_RULES && this.declared < MAX_READ;
      });
  }

  /** An element of unknown attributes passes their tests. */
  private holds(
    compounds: readonly Compound[],
    element: Omit<StyledElement, 'attributes'> & { readonly attributes: Attributes | undefined },
  ): boolean {
    if (++this.steps > MAX_STEPS) return false;
    const own = compounds[0]!;
    if (own.element !== undefined && own.element !== element.name) return false;
    for (const name of own.names) if (!element.names.includes(name)) return false;
    if (element.attributes !== undefined && !fits(own.attributes, element.attributes)) return false;
    return compounds.length === 1 || this.isWithin(compounds, element);
  }

  /** Whether the boxes around an element match a selector. */
  private isWithin(
    compounds: readonly Compound[],
    { around, isChild }: Pick<StyledElement, 'around' | 'isChild'>,
  ): boolean {
    let box = around;
    let at = 1;
    for (let up = 0; box !== undefined && at < compounds.length; up++, box = box.parent) {
      if (up >= MAX_UP || ++this.steps > MAX_STEPS) return false;
      const isNext = up === 0 ? isChild : true;
      if (isLike(box, compounds[at]!) && (isNext || !compounds[at]!.isParent)) at++;
      else if (compounds[at]!.isParent) return false;
    }
    return at === compounds.length;
  }

  private add(selectors: string, body: string, when: When): void {
    let declarations: Declarations | undefined;
    for (const selector of selectors.split(',', MAX_SELECTORS)) {
      this.declared += 1;
      const text = selector.trim();
      const last = lastOf(text);
      // Rules that show something matter only where another rule may hide it.
      if (!this.isHidden(last)) continue;
      declarations ??= new Declarations(body);
      if (when === 'some' || ACT.test(text)) {
        if (shows(declarations.values)) for (const name of selectorNames(last)) this.shown.add(name);
        continue;
      }
      const compounds = parseSelector(text);
      const key = compounds === undefined ? undefined : keyOf(compounds[0]!);
      if (compounds === undefined || key === undefined) continue;
      const rule = { compounds, declarations, specificity: specificityOf(compounds), order: ++this.count };
      const rules = this.rules.get(key);
      if (rules === undefined) this.rules.set(key, [rule]);
      else if (rules.length < MAX_FOR_NAME) rules.push(rule);
    }
  }

  private isHidden(last: string): boolean {
    const isHidden = (name: string) => this.hidden.has(name);
    return last.includes('[') || isHidden(elementOf(last)) || someName(last, isHidden);
  }
}

function byForce(a: Rule, b: Rule): number {
  return a.specificity - b.specificity || a.order - b.order;
}
