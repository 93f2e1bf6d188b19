import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { explainLines } from '../core/yaml/explain-issues.ts';
import { explainJsonError } from '../core/yaml/explain-json-error.ts';
import { jsonText } from '../core/messages/json-text.ts';
import { count } from '../core/messages/phrases.ts';
import { fileErrorReason } from '../io/file-error.ts';
import type { ThreadPool } from '../io/threads/thread-pool.ts';
import type { ExtractArticleTask, ExtractedPage } from '../pipeline/threads/extract-article.ts';
import { CommandFailure } from './failure.ts';
import { openGivenLines } from './given-file.ts';
import { type ByteProgress, startByteProgress } from './progress.ts';

/** How many pages are read ahead of the oldest unfinished one: enough for every thread, few enough for memory. */
const AHEAD = 32;

const LINE = z.object({ html: z.string(), url: z.string().default('http://localhost/') });

interface Outcome {
  readonly ok: boolean;
  /** Length of the line that was read. */
  readonly bytes: number;
  readonly line: string;
}

/**
 * Extracts one page for each line of a file or standard input (`-`), and prints one JSON object on each line in the
 * same order: the article, or `{"url","error"}`. A bar on standard error shows the progress.
 */
export async function extractLines(
  input: string,
  pool: ThreadPool<ExtractArticleTask, ExtractedPage>,
): Promise<void> {
  const stream = await openGivenLines(input);
  const progress = await openProgress(input);
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  const pending: Promise<Outcome>[] = [];
  let done = 0;
  let failed = 0;
  const settle = async (): Promise<void> => {
    const outcome = await pending.shift()!;
    if (!process.stdout.write(`${outcome.line}\n`)) {
      await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
    done++;
    if (!outcome.ok) failed++;
    progress?.advance(outcome.bytes, `${count(done, 'page')}, ${failed} failed`);
  };
  try {
    for await (const line of lines) {
      if (line.trim() === '') continue;
      pending.push(extractLine(line, pool));
      if (pending.length >= AHEAD) await settle();
    }
    while (pending.length > 0) await settle();
  } finally {
    progress?.stop();
  }
  process.stderr.write(`${count(done, 'page')}, ${failed} failed\n`);
  if (failed > 0)
    throw new CommandFailure(`${failed} of ${count(done, 'page')} failed; their lines say why.`, 1);
}

async function extractLine(
  line: string,
  pool: ThreadPool<ExtractArticleTask, ExtractedPage>,
): Promise<Outcome> {
  let url: string | undefined;
  const bytes = Buffer.byteLength(line) + 1;
  try {
    const value = parseJson(line);
    const parsed = LINE.safeParse(value);
    if (!parsed.success) throw new Error(explainLines(parsed.error.issues, value, LINE));
    const page = parsed.data;
    url = page.url;
    const { article } = await pool.run({ page: page.html, url });
    return { ok: true, bytes, line: jsonText(article) };
  } catch (error) {
    return {
      ok: false,
      bytes,
      line: jsonText({ url, error: error instanceof Error ? error.message : String(error) }),
    };
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Error(`this line is ${explainJsonError(line, error)}`, { cause: error });
  }
}

/** Progress through a file; none for standard input, whose length is unknown. */
async function openProgress(input: string): Promise<ByteProgress | undefined> {
  if (input === '-') return undefined;
  const { size } = await stat(input).catch((error: Error) => {
    throw new CommandFailure(`${input} cannot be read: ${fileErrorReason(error)}`, 2);
  });
  return startByteProgress(size);
}
