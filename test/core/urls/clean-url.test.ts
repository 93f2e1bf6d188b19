import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanUrl } from '../../../src/core/urls/clean-url.ts';

describe('cleanUrl', () => {
  test.each([
    [
      'campaign parameters go, others stay in order',
      'https://a.example/x?utm_source=rss&b=2&fbclid=1&a=1',
      'https://a.example/x?b=2&a=1',
    ],
    [
      'encoding of what stays is kept',
      'https://a.example/x?q=a%20b+c&utm_medium=m',
      'https://a.example/x?q=a%20b+c',
    ],
    ['the fragment goes', 'https://a.example/x#comments', 'https://a.example/x'],
    ['a route in the fragment stays', 'https://a.example/#!/story/1', 'https://a.example/#!/story/1'],
    ['host in lower case, default port out', 'HTTPS://A.Example:443/X', 'https://a.example/X'],
    ['credentials go', 'https://u:p@a.example/x', 'https://a.example/x'],
    ['source=rss goes', 'https://a.example/x?source=rss', 'https://a.example/x'],
    [
      'source with a meaning stays',
      'https://a.example/x?source=reuters',
      'https://a.example/x?source=reuters',
    ],
    ['from=2 stays: a page number', 'https://a.example/x?from=2', 'https://a.example/x?from=2'],
    ['AMP suffix', 'https://a.example/2025/story/amp', 'https://a.example/2025/story'],
    ['AMP suffix with slash', 'https://a.example/2025/story/amp/', 'https://a.example/2025/story/'],
    ['AMP extension', 'https://a.example/story.amp.html', 'https://a.example/story.html'],
    ['AMP prefix', 'https://a.example/amp/story', 'https://a.example/story'],
    ['AMP parameter', 'https://a.example/story?amp=1&id=4', 'https://a.example/story?id=4'],
    ['bare AMP parameter', 'https://a.example/story?amp', 'https://a.example/story'],
    [
      'an amplifier is no AMP',
      'https://a.example/amplifier?amp=tube',
      'https://a.example/amplifier?amp=tube',
    ],
    ['Google AMP viewer', 'https://www.google.com/amp/s/a.example/story/amp/', 'https://a.example/story/'],
    ['AMP cache', 'https://a-example.cdn.ampproject.org/c/s/a.example/story', 'https://a.example/story'],
    ['damaged escapes', 'https://a.example/x?y=%zz&utm_source=%zz', 'https://a.example/x?y=%zz'],
    ['no address', ' not an address ', 'not an address'],
    ['another scheme', 'mailto:a@b.example', 'mailto:a@b.example'],
  ])('%s', (_, url, expected) => {
    expect(cleanUrl(url)).toBe(expected);
  });

  test('is idempotent and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
        (url) => {
          const once = cleanUrl(url);
          expect(cleanUrl(once)).toBe(once);
        },
      ),
    );
  });

  test('keeps every parameter that is not on the list', () => {
    const name = fc.stringMatching(/^x[a-z]{1,6}$/);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, fc.stringMatching(/^[a-z0-9]{1,5}$/)), { minLength: 1 }),
        (pairs) => {
          const query = pairs.map(([key, value]) => `${key}=${value}`).join('&');
          expect(cleanUrl(`https://a.example/p?utm_source=z&${query}`)).toBe(`https://a.example/p?${query}`);
        },
      ),
    );
  });
});
