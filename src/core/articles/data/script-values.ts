import { decodeHTMLAttribute } from 'entities/decode';
import { fromFlatData, isFlatData } from './flat-data.ts';
import { readFlight } from './flight.ts';
import { readLiteral } from './literal.ts';

/** How much of a page is searched, and how many values are kept. UTF-16 units. */
const MAX_HTML = 8_000_000;
const MAX_VALUES = 2_000;
/** A shorter script, value or attribute has no article in it. UTF-16 units. */
const SHORTEST = 120;
/** The longest string that is read as data again, and how often that is done in one string. UTF-16 units. */
const MAX_NESTED = 4_000_000;
const MAX_LAYERS = 3;

/** What the scripts of a page contain. */
export interface ScriptValues {
  /** Objects, lists and strings, in page order. */
  readonly values: readonly unknown[];
  /** Elements that the server described for the page's program, as HTML. */
  readonly html: string;
}

/**
 * The data in a page's scripts: JSON (`__NEXT_DATA__`, islands), what is assigned to a name or given to a call
 * (`window.__INITIAL_STATE__ = {…}`, `__NUXT__`, `JSON.parse("…")`), streams of React Server Components (`__next_f`), and JSON
 * in attributes (`data-page`). Nothing is run. Time is linear in the length of the page. For pages without other text.
 */
export function scriptValues(html: string): ScriptValues {
  const page = html.slice(0, MAX_HTML);
  const values: unknown[] = [];
  const stream: string[] = [];
  for (const script of scriptsOf(page)) {
    if (values.length >= MAX_VALUES) break;
    if (script.isJson) values.push(parsed(script.text));
    else for (const value of literalsOf(script.text, stream)) values.push(value);
  }
  for (const text of attributesOf(page)) values.push(parsed(text));
  const flight = stream.length === 0 ? undefined : readFlight(stream.join(''));
  return { values: [...values, ...(flight?.data ?? [])].map(unfolded), html: flight?.html ?? '' };
}

interface Script {
  readonly text: string;
  readonly isJson: boolean;
}

const SCRIPT = /<script(?=[\s>])([^>]{0,1000})>/gi;
const OTHER_JSON = /ld\+json|importmap|speculationrules/i;
const NO_SCRIPT = /text\/(?:x-)?(?:template|html|tmpl)/i;

function* scriptsOf(page: string): Generator<Script> {
  const begin = new RegExp(SCRIPT);
  const ending = /<\/script/gi;
  for (let found = begin.exec(page); found !== null; found = begin.exec(page)) {
    ending.lastIndex = begin.lastIndex;
    const end = ending.exec(page)?.index ?? page.length;
    const text = page.slice(begin.lastIndex, end);
    begin.lastIndex = end;
    const [, attributes = ''] = found;
    const type = /\btype\s{0,9}=\s{0,9}["']?([^\s"'>]*)/i.exec(attributes)?.[1] ?? '';
    if (OTHER_JSON.test(type) || NO_SCRIPT.test(type) || text.length < 30) continue;
    yield { text, isJson: /json/i.test(type) || /\bid\s?=\s?["']?__[A-Z]+_DATA__/.test(attributes) };
  }
}

/** Where a literal may begin: after a sign that a value follows. */
const BEGIN = /(?:[=(,?:]|\breturn\b)\s*(?=[{["'`])/g;
const PUSHED = /__next_f\s{0,4}\.push\s{0,4}\(\s{0,4}$/;

/** The long literals of a script. The parts of a stream go to `stream`. */
function* literalsOf(script: string, stream: string[]): Generator {
  const begin = new RegExp(BEGIN);
  for (let found = begin.exec(script); found !== null; found = begin.exec(script)) {
    const start = begin.lastIndex;
    const { value, end } = readLiteral(script, start);
    begin.lastIndex = end;
    if (Array.isArray(value) && PUSHED.test(script.slice(Math.max(0, start - 40), start))) {
      if (typeof value[1] === 'string') stream.push(value[1]);
    } else if (end - start >= SHORTEST) yield value;
  }
}

/** The values of attributes that are JSON. */
function* attributesOf(page: string): Generator<string> {
  const begin = /=(?:"(?=\s{0,9}[{[]\s{0,9}(?:&quot;|&#34;|\[|\{))|'(?=\s{0,9}[{[]\s{0,9}["[{]))/g;
  for (let found = begin.exec(page); found !== null; found = begin.exec(page)) {
    const start = begin.lastIndex;
    const end = page.indexOf(found[0].at(-1)!, start);
    if (end < 0) break;
    begin.lastIndex = end;
    if (end - start >= SHORTEST) yield decodeHTMLAttribute(page.slice(start, end));
  }
}

/** JSON, or what can be read of it. */
function parsed(text: string): unknown {
  const bare = text.replace(/^\s*(?:<!--|<!\[CDATA\[)?\s*/, '');
  try {
    return JSON.parse(bare);
  } catch {
    return /^[{["']/.test(bare) ? readLiteral(bare, 0).value : undefined;
  }
}

/** A value with what is written in it as a string, in Base64, in escapes of addresses, or as a flat list. */
function unfolded(value: unknown): unknown {
  let found = value;
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    const inner = typeof found === 'string' ? dataIn(found) : found;
    if (Array.isArray(inner) && isFlatData(inner)) return fromFlatData(inner);
    if (inner === undefined || inner === found) return found;
    found = inner;
  }
  return found;
}

/** The data that a string contains; undefined for text. */
export function dataIn(text: string): unknown {
  if (text.length < SHORTEST || text.length > MAX_NESTED) return undefined;
  const begin = /^\s{0,9}(?:[{[]\s{0,9}["{[\]}\d]|"\s?[{[]|%(?:7B|5B)%|eyJ|W3s)/i.exec(text)?.[0].trim();
  if (begin === undefined) return undefined;
  try {
    if (begin.startsWith('%')) return JSON.parse(decodeURIComponent(text));
    if (begin === 'eyJ' || begin === 'W3s')
      return JSON.parse(new TextDecoder().decode(Uint8Array.fromBase64(text.trim())));
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
