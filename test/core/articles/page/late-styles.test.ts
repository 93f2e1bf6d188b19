import { expect, test } from 'vitest';
import { PageHandler } from '../../../../src/core/articles/page/page-handler.ts';
import { PageParser } from '../../../../src/core/articles/page/page-parser.ts';

/** Whether the page has to be read again because a sheet hides what stands before it. */
function isStyledLate(page: string): boolean {
  const handler = new PageHandler();
  new PageParser(page, handler).run();
  handler.tree.finish();
  return handler.tree.isStyledLate;
}

const HIDES = '<style>.x{display:none}</style>';

test.each([
  ['a box', `<div class="x">Words</div>${HIDES}`],
  ['a box by its id', '<div id="q">Words</div><style>#q{display:none}</style>'],
  ['a box by its name', '<x-note>Words</x-note><style>x-note{display:none}</style>'],
  [
    'a box by an attribute beside a class',
    '<div class="x" data-state="closed">Words</div><style>.x[data-state=closed]{display:none}</style>',
  ],
  ['words in a line', `<p>Plain <b class="x">words</b></p>${HIDES}`],
  [
    'a box in another',
    '<div class="a"><p class="x">Words</p></div><style>.a{color:red}</style><style>.a .x{display:none}</style>',
  ],
  [
    'one of two that look alike',
    '<style>.a .x{display:none}</style><div class="a"><p class="x">A</p></div><p class="x">B</p><style>p.x{display:none}</style>',
  ],
])('a late sheet hides %s', (_, page) => {
  expect(isStyledLate(page)).toBe(true);
});

test.each([
  ['stands before the text', `${HIDES}<div class="x">Words</div>`],
  ['hides what an earlier sheet has hidden', `${HIDES}<p>Plain</p><div class="x">Words</div>${HIDES}`],
  ['hides words that an earlier sheet has hidden', `${HIDES}<p>Plain <b class="x">words</b></p>${HIDES}`],
  ['hides a box without text', `<div class="x"></div><p>Plain</p>${HIDES}`],
  ['hides a box of that class elsewhere', '<p class="x">Words</p><style>.a .x{display:none}</style>'],
  ['hides words of two classes', '<p>Plain <b class="x">words</b></p><style>.x.y{display:none}</style>'],
  [
    'hides a part of what an earlier sheet has hidden',
    '<style>.a{display:none}</style><p>Plain</p><div class="a"><p class="x">A</p></div><style>.a .x{display:none}</style>',
  ],
  ['shows it again', `<div class="x">Words</div><style>.x{display:none}.x{display:block!important}</style>`],
  ['hides it on paper', `<div class="x">Words</div><style media="print">.x{display:none}</style>`],
])('a page is read once where a sheet %s', (_, page) => {
  expect(isStyledLate(page)).toBe(false);
});
