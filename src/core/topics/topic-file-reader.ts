import { explainIssues } from '../yaml/explain-issues.ts';
import { fieldName, type Path, YamlSource } from '../yaml/yaml-source.ts';
import type { TopicFileProblem } from './topic-file-error.ts';
import { type TopicFile, topicFileSchema } from './topic-schema.ts';

/** A file of a topics directory. */
export interface TopicSource {
  /** For messages. */
  readonly file: string;
  readonly source: string;
}

/** Parses one file and knows the line of everything in it. Faults are added to `problems`. */
export class FileReader {
  readonly file: string;
  private readonly yaml: YamlSource;
  private readonly problems: TopicFileProblem[];
  /** The file with blanks for its comments, so that no term is found in one. */
  private readonly uncommented: string;

  constructor({ file, source }: TopicSource, problems: TopicFileProblem[]) {
    this.file = file;
    this.problems = problems;
    this.yaml = new YamlSource(source);
    this.uncommented = source.replaceAll(/(?<=^|\s)#.*$/gm, (comment) => ' '.repeat(comment.length));
  }

  read(): TopicFile | undefined {
    if (this.yaml.faults.length > 0) {
      for (const { offset, message } of this.yaml.faults) this.reportAt(offset, message);
      return undefined;
    }
    const value = this.yaml.value();
    const parsed = topicFileSchema.safeParse(value);
    if (parsed.success) return parsed.data;
    for (const { path, atKey, message } of explainIssues(parsed.error.issues, value, topicFileSchema))
      this.report(path, atKey ? message : `${nameOf(path, value)}: ${message}`, atKey);
    return undefined;
  }

  report(path: Path, message: string, atKey = false): void {
    this.reportAt(this.offsetOf(path, atKey), message);
  }

  reportAt(offset: number, message: string): void {
    this.problems.push({ file: this.file, ...this.yaml.placeAt(offset), message });
  }

  lineOf(path: Path, atKey = false): number {
    return this.yaml.placeOf(path, atKey).line;
  }

  lineAt(offset: number): number {
    return this.yaml.placeAt(offset).line;
  }

  /** Whether the comment on the line says that a person has reviewed it: `# reviewed: …`. */
  isReviewedAt(offset: number): boolean {
    const line = this.yaml.source.slice(offset).split('\n', 1)[0] ?? '';
    return /(?:^|\s)#.*\breviewed\b/.test(line);
  }

  offsetOf(path: Path, atKey: boolean): number {
    return this.yaml.offsetOf(path, atKey);
  }

  /** Terms with their offsets in the source. */
  terms(value: string | string[] | undefined, path: Path): { term: string; offset: number }[] {
    if (value === undefined) return [];
    if (Array.isArray(value)) {
      return value.map((term, index) => ({ term, offset: this.offsetOf([...path, index], false) }));
    }
    const listed = value
      .split('\n')
      .flatMap((line) => line.replace(/(^|\s)#.*$/, '').split(','))
      .map((term) => term.trim())
      .filter((term) => term !== '');
    let from = this.offsetOf(path, false);
    return listed.map((term) => {
      const found = this.uncommented.indexOf(term, from);
      if (found < 0) return { term, offset: from };
      // The next term is searched after this one, so that `chip` is not found in `potato chip`.
      from = found + term.length;
      return { term, offset: found };
    });
  }
}

/** The path of a place in the file: `rules[0].weight of "export-control-on-chips"`. */
function nameOf(path: Path, value: unknown): string {
  if (path.length === 0) return 'the file';
  let at = value;
  let id: unknown;
  for (const key of path) {
    at = (at as Record<PropertyKey, unknown> | null | undefined)?.[key];
    if (typeof key === 'number') id = (at as { id?: unknown } | null | undefined)?.id ?? id;
  }
  const name = fieldName(path);
  return typeof id === 'string' ? `${name} of "${id.slice(0, 60)}"` : name;
}
