import { articleFromFeed } from '../../../../src/core/articles/article-from-feed.ts';

/** The text of an entry with this content. */
export const textOf = (title: string, content: string) =>
  articleFromFeed({
    url: 'https://outlet.example/1',
    title,
    author: undefined,
    summary: undefined,
    content,
    published: undefined,
  }).text;
