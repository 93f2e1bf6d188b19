import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { Command } from 'commander';
import { fileErrorReason } from '../../io/file-error.ts';
import { extractArticle } from '../../core/articles/extract-article.ts';
import { decodeDocument } from '../../core/encoding/decode.ts';
import { detectLanguage } from '../../core/language/detect-language.ts';
import type { ClassifiableArticle } from '../../core/topics/match.ts';
import { openSource } from '../../service/open-source.ts';
import { configOf } from '../context.ts';
import { CommandFailure } from '../failure.ts';

/** Reads the input of `topics explain`: a page, or plain text whose first line is the title. */
export async function readExplained(
  source: string,
  language: string | undefined,
  command: Command,
): Promise<ClassifiableArticle> {
  const { bytes, contentType, url } = await load(source, command);
  const content = decodeDocument(bytes, { contentType, kind: 'html' }).text;
  if (content.trim() === '')
    throw new CommandFailure(
      `${source === '-' ? 'Standard input' : source} is empty: expected a page, or text whose first line is the title.`,
      2,
    );
  if (!/^\s*</.test(content)) return toArticle(content, language);
  const article = extractArticle(content, url);
  const detected = detectLanguage(`${article.title}\n\n${article.text}`, { page: article.languageHint });
  return {
    title: article.title,
    lead: article.lead,
    text: article.text,
    language: language ?? detected.language,
  };
}

function toArticle(content: string, language: string | undefined): ClassifiableArticle {
  const text = content.trim();
  const end = text.indexOf('\n');
  const title = end < 0 ? text : text.slice(0, end).trim();
  return {
    title,
    text: end < 0 ? '' : text.slice(end).trim(),
    language: language ?? detectLanguage(text).language,
  };
}

async function load(source: string, command: Command) {
  if (/^https?:/i.test(source)) {
    await using page = await openSource(configOf(command)).then((open) => ({
      get: open.get,
      [Symbol.asyncDispose]: () => open.close(),
    }));
    const response = await page.get({ url: source, kind: 'page' });
    if (response.status !== 200) throw new CommandFailure(`${source} answered ${response.status}.`);
    return {
      bytes: response.body,
      contentType: response.headers['content-type'],
      url: response.url,
    };
  }
  const bytes =
    source === '-'
      ? new Uint8Array(await buffer(process.stdin))
      : await readFile(source).catch((error: Error) => {
          throw new CommandFailure(`${source} cannot be read: ${fileErrorReason(error)}`, 2);
        });
  return { bytes, contentType: undefined, url: 'http://localhost/' };
}
