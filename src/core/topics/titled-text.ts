import type { ClassifiableArticle } from './match.ts';

/** Plain text as an article: its first line is the title. */
export function titledText(text: string): Pick<ClassifiableArticle, 'title' | 'text'> {
  const [title = '', ...rest] = text.trim().split('\n');
  return { title: title.trim(), text: rest.join('\n').trim() };
}
