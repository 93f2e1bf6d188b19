import { expect, test } from 'vitest';
import { extractArticle } from '../../../src/core/articles/extract-article.ts';
import { PROSE } from '../../cases/support/pages.ts';

const page = (prefix: string, said: readonly string[], declared = prefix): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<${prefix}:html xmlns:${declared}="http://www.w3.org/1999/xhtml" xml:lang="de"><${prefix}:head>
<${prefix}:title>Brücke eröffnet</${prefix}:title><${prefix}:style>p { color: red }</${prefix}:style>
<${prefix}:meta name="author" content="Anna Muster"/></${prefix}:head><${prefix}:body>
<${prefix}:div class="related"><${prefix}:a href="/a">Andere Meldungen</${prefix}:a></${prefix}:div>
<${prefix}:h1>Brücke eröffnet</${prefix}:h1>${said.map((text) => `<${prefix}:p>${text}</${prefix}:p>`).join('\n')}
<${prefix}:script>var a = 1;</${prefix}:script></${prefix}:body></${prefix}:html>`;

test.each([
  ['h', PROSE.de],
  ['xhtml', PROSE.ru],
  ['html', PROSE.ja],
  ['x.y', PROSE.ar],
])('elements with the prefix %s are read as those of HTML', (prefix, said) => {
  const article = extractArticle(page(prefix, said), 'https://paper.example/a/1');
  expect(article.text.split('\n\n')).toEqual(said);
  expect(article).toMatchObject({ title: 'Brücke eröffnet', authors: ['Anna Muster'] });
});

test('another prefix is not removed', () => {
  const { text } = extractArticle(page('m', PROSE.de, 'h'), 'https://paper.example/a/1');
  expect(text).not.toBe(PROSE.de.join('\n\n'));
});
