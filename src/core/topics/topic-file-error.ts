/** A fault in a topic file. Lines and columns count from 1. */
export interface TopicFileProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The topic files have faults; one line for each: `file:line:column: message`. */
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
