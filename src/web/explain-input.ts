import { titledText } from '../core/topics/titled-text.ts';
import type { TextExplanation } from '../pipeline/threads/explain-text.ts';
import type { Service } from '../service/open-service.ts';
import type { Problem } from './problem.ts';
import { mayAccess, type Visitor } from './route.ts';

/** Applies the rules to a text whose first line is its title, or to the page at an address. */
export async function explainInput(
  { reader, source }: Service['pipeline'],
  visitor: Visitor,
  text: string,
): Promise<TextExplanation | Problem> {
  if (!/^https?:\/\/\S+$/.test(text))
    return reader.explain({ article: { ...titledText(text), language: undefined } });
  if (!mayAccess(visitor.role, 'analyst'))
    return { status: 403, title: 'Your role may explain texts, not fetch pages' };
  try {
    const page = await source.get({ url: text, kind: 'page' });
    if (page.status !== 200) return { status: 422, title: `The page answered ${page.status}` };
    return await reader.explain({
      page: { bytes: page.body, contentType: page.headers['content-type'], url: page.url },
    });
  } catch (error) {
    return { status: 422, title: 'The page cannot be fetched', detail: (error as Error).message };
  }
}
