import { readFileSync } from 'node:fs';
import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';
import * as fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { PageParser } from '../../../../src/core/articles/page/page-parser.ts';
import { sitePages } from '../../../golden/site-pages.ts';

type Event = readonly [kind: 'open' | 'close' | 'text', what: string, attributes?: Record<string, string>];

const READ = ['class', 'id', 'href', 'content', 'itemprop', 'datetime', 'http-equiv', 'xml:lang', 'style'];

/** The events of htmlparser2 itself, with nothing skipped. */
function asParsed(html: string): Event[] {
  const events: Event[] = [];
  new Parser({
    onopentag(name, all) {
      events.push([
        'open',
        name,
        Object.fromEntries(Object.entries(all).filter(([key]) => READ.includes(key))),
      ]);
    },
    ontext: (text) => events.push(['text', text]),
    onclosetag: (name) => events.push(['close', name]),
  }).end(html);
  return folded(events);
}

/** The events of our parser, which skips what is not read. */
function asRead(html: string): Event[] {
  const events: Event[] = [];
  let parser: PageParser;
  let attributes: Record<string, string> = {};
  const open: string[] = [];
  new PageParser(html, {
    onparserinit(given) {
      parser = given;
    },
    onopentagname(name) {
      attributes = {};
      events.push(['open', name, attributes]);
      open.push(name);
      parser.takesAttributes = true;
      parser.takesLinks = true;
    },
    onattribute(name, value) {
      if (READ.includes(name)) attributes[name] ??= decodeHTMLAttribute(value);
    },
    ontext: (text) => events.push(['text', text]),
    onspace: () => events.push(['text', ' ']),
    onclosetag: () => events.push(['close', open.pop() ?? '']),
  }).run();
  return folded(events);
}

/** Neighbouring texts joined, references decoded, white space collapsed, empty texts removed. */
function folded(events: readonly Event[]): Event[] {
  const joined: Event[] = [];
  for (const event of events) {
    const last = joined.at(-1);
    if (event[0] === 'text' && last?.[0] === 'text') joined[joined.length - 1] = ['text', last[1] + event[1]];
    else joined.push(event);
  }
  return joined
    .map(
      (event): Event =>
        event[0] === 'text' ? ['text', decodeHTML(event[1]).replace(/\s+/g, ' ').trim()] : event,
    )
    .filter((event) => event[0] !== 'text' || event[1] !== '');
}

const NAMES = [
  'p',
  'DIV',
  'a',
  'br',
  'svg',
  'linearGradient',
  'foreignObject',
  'script',
  'style',
  'title',
  'form',
  'x-y',
  'li',
];
const ATTRIBUTES = [
  'class="a b"', "CLASS='c&amp;d'", 'Id=e', 'hidden', 'href="?a=1&copy=2&amp;b"', 'data-id="7"', 'hReF="#"', 'dateTime=2025',
  'xml:lang=fr', 'HTTP-EQUIV=x', 'itemProp="author"', 'id', 'class=', 'sizes="class"', 'style="display:none"', '=', '"', '/',
]; // biome-ignore format: a table

const markup = fc
  .array(
    fc.oneof(
      fc
        .tuple(fc.constantFrom(...NAMES), fc.array(fc.constantFrom(...ATTRIBUTES), { maxLength: 4 }))
        .map(([name, attributes]) => `<${[name, ...attributes].join(' ')}>`),
      fc.constantFrom(...NAMES).map((name) => `</${name}>`),
      fc.constantFrom(
        '<!-- x -->',
        '<!--',
        ' ',
        '\n\t',
        '&nbsp;',
        '&lt;b&gt;',
        '&notit;',
        '&#x80;',
        '&',
        '<',
        '>',
        'ſ',
        '中文',
      ),
      // After a lone `<` in a title htmlparser2 leaves a reference undecoded.
      fc.string({ unit: 'binary', maxLength: 100 }).map((text) => text.replaceAll('<', '')),
      fc.constant('x'.repeat(60)),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

test('reads any markup as htmlparser2 does', () => {
  fc.assert(
    fc.property(markup, (html) => {
      // If the page ends inside a start tag, one parser reports no element and the other an empty one.
      const whole = `${html}"'>--><hr>`;
      fc.pre(asParsed(whole).some(([, what]) => what === 'hr'));
      expect(asRead(whole)).toEqual(asParsed(whole));
    }),
    { numRuns: 2_000 },
  );
});

test.each(sitePages())('reads the page $name as htmlparser2 does', ({ folder }) => {
  const html = readFileSync(new URL('page.html', folder), 'utf8');
  expect(asRead(html)).toEqual(asParsed(html));
});

test('drops the attributes of a form inside a form', () => {
  expect(asRead('<form><p><form class="inner">x</form>')).toEqual(
    asParsed('<form><p><form class="inner">x</form>'),
  );
});
