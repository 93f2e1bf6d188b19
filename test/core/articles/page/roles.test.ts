import { describe, expect, test } from 'vitest';
import { createRoleJudge, isHidingStyle, roleOfName } from '../../../../src/core/articles/page/roles.ts';

describe('what a name says', () => {
  test.each([
    ['article-body', 'body'],
    ['articleBody', 'body'],
    ['comment-content', 'comments'],
    ['relatedNews-box2', 'related'],
    ['has-sidebar', 'none'],
    ['hidden', 'navigation'],
    ['is-hidden', 'navigation'],
    ['u-overflow-hidden', 'none'],
    ['field--label-hidden', 'none'],
    ['print:hidden', 'none'],
    ['widget_recent_posts', 'box'],
    ['elementor-widget-text-editor', 'none'],
    ['article-widget-text', 'none'],
    ['how-the-sidebar-of-our-site-came-to-be', 'none'],
    ['constructor', 'none'],
    ['相关', 'none'],
    ['x'.repeat(81), 'none'],
  ])('%s: %s', (name, role) => {
    expect(roleOfName(name)).toBe(role);
  });
});

describe('what an element says', () => {
  test.each([
    ['div', { class: 'wide  article-body sidebar' }, 'body'],
    ['div', { class: 'card comments' }, 'comments'],
    ['div', { id: 'comments' }, 'comments'],
    ['h2', { id: 'comments' }, 'none'],
    ['aside', {}, 'navigation'],
    ['aside', { class: 'lead' }, 'lead'],
    ['body', { class: 'sidebar' }, 'none'],
    ['div', { role: 'navigation', class: 'article-body' }, 'navigation'],
    ['div', { role: 'constructor' }, 'none'],
    ['div', { itemprop: 'articleBody' }, 'body'],
    ['div', { hidden: '' }, 'hidden'],
    ['div', { 'aria-hidden': 'true' }, 'hidden'],
    ['p', { 'aria-hidden': 'true', class: 'paywall' }, 'none'],
    ['p', { hidden: '' }, 'hidden'],
  ])('<%s %o>: %s', (element, attributes, role) => {
    const judge = createRoleJudge();
    expect(judge(element, attributes)).toBe(role);
    expect(judge(element, attributes)).toBe(role);
  });
});

test.each([
  ['display:none', true],
  ['DISPLAY : none; color: red', true],
  ['visibility:hidden', true],
  ['display:block', false],
  ['overflow:hidden', false],
])('the style %s hides: %s', (style, hides) => {
  expect(isHidingStyle(style)).toBe(hides);
});
