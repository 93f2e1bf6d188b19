import { labelledArticles, type LabelledArticle } from '../../test/support/loopback-outlet.ts';
import { framed } from './page-frame.ts';
import { mulberry32 } from './random.ts';

/** Articles in pages as heavy as those of the web. The markup around them is generated and contains nobody's text. */
export interface HeavyPages {
  readonly articles: readonly LabelledArticle[];
  page(index: number): string;
}

/** One article in this many is on a topic: 5 %. */
const ON_TOPIC = 20;
const FRAMES = 40;

/** The labelled articles; if there are too few, they repeat with their paragraphs in another order. */
export function heavyPages(count: number): HeavyPages {
  const random = mulberry32(20_261_129);
  const labelled = labelledArticles();
  const [on, off] = [true, false].map((wanted) =>
    labelled.filter(({ topics }) => topics.length > 0 === wanted),
  ) as [LabelledArticle[], LabelledArticle[]];
  const articles = Array.from({ length: count }, (_, index) => {
    const from = index % ON_TOPIC === 0 ? on : off;
    const nth = index % ON_TOPIC === 0 ? index / ON_TOPIC : index - Math.ceil(index / ON_TOPIC);
    const article = from[nth % from.length] as LabelledArticle;
    const copy = Math.floor(nth / from.length);
    if (copy === 0) return article;
    const paragraphs = article.body.split('\n\n').map((text) => ({ text, at: random() }));
    const body = paragraphs
      .toSorted((a, b) => a.at - b.at)
      .map(({ text }) => text)
      .join('\n\n');
    return { ...article, id: `${article.id}-${copy}`, title: `${article.title} (${copy})`, body };
  });
  const frames = Array.from({ length: FRAMES }, (_, n) =>
    framed(
      `<!doctype html><html><head><meta charset="utf-8">@${' '.repeat(n)}</head><body>@</body></html>`,
    ).split('@'),
  );
  return {
    articles,
    page(index) {
      const { title, body } = articles[index] as LabelledArticle;
      const [top, middle, bottom] = frames[index % FRAMES] as [string, string, string];
      const paragraphs = body.split('\n\n').map((text) => `<p>${safe(text)}</p>`);
      return `${top}<title>${safe(title)}</title>${middle}<main><article><h1>${safe(title)}</h1>${paragraphs.join('\n')}</article></main>${bottom}`;
    },
  };
}

export function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
