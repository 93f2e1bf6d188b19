import { Command } from 'commander';
import { matchedBy } from '../core/messages/topic-facts.ts';
import { createDocumentReader } from '../pipeline/threads/document-reader.ts';
import type { ReadPage } from '../pipeline/threads/read-article.ts';
import { configOf } from './context.ts';
import { loadPage } from './load-page.ts';
import { requireWebAddress } from './option-values.ts';
import { plain, print, printJson } from './output.ts';

/** `chipwatch check URL|FILE|-`: shows what the pipeline makes of one page, and stores nothing. */
export function checkCommand(): Command {
  return new Command('check')
    .description('extract, tag, classify and explain one page without storing it')
    .argument('<page>', 'URL, HTML file, or - for standard input')
    .option('--json', 'print JSON')
    .option(
      '--url <url>',
      'the address to assume for a file or standard input',
      requireWebAddress,
      'http://localhost/',
    )
    .action(async (page: string, options: { json?: boolean; url: string }, command: Command) => {
      const config = configOf(command);
      const reader = createDocumentReader({ threads: 1, topics: config.topics, entities: config.entities });
      try {
        const { language, ...document } = await loadPage(page, options.url, command);
        const read = await reader.readArticle({
          page: document,
          entry: {
            url: document.url,
            title: '',
            author: undefined,
            summary: undefined,
            content: undefined,
            published: undefined,
          },
          hints: { http: language, feed: undefined },
          outlet: new URL(document.url).hostname,
          seenAt: new Date(),
        });
        if (options.json) {
          const { story: _, ...shown } = read;
          printJson(shown);
        } else printPage(read);
      } finally {
        await reader.close();
      }
    });
}

function printPage({ article, language, matches, entities }: ReadPage): void {
  print(plain(article.title) || '(no title)');
  const facts = [
    ['link', article.canonicalUrl],
    ['published', article.published?.toISOString()],
    ['authors', article.authors.join(', ') || undefined],
    ['language', `${language.tag} (${language.language}), confidence ${language.confidence.toFixed(2)}`],
    [
      'text',
      `${article.text.length} characters, found through ${article.via}, confidence ${article.confidence.toFixed(2)}`,
    ],
    ['names', entities.map((entity) => entity.name).join(', ') || undefined],
  ] as const;
  for (const [name, value] of facts) if (value !== undefined) print(`  ${name.padEnd(10)} ${plain(value)}`);
  print();
  if (matches.length === 0) print('No topic: this page would not alert.');
  for (const match of matches) {
    print(
      `${match.label} (${match.topic}): ${match.level}, confidence ${match.confidence} of 100${match.stance === undefined ? '' : `, ${match.stance}`}`,
    );
    print(`  ${plain(matchedBy(match))}`);
    for (const passage of match.passages.slice(0, 3)) {
      print(`  “${plain(passage.text)}”`);
      print(
        `     ${passage.rule} in the ${passage.field}: ${passage.terms.map((term) => `${plain(term.text)} = ${term.concept}`).join('; ')}`,
      );
    }
  }
}
