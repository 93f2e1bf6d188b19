import { describe, expect, test } from 'vitest';
import { roleOfName } from '../../../../src/core/articles/page/name-roles.ts';
import { RoleJudge, roleOf } from '../../../../src/core/articles/page/roles.ts';
import { hidingStyle } from '../../../../src/core/articles/page/visibility.ts';

describe('what a name says', () => {
  test.each([
    ['article-body', 'body'],
    ['articleBody', 'body'],
    ['comment-content', 'comments'],
    ['relatedNews-box2', 'related'],
    ['has-sidebar', 'none'],
    ['hidden', 'hidden'],
    ['is-hidden', 'hidden'],
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
    ['div', { class: 'has\n\tcomments' }, 'comments'],
    ['div', { id: 'comments' }, 'comments'],
    ['h2', { id: 'comments' }, 'none'],
    ['aside', {}, 'navigation'],
    ['aside', { class: 'lead' }, 'lead'],
    ['body', { class: 'sidebar' }, 'none'],
    ['div', { role: 'navigation', class: 'article-body' }, 'navigation'],
    ['div', { role: 'constructor' }, 'none'],
    ['div', { itemprop: 'articleBody' }, 'body'],
    ['site-footer', {}, 'navigation'],
    ['article-page', {}, 'none'],
    ['div', { hidden: '', class: 'sidebar' }, 'navigation'],
  ])('<%s %o>: %s', (element, attributes, role) => {
    expect(roleOf(element, attributes)).toBe(role);
    expect(roleOf(element, attributes)).toBe(role);
  });
});

describe('whether an element is seen', () => {
  test.each([
    ['div', { hidden: '' }, 'hidden'],
    ['div', { hidden: 'until-found' }, undefined],
    ['div', { 'aria-hidden': 'true' }, 'aria-hidden'],
    ['div', { 'aria-hidden': 'true', class: 'visually-hidden' }, 'clipped'],
    ['p', { 'aria-hidden': 'true', class: 'paywall' }, undefined],
    ['p', { hidden: '' }, 'hidden'],
    ['span', { class: 'byline sr-only' }, 'clipped'],
    ['span', { class: 'not-sr-only' }, undefined],
    ['span', { class: 'md:sr-only' }, undefined],
    ['div', { class: 'js-hidden' }, 'hidden'],
    ['body', { style: 'opacity:0' }, undefined],
  ] as const)('<%s %o>: %s', (element, attributes, unseen) => {
    expect(new RoleJudge().unseenOf(element, attributes)).toBe(unseen);
  });
});

test.each([
  ['display:none', 'hidden'],
  ['DISPLAY : none; color: red', 'hidden'],
  ['visibility:hidden', 'hidden'],
  ['max-height: 0; overflow: hidden', 'hidden'],
  ['display:block', undefined],
  ['overflow:hidden', undefined],
  ['clip:rect(0,0,0,0)', 'clipped'],
  ['clip: rect(1px 1px 1px 1px); position: absolute', 'clipped'],
  ['clip: rect(0, 400px, 300px, 0)', undefined],
  ['clip-path:inset(50%)', 'clipped'],
  ['clip-path:inset(10%)', undefined],
  ['position:absolute;left:-9999px', 'clipped'],
  ['text-indent:-999em', 'clipped'],
  ['margin-left:-15px', undefined],
  ['margin-left:-100px', undefined],
  ['font-size:0', 'clipped'],
  ['font-size: 0px;', 'clipped'],
  ['font-size:0.8em', undefined],
  ['font-size:10px', undefined],
  ['opacity:0', 'clipped'],
  ['opacity:0.5', undefined],
  ['opacity:0;transform:translateY(20px)', undefined],
  ['color:transparent', 'clipped'],
  ['color:transparent;-webkit-background-clip:text', undefined],
  ['color:rgba(0,0,0,0)', 'clipped'],
  ['color:#fff;background:#FFFFFF', 'clipped'],
  ['color:white;background-color:black', undefined],
  ['width:1px;height:1px;overflow:hidden', 'clipped'],
  ['width:100px;overflow:hidden', undefined],
])('the style %s hides: %s', (style, hides) => {
  expect(hidingStyle(style)).toBe(hides);
});
