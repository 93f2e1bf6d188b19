/** What is wrong in a topic file, and where. Lines and columns count from 1. */
export interface TopicFileProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Topic files that must not be used: one `file:line:column: message` a line. */
export class TopicFileError extends Error {
  override name = 'TopicFileError';
  readonly problems: readonly TopicFileProblem[];

  constructor(problems: readonly TopicFileProblem[]) {
    super(
      problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`).join('\n'),
    );
    this.problems = problems;
  }
}
