import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { createThreadPool, type ThreadPool } from '../io/threads/thread-pool.ts';
import type { ExtractArticleTask, ExtractedPage } from '../pipeline/threads/extract-article.ts';
import { extractLines } from './extract-lines.ts';
import { CommandFailure } from './failure.ts';
import { loadPage } from './load-page.ts';
import { requireWebAddress } from './option-values.ts';
import { printJson } from './output.ts';

/** The time limit for one page, in milliseconds. */
const DEADLINE_MS = 10_000;

interface ExtractOptions {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly url?: string;
}

/** `chipwatch extract URL|FILE|-`: prints the article of a page as Markdown or JSON; with `--jsonl` of many pages. */
export function extractCommand(): Command {
  return new Command('extract')
    .description('print the article that is in a page')
    .argument('<page>', 'URL, HTML file, or - for standard input')
    .option('--json', 'print JSON instead of Markdown')
    .option('--jsonl', 'read one {"html","url"} object a line and print one article a line')
    .option('--url <url>', 'the address to assume for a file or standard input', requireWebAddress)
    .action(async (page: string, options: ExtractOptions, command: Command) => {
      const pool = createThreadPool<ExtractArticleTask, ExtractedPage>({
        entry: new URL('../pipeline/threads/extract-article.ts', import.meta.url),
        maxThreads: options.jsonl ? Math.max(1, availableParallelism() - 1) : 1,
        deadlineMs: DEADLINE_MS,
      });
      try {
        if (options.jsonl) await extractLines(page, pool);
        else await extractOne(page, options, pool, command);
      } finally {
        await pool.close();
      }
    });
}

async function extractOne(
  page: string,
  options: ExtractOptions,
  pool: ThreadPool<ExtractArticleTask, ExtractedPage>,
  command: Command,
): Promise<void> {
  const { article, markdown } = await pool.run(await load(page, options, command));
  if (options.json) printJson(article);
  else process.stdout.write(markdown);
  if (article.text === '') throw new CommandFailure(`No article was found in ${page}.`, 3);
}

async function load(page: string, options: ExtractOptions, command: Command): Promise<ExtractArticleTask> {
  const assumed = options.url ?? (page === '-' ? 'http://localhost/' : pathToFileURL(page).href);
  const { bytes, contentType, url } = await loadPage(page, assumed, command);
  return { page: { bytes, contentType }, url };
}
