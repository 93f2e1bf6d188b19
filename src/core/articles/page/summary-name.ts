import { FirstTest } from '../../matching/first-test.ts';

/** Names of boxes that hold a summary made by a program. */
export const SUMMARY_NAME =
  /(?:^|[^a-z])(?:gen-?)?(?:ai|ki|llm|gpt)[-_]?(?:summary|summaries|overview|tl-?dr|zusammenfassung|resume|resumen|takeaways|generated)|summary[-_](?:ai|ki|llm|gpt)(?![a-z])|(?:^|[^a-z])tl-?dr(?![a-z])/i;

const FIRST = new FirstTest([SUMMARY_NAME]);

/** Whether a class name or id belongs to such a box. */
export function isSummaryName(name: string): boolean {
  return FIRST.of(name) !== 0 && SUMMARY_NAME.test(name);
}
