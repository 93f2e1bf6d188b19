import { isSpace } from '../fold-text.ts';
import type { Attributes } from './element-attributes.ts';

/** Limits on compounds in a selector and names in a compound. */
const MAX_COMPOUNDS = 6;
const MAX_NAMES = 8;
/** Longer selectors are not read; characters. */
const MAX_SELECTOR = 300;
/** Longer attribute values match no test of a part of them. */
const MAX_VALUE = 2_000;
const NAME = String.raw`(?:[\w-]|[^\0-\x7f]|\\.)+`;
const SIMPLE = String.raw`[.#]${NAME}|\[[^\]\\]{1,120}\]`;
const COMPOUND = new RegExp(`\\s*([>+~]?)\\s*(\\*|[a-z][a-z0-9-]*)?((?:${SIMPLE}){0,${MAX_NAMES}})`, 'iy');
const SIMPLES = new RegExp(SIMPLE, 'g');
const ATTRIBUTE = /^\[\s*([a-z][\w:-]*)\s*(?:([~|^$*]?=)\s*["']?([^"'\]]*?)["']?\s*(?:[is]\s*)?)?\]$/i;

/** One attribute selector: `[data-state="closed"]`, `[class*=hidden]`, `[inert]`. */
interface AttributeTest {
  readonly name: string;
  readonly operator: string;
  readonly value: string;
}

/** A compound selector: at most one element name, and classes and ids with their marks, and attributes. */
export interface Compound {
  readonly element: string | undefined;
  readonly names: readonly string[];
  readonly attributes: readonly AttributeTest[];
  /** Whether it must be the parent of the compound to its right, not just an ancestor. */
  readonly isParent: boolean;
}

