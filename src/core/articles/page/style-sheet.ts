/** When the rules of a block apply: always, on some screens or in some states, or on no screen. */
export type When = 'always' | 'some' | 'never';

/** Cheap tests: declarations about visibility, and those that may hide. */
const CAN_HIDE = /display|visib|clip|indent|font-size|-\d{3}|height\s?:\s?0/gi;
const HIDING =
  /display\s?:\s?none|visibility\s?:\s?(?:hidden|collapse)|clip|indent\s?:\s?-|-\d{3}|height\s?:\s?0|font-size\s?:\s?\.?0(?![.\d]*[1-9])/gi;
const SIZE = /font(?:-size)?\s?:/gi;
/** Longer rule bodies are skipped; characters. */
const MAX_BODY = 2_000;
const MAX_DEPTH = 50;
/** Limits on nested rules: selectors after writing out, depth, length. */
const MAX_NESTED = 50;
const MAX_LEVELS = 4;
const MAX_LENGTH = 300;
const MAX_AROUND = 2_000;

/** An open block, with its own selectors where it is a rule. */
interface Block {
  readonly when: When;
  readonly rule:
    | { readonly from: number; readonly to: number; readonly around: Block | undefined }
    | undefined;
}

/** Called for each rule; returning `false` ends the reading. */
type Visit = (selectors: string, body: string, when: When) => boolean;

/** Whether a rule is wanted that has its selectors here. Asked only for rules that are not nested. */
type Concerns = (css: string, start: number, end: number) => boolean;

/** Calls `visit` for the rules of a style sheet that show or hide something, of those that `concerns` wants. */
export function readSheet(sheet: string, when: When, concerns: Concerns, visit: Visit): void {
  walk(sheet, { when, wanted: CAN_HIDE, concerns }, visit);
}

/** Calls `visit` for the rules of a style sheet that may hide something. */
export function findHiding(sheet: string, when: When, visit: Visit): void {
  walk(sheet, { when, wanted: HIDING, concerns: undefined }, visit);
}

/** Calls `visit` for the rules of a style sheet that set the size of letters. */
export function findSizes(sheet: string, visit: Visit): void {
  walk(sheet, { when: 'always', wanted: SIZE, concerns: undefined }, visit);
}

/** Time is linear in the length of the sheet: rules that are not wanted are skipped with the engine's own search. */
function walk(
  sheet: string,
  {
    when,
    wanted,
    concerns,
  }: { readonly when: When; readonly wanted: RegExp; readonly concerns: Concerns | undefined },
  visit: Visit,
): void {
  const css = withoutComments(sheet);
  const blocks: Block[] = [];
  let hit = nextHit(wanted, css, 0);
  let open = nextOpen(css, 0);
  let close = nextClose(css, 0);
  for (let at = 0; hit >= 0 && open >= 0; ) {
    if (close >= 0 && close < open) {
      blocks.pop();
      at = close + 1;
      close = nextClose(css, at);
      continue;
    }
    const start = open + 1;
    const next = nextOpen(css, start);
    const around = blocks.at(-1);
    const end = close < 0 ? css.length : close;
    const isLeaf = next < 0 || next > end;
    if (hit < start) hit = nextHit(wanted, css, start);
    const hasHit = hit >= 0 && hit < (isLeaf ? end : next);
    open = next;
    const isWanted =
      hasHit && (concerns === undefined || around?.rule !== undefined || concerns(css, at, start - 1));
    // Most rules neither concern visibility nor contain others.
    if (isLeaf && !isWanted) {
      at = end + 1;
      close = nextClose(css, at);
      continue;
    }
    const from = at;
    const to = start - 1;
    at = start;
    const prelude = preludeOf(css, from, to);
    if (prelude.startsWith('@')) {
      const whenAround = around?.when ?? when;
      blocks.push({ when: kindOf(prelude, whenAround), rule: around?.rule });
    } else {
      const block: Block = { when: around?.when ?? when, rule: { from, to, around } };
      blocks.push(block);
      if (hasHit && block.when !== 'never') {
        const body = css.slice(at, isLeaf ? end : next);
        const selectors = body.length > MAX_BODY ? [] : writtenOut(css, block);
        if (selectors.length > 0 && !visit(selectors.join(','), body, block.when)) return;
      }
    }
    if (blocks.length > MAX_DEPTH) return;
  }
}

