import { hidingStyle } from './visibility.ts';

/** Style sheets in one page that are looked at; UTF-16 units of all together. */
const MAX_CSS = 250_000;
/** Rules that are kept. */
const MAX_RULES = 2_000;
const MAX_SELECTORS = 400;

/** A compound selector of classes, at most one id and one element: `.note`, `p.note.small`, `#ad`. */
interface Rule {
  readonly element: string | undefined;
  readonly names: readonly string[];
  /** In the order of the sheets: of two rules the later one holds. */
  readonly declarations: ReadonlyMap<string, string>;
  readonly order: number;
}

/** A test before the finer ones: what has to do with being seen. */
const TELLING = /display|visib|clip|overflow|indent|-\d{3}/i;
const TELLING_PROPERTY =
  /^(?:display|visibility|clip|clip-path|overflow(?:-[xy])?|text-indent|position|left|right|top|margin-left|margin-top|(?:max-)?height|width|transform)$/;
const COMPOUND = /^([a-z][a-z0-9]*)?((?:[.#](?:[\w-]|[^\0-\x7f]|\\.)+){1,4})$/i;
/** What a reader does: a box that it shows is opened by something on the page. */
const ACT = /:(?:checked|target|hover|focus|active|open)|\[open\]/;

/**
 * What the style sheets in a page hide by class or id. Rules of one compound selector are read; what is shown again on
 * some screens, or by what a reader does, counts as seen. Time is linear in the length of the sheets.
 */
export class StyleRules {
  private readonly rules = new Map<string, Rule[]>();
  /** Names of what is shown on some screens, or by what the reader does. */
  private readonly shown = new Set<string>();
  private length = 0;
  private count = 0;

  get isEmpty(): boolean {
    return this.rules.size === 0;
  }

  /** Whether a rule may apply to an element with this class (`.name`) or id (`#name`). */
  has(name: string): boolean {
    return this.rules.has(name);
  }

  /** Reads one sheet. */
  read(css: string): void {
    this.length += css.length;
    if (this.length > MAX_CSS || !TELLING.test(css)) return;
    this.walk(withoutComments(css));
  }

  /** What the sheets do to an element; `names` are its classes and its id with their marks. */
  hiding(element: string, names: readonly string[]): 'hidden' | 'clipped' | undefined {
    const own = new Set(names);
    const holding: Rule[] = [];
    for (const name of own) {
      if (this.shown.has(name)) return undefined;
      for (const rule of this.rules.get(name) ?? []) {
        const isOfElement = rule.element === undefined || rule.element === element;
        if (isOfElement && rule.names.every((wanted) => own.has(wanted))) holding.push(rule);
      }
    }
    if (holding.length === 0) return undefined;
    const style = new Map<string, string>();
    for (const { declarations } of holding.sort(byForce))
      for (const [property, value] of declarations) style.set(property, value);
    return hidingStyle([...style].map(([property, value]) => `${property}:${value}`).join(';'));
  }

  private walk(css: string): void {
    /** Of each open block: whether its rules hold always, on some screens, or are none of the screen's. */
    const blocks: ('always' | 'some' | 'never')[] = [];
    for (let at = 0; this.count < MAX_RULES; ) {
      const open = css.indexOf('{', at);
      const close = css.indexOf('}', at);
      if (close >= 0 && (open < 0 || close < open)) {
        blocks.pop();
        at = close + 1;
        continue;
      }
      if (open < 0) return;
      const prelude = css
        .slice(at, open)
        .replace(/^[^]*;/, '')
        .trim();
      at = open + 1;
      const around = blocks.at(-1) ?? 'always';
      if (prelude.startsWith('@') || around === 'never') {
        blocks.push(around === 'never' ? 'never' : kindOf(prelude, around));
        continue;
      }
      const end = close < 0 ? css.length : close;
      const nested = css.indexOf('{', at);
      const body = css.slice(at, nested >= 0 && nested < end ? nested : end);
      blocks.push('never');
      if (body.length <= 2_000 && TELLING.test(body)) this.add(prelude, body, around);
    }
  }

  private add(prelude: string, body: string, around: 'always' | 'some'): void {
    const declarations = declarationsOf(body);
    if (declarations.size === 0) return;
    const shows = !(declarations.get('display') ?? 'none').startsWith('none') || isVisible(declarations);
    for (const selector of prelude.split(',', MAX_SELECTORS)) {
      const last = selector.trim();
      const isAct = ACT.test(last);
      if (around === 'some' || isAct) {
        if (shows) for (const name of namesOf(last.slice(last.search(/[^\s>+~]+$/)))) this.shown.add(name);
        continue;
      }
      const found = COMPOUND.exec(last);
      if (found === null) continue;
      const names = namesOf(found[2]!);
      this.count += 1;
      const rule = { element: found[1]?.toLowerCase(), names, declarations, order: this.count };
      const rules = this.rules.get(names[0]!);
      if (rules === undefined) this.rules.set(names[0]!, [rule]);
      else rules.push(rule);
    }
  }
}

/** More names make a rule stronger, then its place does. */
function byForce(a: Rule, b: Rule): number {
  return a.names.length - b.names.length || a.order - b.order;
}

function isVisible(declarations: ReadonlyMap<string, string>): boolean {
  return declarations.get('visibility')?.startsWith('visible') === true;
}

/** `@media print` is none of the screen's, other conditions hold on some screens, `@layer` and `@supports` always. */
function kindOf(prelude: string, around: 'always' | 'some'): 'always' | 'some' | 'never' {
  if (/^@(?:layer|supports|scope)\b/i.test(prelude)) return around;
  if (!/^@(?:media|container)\b/i.test(prelude)) return 'never';
  if (/^@media\s+(?:only\s+)?(?:print|speech)/i.test(prelude)) return 'never';
  return /^@media\s+(?:all|screen)\s*$/i.test(prelude) ? around : 'some';
}

function namesOf(compound: string): string[] {
  return [...compound.matchAll(/[.#](?:[\w-]|[^\0-\x7f]|\\.)+/g)].map(([name]) => name.replaceAll('\\', ''));
}

/** What has to do with being seen, without fading, which is mostly an entrance, and equal columns' trick. */
function declarationsOf(body: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const declaration of body.split(';')) {
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (TELLING_PROPERTY.test(property)) found.set(property, declaration.slice(colon + 1).trim());
  }
  return found;
}

function withoutComments(css: string): string {
  if (!css.includes('/*')) return css;
  let kept = '';
  for (let at = 0; ; ) {
    const start = css.indexOf('/*', at);
    const end = start < 0 ? -1 : css.indexOf('*/', start + 2);
    if (start < 0 || end < 0) return kept + css.slice(at, start < 0 ? undefined : start);
    kept += css.slice(at, start);
    at = end + 2;
  }
}