/** A state, a pseudo-element or a sibling, outside of brackets and escapes. Most selectors that are not read have one. */
const UNDECIDED = /^[^[\\]*?[:+~]/;

/**
 * The compounds of one selector without commas, from right to left; undefined for selectors that cannot be decided on
 * the page as sent: siblings, states, pseudo-elements.
 */
export function parseSelector(text: string): readonly Compound[] | undefined {
  if (text.length > MAX_SELECTOR || UNDECIDED.test(text)) return undefined;
  const compounds: Compound[] = [];
  for (let at = 0; at < text.length; at = COMPOUND.lastIndex) {
    COMPOUND.lastIndex = at;
    const found = COMPOUND.exec(text);
    const [whole, combinator, element, simples = ''] = found ?? [];
    if (!whole || (element === undefined && simples === '') || compounds.length === MAX_COMPOUNDS)
      return undefined;
    if (combinator === '+' || combinator === '~') return undefined;
    const isNext = whole.trimStart() !== whole || combinator === '>';
    if (compounds.length > 0 && !isNext) return undefined;
    if (combinator === '>') {
      const parent = compounds.pop();
      if (parent === undefined) return undefined;
      compounds.push({ ...parent, isParent: true });
    }
    const compound = compoundOf(element, simples);
    if (compound === undefined) return undefined;
    compounds.push(compound);
  }
  return compounds.length === 0 ? undefined : compounds.toReversed();
}

function compoundOf(element: string | undefined, simples: string): Compound | undefined {
  const names: string[] = [];
  const attributes: AttributeTest[] = [];
  for (const [simple] of simples.matchAll(SIMPLES)) {
    if (!simple.startsWith('[')) {
      names.push(simple.replaceAll('\\', ''));
      continue;
    }
    const [, name, operator = '', value = ''] = ATTRIBUTE.exec(simple) ?? [];
    if (name === undefined) return undefined;
    attributes.push({ name: name.toLowerCase(), operator, value });
  }
  const named = element === undefined || element === '*' ? undefined : element.toLowerCase();
  return { element: named, names, attributes, isParent: false };
}

/** Classes and ids with their marks, as in a selector. */
export function selectorNames(text: string): string[] {
  return (text.match(SIMPLES) ?? [])
    .filter((simple) => !simple.startsWith('['))
    .map((name) => name.replaceAll('\\', ''));
}

/** The element name with which a compound begins; empty where it has none. */
export function elementOf(compound: string): string {
  let end = 0;
  for (; end < compound.length; end++) {
    const code = compound.charCodeAt(end);
    const letter = code | 32;
    const isLetter = letter >= 97 && letter <= 122;
    if (!isLetter && (end === 0 || !((code >= 48 && code <= 57) || code === 45))) break;
  }
  return compound.slice(0, end);
}

/** Whether the test passes for a class or id in a compound without attributes. Makes no array, unlike `selectorNames`. */
export function someName(compound: string, test: (name: string) => boolean): boolean {
  if (compound.includes('\\')) return selectorNames(compound).some(test);
  for (let at = 0, end = 0; at < compound.length; at = Math.max(end, at + 1)) {
    const code = compound.charCodeAt(at);
    if (code !== 46 && code !== 35) continue;
    end = endOfName(compound, at + 1);
    if (end > at + 1 && test(compound.slice(at, end))) return true;
  }
  return false;
}

/** Where the name of a class or id ends that begins here. */
export function endOfName(text: string, start: number): number {
  let end = start;
  while (end < text.length && isOfName(text.charCodeAt(end))) end++;
  return end;
}

/** A letter, a digit, `_`, `-`, or a character beyond ASCII. */
function isOfName(code: number): boolean {
  const letter = code | 32;
  return (
    code >= 128 || (letter >= 97 && letter <= 122) || (code >= 48 && code <= 57) || code === 45 || code === 95
  );
}

/** The key under which a selector is stored: an id before a class, before an attribute, before the element name. */
export function keyOf({ element, names, attributes }: Compound): string | undefined {
  const id = names.find((name) => name.startsWith('#'));
  const [attribute] = attributes;
  return id ?? names[0] ?? (attribute === undefined ? element : `[${attribute.name}`);
}

/** The keys by which rules for an element's attributes are found. */
export function attributeKeys(attributes: Attributes): string[] {
  const names = Object.keys(attributes).filter((name) => attributes[name] !== undefined);
  return names.map((name) => `[${name}`);
}

/** The specificity of a selector as one number: ids count above classes and attributes, these above element names. */
export function specificityOf(compounds: readonly Compound[]): number {
  let specificity = 0;
  for (const { element, names, attributes } of compounds) {
    for (const name of names) specificity += name.startsWith('#') ? 10_000 : 100;
    specificity += attributes.length * 100 + (element === undefined ? 0 : 1);
  }
  return specificity;
}

/** Whether an element's attributes pass the tests. */
export function fits(tests: readonly AttributeTest[], attributes: Attributes): boolean {
  return tests.every(({ name, operator, value }) => {
    // Only own properties: a selector may name `constructor`, which every object inherits.
    const said = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (said === undefined) return false;
    if (operator === '') return true;
    if (said.length > MAX_VALUE) return false;
    switch (operator) {
      case '=':
        return said === value;
      case '~=':
        return said.split(/\s+/).includes(value);
      case '|=':
        return said === value || said.startsWith(`${value}-`);
      case '^=':
        return value !== '' && said.startsWith(value);
      case '$=':
        return value !== '' && said.endsWith(value);
      default:
        return value !== '' && said.includes(value);
    }
  });
}

/** Longest compound, in characters. */
const MAX_LAST = 200;

/** The last compound of a selector. Looks from the end, because most selectors are asked for nothing else. */
export function lastOf(selector: string): string {
  let start = selector.length;
  const first = Math.max(0, start - MAX_LAST);
  while (start > first && !endsCompound(selector.charCodeAt(start - 1))) start--;
  return selector.slice(start === selector.length ? -1 : start);
}

/** White space, `>`, `+` or `~`. */
export function endsCompound(code: number): boolean {
  return code === 62 || code === 43 || code === 126 || isSpace(code);
}
