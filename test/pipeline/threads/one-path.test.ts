import { expect, test } from 'vitest';
import {
  featureAll,
  groupAll,
  type LabelledArticle,
  readStorySet,
  STORY_SETS,
  type StorySetName,
} from '../../../bench/story-set.ts';
import { shareModels } from '../../../src/pipeline/models/shared-models.ts';
import { readArticle } from '../../../src/pipeline/threads/read-article.ts';

const models = await shareModels({
  topics: 'config/topics',
  entities: 'config/entities.yaml',
});

/** Reads the article as the service does, from the bytes of a page. */
async function serve(article: LabelledArticle) {
  const paragraphs = article.text.split('\n\n').map((paragraph) => `<p>${escaped(paragraph)}</p>`);
  const html = `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(article.title)}</title>
    <meta property="article:published_time" content="${article.published}"></head>
    <body><article><h1>${escaped(article.title)}</h1>${paragraphs.join('\n')}</article></body></html>`;
  const entry = { author: undefined, summary: undefined, content: undefined, published: undefined };
  return readArticle({
    page: { bytes: new TextEncoder().encode(html), contentType: 'text/html', url: article.url },
    entry: { ...entry, url: article.url, title: article.title },
    hints: { http: undefined, feed: undefined },
    outlet: article.outlet,
    seenAt: new Date(article.published),
    // With features even where no topic matches.
    isAgain: true,
    models,
  });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

test.each(Object.keys(STORY_SETS) as StorySetName[])(
  'the service reads and decides every article of the set as the benchmark does: %s',
  // Hundreds of articles take minutes on a busy machine.
  { timeout: 300_000 },
  async (name) => {
    const articles = readStorySet(name);
    const served: Awaited<ReturnType<typeof serve>>[] = [];
    for (const article of articles) served.push(await serve(article));
    // Extraction leaves out parts of the text that are not news, so both sides are compared on what it leaves in.
    const extracted = articles.map((article, at) => {
      const { title, text } = served[at]!.article;
      return { ...article, title, text };
    });
    const measured = await featureAll(extracted);
    const stories = served.flatMap(({ story }) => story ?? []);
    expect(stories).toEqual(measured);
    const decisions = (featured: typeof measured) =>
      groupAll(articles, featured).map(({ id, story, decision }) => ({ id, story, decision }));
    expect(decisions(stories)).toEqual(decisions(measured));
  },
);
