import type { Command } from 'commander';
import { extractArticle } from '../../core/articles/extract-article.ts';
import { decodeDocument } from '../../core/encoding/decode.ts';
import { detectLanguage } from '../../core/language/detect-language.ts';
import type { ClassifiableArticle } from '../../core/topics/match.ts';
import { titledText } from '../../core/topics/titled-text.ts';
import { CommandFailure } from '../failure.ts';
import { loadPage } from '../load-page.ts';

/** Reads the input of `topics explain`: a page, or plain text whose first line is the title. */
export async function readExplained(
  source: string,
  language: string | undefined,
  command: Command,
): Promise<ClassifiableArticle> {
  const { bytes, contentType, url } = await loadPage(source, 'http://localhost/', command);
  const content = decodeDocument(bytes, { contentType, kind: 'html' }).text;
  if (content.trim() === '')
    throw new CommandFailure(
      `${source === '-' ? 'Standard input' : source} is empty: expected a page, or text whose first line is the title.`,
      2,
    );
  if (!/^\s*</.test(content))
    return { ...titledText(content), language: language ?? detectLanguage(content.trim()).language };
  const article = extractArticle(content, url);
  const detected = detectLanguage(`${article.title}\n\n${article.text}`, { page: article.languageHint });
  return {
    title: article.title,
    lead: article.lead,
    text: article.text,
    language: language ?? detected.language,
  };
}
