import { ldText } from '../metadata/json-ld.ts';
import type { PageFacts } from '../metadata/page-facts.ts';
import { toParagraphs } from './to-paragraphs.ts';

/** A shorter body is a summary. Characters. */
const MIN_BODY = 200;

/** The article body in the page's JSON-LD, paragraphs separated by blank lines. */
export function bodyFromJsonLd(facts: PageFacts): string | undefined {
  const posts = facts.article?.['liveBlogUpdate'];
  const said =
    ldText(facts.article?.['articleBody']) ??
    (Array.isArray(posts) ? posts.map((post) => ldText(post?.articleBody) ?? '').join('\n\n') : undefined) ??
    longest(facts.nodes.map((node) => ldText(node['articleBody']) ?? ''));
  if (said === undefined || said.length < MIN_BODY) return undefined;
  return toParagraphs(said);
}

function longest(texts: readonly string[]): string | undefined {
  return texts.reduce<string | undefined>(
    (best, text) => (text.length > (best?.length ?? 0) ? text : best),
    undefined,
  );
}
