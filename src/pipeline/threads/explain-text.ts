import { extractArticle } from '../../core/articles/extract-article.ts';
import { decodeDocument } from '../../core/encoding/decode.ts';
import { detectLanguage } from '../../core/language/detect-language.ts';
import { explain, type Explanation } from '../../core/topics/explain.ts';
import type { ClassifiableArticle } from '../../core/topics/match.ts';
import { openModels, type SharedModels } from '../models/shared-models.ts';

/** What to explain: a fetched page, or a text. */
export type ExplainedText =
  | {
      readonly page: {
        readonly bytes: Uint8Array;
        readonly contentType: string | undefined;
        readonly url: string;
      };
    }
  | { readonly article: ClassifiableArticle };

export type ExplainTask = ExplainedText & { readonly models: SharedModels };

export interface TextExplanation {
  /** With the detected language, where none was given. */
  readonly article: ClassifiableArticle;
  readonly explanation: Explanation;
}

/** Explains for every rule where it fired in a text. Runs inside a thread. */
export function explainText(task: ExplainTask): TextExplanation {
  const { topics } = openModels(task.models);
  const article = 'page' in task ? articleOf(task.page) : task.article;
  const language = article.language ?? detectLanguage(`${article.title}\n\n${article.text}`).language;
  const known = { ...article, language };
  return { article: known, explanation: explain(known, topics) };
}

function articleOf({
  bytes,
  contentType,
  url,
}: Extract<ExplainedText, { page: unknown }>['page']): ClassifiableArticle {
  const { text } = decodeDocument(bytes, { contentType, kind: 'html' });
  const article = extractArticle(text, url);
  const { language } = detectLanguage(`${article.title}\n\n${article.text}`, { page: article.languageHint });
  return { title: article.title, lead: article.lead, text: article.text, language };
}
