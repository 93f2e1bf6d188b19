import { describe, expect, test } from 'vitest';
import { addressForms } from '../../../src/core/why/address-forms.ts';

const STORED = 'https://news.example/2026/chips?id=7';

describe('the stored address is among the forms of', () => {
  test.each([
    STORED,
    ` ${STORED} `,
    'https://news.example/2026/chips?id=7&utm_source=rss&utm_medium=feed',
    'https://news.example/2026/chips?id=7#comments',
    'http://news.example/2026/chips?id=7',
    'https://www.news.example/2026/chips?id=7',
    'https://news.example/2026/chips/?id=7',
    'https://m.news.example/2026/chips/?id=7&fbclid=x',
  ])('%s', (address) => {
    expect(addressForms(address)).toContain(STORED);
  });
});

test.each([
  ['https://news.example/2026/chips?id=8'],
  ['https://other.example/2026/chips?id=7'],
  ['https://news.example/2026?id=7'],
])('but not of %s', (address) => {
  expect(addressForms(address)).not.toContain(STORED);
});

test.each(['nonsense', '', 'mailto:x@example.org', 'javascript:alert(1)'])(
  '%j is no address of an article',
  (address) => {
    expect(addressForms(address)).toEqual([address]);
  },
);
