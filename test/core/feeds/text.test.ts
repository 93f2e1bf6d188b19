import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveAddresses, webAddress } from '../../../src/core/feeds/addresses.ts';
import { nameAlone } from '../../../src/core/feeds/authors.ts';
import { declaredEntities } from '../../../src/core/feeds/declared-entities.ts';
import { plainText } from '../../../src/core/feeds/plain-text.ts';
import { decodeHtmlReferences, decodeReferences } from '../../../src/core/feeds/references.ts';
import { repairMarkup } from '../../../src/core/feeds/repair-markup.ts';

describe('plainText', () => {
  test.each([
    ['Head <b>bold</b> tail', 'Head bold tail'],
    ['<p>one</p><p>two<br>three</p>', 'one two three'],
    ['in<b>ter</b>national', 'international'],
    ['Profit < 5% > 3%', 'Profit < 5% > 3%'],
    ['a<!-- <b> -->b', 'a b'],
    ['<a title="a > b">link</a>', 'link'],
    ['x<script>if (a<b) {}</script>y', 'x y'],
    ['x<STYLE>p{}</style>y', 'x y'],
    ['AT&amp;T &#8212; caf&eacute;&nbsp;x', 'AT&T — café x'],
    ['&amp B &copy; &notit; &copy=3', '& B © &notit; &copy=3'],
    ['  two \n lines\t', 'two lines'],
    ['soft\u00adhyphen zero\u200bwidth', 'softhyphen zerowidth'],
    ['unfinished <a href="x', 'unfinished'],
    ['left \ud83d alone', 'left \ufffd alone'],
    ['<![CDATA[x]]>y', 'xy'],
  ])('%j', (html, expected) => {
    expect(plainText(html, { maxLength: 100 })).toBe(expected);
  });

  test('in a title that does not say that it is HTML, only tags of HTML are tags', () => {
    const options = { maxLength: 100, unknownTagsAreText: true };
    expect(plainText('List<T> in <b>C#</b>', options)).toBe('List<T> in C#');
    expect(plainText('History of the <blink> tag', { maxLength: 100 })).toBe('History of the tag');
  });

  test('cuts at a whole character', () => {
    expect(plainText('abcdef', { maxLength: 4 })).toBe('abc…');
    expect(plainText('ab😀😀', { maxLength: 4 }).isWellFormed()).toBe(true);
  });

  test('keeps to its length and leaves no tag of HTML, whatever comes in', () => {
    const html = fc.array(
      fc.oneof(
        fc.constantFrom(
          '<b>',
          '</p',
          '<a href="',
          "'",
          '"',
          '>',
          '<!--',
          '-->',
          '&lt;',
          '&',
          ';',
          '<script>',
          '<',
        ),
        fc.string({ maxLength: 5 }),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(html, fc.integer({ min: 1, max: 50 }), (parts, maxLength) => {
        const text = plainText(parts.join(''), { maxLength });
        expect(text.length).toBeLessThanOrEqual(maxLength);
        expect(text).toBe(text.trim());
        expect(text.isWellFormed()).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('references', () => {
  test.each([
    ['a &amp; b &lt;&gt;&quot;&apos;', 'a & b <>"\''],
    ['&#65;&#x42;&#X43;', 'ABC'],
    ['&#146;&#x80;', '’€'],
    ['caf&eacute; &mdash; &hellip;', 'café — …'],
    ['?x=1&y=2&copy=3', '?x=1&y=2&copy=3'],
    ['&foobar; & &; &# &#x;', '&foobar; & &; &# &#x;'],
    ['&amp;amp;', '&amp;'],
    ['&#0;&#31;', ''],
    ['&#55357;&#56832;', '😀'],
    ['&#1114112;&#99999999;', '\ufffd\ufffd'],
    ['&constructor;&__proto__;', '&constructor;&__proto__;'],
  ])('%j', (written, expected) => {
    expect(decodeReferences(written)).toBe(expected);
  });

  test('HTML allows a missing semicolon, but not in an address', () => {
    expect(decodeHtmlReferences('A &amp B &lt C &eacute')).toBe('A & B < C é');
    expect(decodeHtmlReferences('?a=1&copy=2&region=3')).toBe('?a=1&copy=2&region=3');
  });

  test('entities of the document expand, nested ones too, within a budget', () => {
    const lookup = declaredEntities('<!ENTITY a "x&b;"><!ENTITY b "y&#233;"><!ENTITY loop "&loop;">', 1000);
    expect(decodeReferences('&a;-&b;-&loop;-&c;', lookup)).toBe('xyé-yé--&c;');
    const bomb = declaredEntities(
      `<!ENTITY l0 "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')}`,
      10_000,
    );
    expect(decodeReferences('&l9;'.repeat(100), bomb).length).toBeLessThan(20_000);
    expect(declaredEntities('<!ENTITY x SYSTEM "file:///etc/passwd">', 1000)).toBeUndefined();
  });

  test('text without an ampersand, and escaped text, come back', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(decodeReferences(text.replaceAll('&', ''))).toBe(text.replaceAll('&', ''));
        expect(decodeReferences(text.replaceAll('&', '&amp;'))).toBe(text);
      }),
    );
  });
});

describe('addresses', () => {
  test.each([
    ['/a', 'https://n.example/a'],
    [' //m.example/x ', 'https://m.example/x'],
    ['https://n.example/ä?q=ü', 'https://n.example/%C3%A4?q=%C3%BC'],
    ['www.m.example/a', 'https://www.m.example/a'],
    ['www.html', 'https://n.example/feed/www.html'],
    ['javascript:alert(1)', undefined],
    ['mailto:x@n.example', undefined],
    ['http://[bad', undefined],
    ['', undefined],
    [undefined, undefined],
    [`/${'x'.repeat(9000)}`, undefined],
  ])('%j', (written, expected) => {
    expect(webAddress(written, 'https://n.example/feed/', 8192)).toBe(expected);
  });

  test.each([
    ['<a href="x">', '<a href="https://n.example/feed/x">'],
    ["<img SRC = ' ../y?a=1&amp;b=2 '>", "<img SRC =  '".slice(0, 10) + "'https://n.example/y?a=1&amp;b=2'>"],
    ['<a href=http-status>', '<a href="https://n.example/feed/http-status">'],
    ['<a href=z>', '<a href="https://n.example/feed/z">'],
    ['<a href="https://m.example/"><a href="#top"><a href="mailto:a@b">', undefined],
    ['<a title="href">x = y</a>', undefined],
    ['<a href="unclosed', undefined],
  ])('%j', (html, expected) => {
    expect(resolveAddresses(html, 'https://n.example/feed/')).toBe(expected ?? html);
  });
});

test.each([
  ['jo@example.org (Jo Roe)', 'Jo Roe'],
  ['Jo Roe (jo@example.org)', 'Jo Roe'],
  ['Jo Roe <jo@example.org>', 'Jo Roe'],
  ['Jo Roe (Agency)', 'Jo Roe (Agency)'],
  ['jo@example.org', 'jo@example.org'],
  ['', ''],
])('the name in %j', (written, name) => {
  expect(nameAlone(written)).toBe(name);
});

describe('repairMarkup', () => {
  test.each([
    ['<t>a <5 b</t>', '<t>a &lt;5 b</t>'],
    ['<t>x<y</t>', '<t>x&lt;y</t>'],
    ['<t>x<<<<b>y</b></t>', '<t>x&lt;&lt;&lt;<b>y</b></t>'],
    ['<t>x</t><<<', '<t>x</t>&lt;&lt;&lt;'],
    ['<t><![CDATA[x<5 <y <z]]> <5</t>', '<t><![CDATA[x<5 <y <z]]> &lt;5</t>'],
    ['<!-- <5 --><t>\u0000\u001f\ufffe</t>', '<!-- <5 --><t></t>'],
    ['<a href="x<y">sound</a>', '<a href="x<y">sound</a>'],
  ])('%j', (written, repaired) => {
    expect(repairMarkup(written)).toBe(repaired);
  });
});
