/** One thing that is wrong in a configuration: what was found, where, and what was expected. */
export interface ConfigProblem {
  /** The file, or `environment`. */
  readonly file: string;
  /** 1-based. */
  readonly line?: number | undefined;
  /** `web.port`, `channels[1].url`; empty for the whole file. */
  readonly field: string;
  readonly message: string;
}

/** The configuration cannot be used. The message has one line for each problem; the service does not start (exit 2). */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly ConfigProblem[];
  constructor(problems: readonly ConfigProblem[], options?: ErrorOptions) {
    super(problems.map(describe).join('\n'), options);
    this.problems = problems;
  }
}

function describe({ file, line, field, message }: ConfigProblem): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return field === '' ? `${place}: ${message}` : `${place}: ${field}: ${message}`;
}
