import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../src/core/articles/extract-article.ts';

const DOCUMENTS = ['000_c0b3dfb5e8aea5a1.txt', '004_b01ec693ecf27e75.txt'];

/**
 * The document as a WordPress theme renders it: the headline repeated in the body, a comment form inside the content.
 */
function wordPressPage(document: string): { html: string; headline: string; paragraphs: string[] } {
  const paragraphs = document
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const headline = paragraphs[0]!;
  const form = paragraphs.findIndex((line) => line.startsWith('Laisser un commentaire'));
  const body = paragraphs.slice(1, form).map((line) => `<p>${line}</p>`);
  const html = `<!DOCTYPE html><html lang="fr-FR"><head><meta charset="utf-8"><title>${headline} - Actu Puces</title></head>
<body class="single single-post"><header><a href="/">Actu Puces</a><nav><ul><li><a href="/a">Accueil</a></li></ul></nav></header>
<main><article class="post-1 post type-post tag-nvidia"><h1 class="entry-title">${headline}</h1>
<div class="entry-content">${body.join('\n')}
<h3>Laisser un commentaire</h3><p>Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *</p>
</div></article>
<div id="comments"><ol><li class="comment"><p>Et les douanes alors, elles dorment encore une fois, comme toujours ?</p></li></ol></div></main>
<aside class="widget-area"><ul><li><a href="/x">Bon plan : un écran</a></li></ul></aside></body></html>`;
  return { html, headline, paragraphs: paragraphs.slice(1, form) };
}

describe.each(DOCUMENTS)('%s', (name) => {
  const text = readFileSync(new URL(`../../../fixtures/documents/${name}`, import.meta.url), 'utf8');
  const { html, headline, paragraphs } = wordPressPage(text);
  const article = extractArticle(html, 'https://actu-puces.example/2025/09/article/');

  test('keeps every paragraph of the body', () => {
    for (const paragraph of paragraphs.filter((line) => line.length > 120 && line !== headline)) {
      expect(article.text).toContain(paragraph.replace(/\s+/g, ' '));
    }
  });

  test('leaves out the repeated headline, the comment form and the comments', () => {
    expect(article.title).toBe(headline);
    expect(article.text).not.toContain(headline);
    expect(article.text).not.toMatch(/Laisser un commentaire|Votre adresse e-mail|elles dorment/);
  });
});