/** The last character of the next hit. No hit contains a brace, so it is in the same block as the first. */
function nextHit(wanted: RegExp, css: string, from: number): number {
  wanted.lastIndex = from;
  return wanted.test(css) ? wanted.lastIndex - 1 : -1;
}

/** The text before a `{`, from the last `;` on. */
function preludeOf(css: string, from: number, to: number): string {
  const text = css.slice(from, to);
  return text
    .slice(text.lastIndexOf(';') + 1)
    .replace('<!--', '')
    .trim();
}

/** The selectors of a rule combined with those of the rules around it: `.a{&.b{…} .c{…}}` → `.a.b`, `.a .c`. */
function writtenOut(css: string, { rule }: Block, level = 0): readonly string[] {
  if (rule === undefined || level > MAX_LEVELS || (level > 0 && rule.to - rule.from > MAX_AROUND)) return [];
  const own = preludeOf(css, rule.from, rule.to);
  if (rule.around?.rule === undefined) return [own];
  const inner = own.split(',', MAX_NESTED);
  const outer = writtenOut(css, rule.around, level + 1).flatMap((list) => list.split(',', MAX_NESTED));
  if (outer.length * inner.length > MAX_NESTED || own.length > MAX_AROUND) return [];
  return outer
    .flatMap((around) => inner.map((one) => within(around.trim(), one.trim())))
    .filter((one) => one.length <= MAX_LENGTH);
}

function within(around: string, one: string): string {
  return one.includes('&') ? one.slice(0, MAX_LENGTH).replaceAll('&', around) : `${around} ${one}`;
}

/**
 * When an at-rule applies: `@media print` never, other conditions on some screens, `@layer` and `@supports` always.
 */
function kindOf(prelude: string, around: When): When {
  if (around === 'never') return 'never';
  if (/^@(?:layer|supports)\b/i.test(prelude)) return around;
  if (/^@container\b/i.test(prelude)) return 'some';
  const query = /^@media\b(.*)$/is.exec(prelude)?.[1];
  if (query === undefined) return 'never';
  const kind = kindOfMedia(query);
  return kind === 'always' ? around : kind;
}

/**
 * When a list of media queries applies: `screen, print` always, `print` never, `(max-width: 40em)` on some screens.
 */
export function kindOfMedia(queries: string): When {
  let best: When = 'never';
  for (const query of queries.slice(0, 1_000).split(',', 20)) {
    const kind = kindOfQuery(
      query
        .trim()
        .toLowerCase()
        .replace(/^only\s+/, ''),
    );
    if (kind === 'always') return 'always';
    if (kind === 'some') best = 'some';
  }
  return best;
}

function kindOfQuery(query: string): When {
  const isNot = /^not\s/.test(query);
  const medium = query.replace(/^not\s+/, '');
  const [name = ''] = /^[a-z-]*/.exec(medium) ?? [];
  if (name === '' && medium !== '') return 'some';
  const isScreens = name === '' || name === 'all' || name === 'screen';
  if (medium !== name) return isScreens ? 'some' : isNot ? 'always' : 'never';
  return isScreens === isNot ? 'never' : 'always';
}

/** The next brace that opens a block. A brace after a quote is part of a string, as in icon fonts. */
function nextOpen(css: string, from: number): number {
  let at = css.indexOf('{', from);
  while (at > 0 && isQuote(css.charCodeAt(at - 1))) at = css.indexOf('{', at + 1);
  return at;
}

/** The next brace that closes a block. */
function nextClose(css: string, from: number): number {
  let at = css.indexOf('}', from);
  while (at >= 0 && isQuote(css.charCodeAt(at + 1))) at = css.indexOf('}', at + 1);
  return at;
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39;
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
