import { LineCounter, type Document, isMap, isNode, isScalar, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { TopicFileProblem } from './topic-file-error.ts';
import { type TopicFile, topicFileSchema } from './topic-schema.ts';

/** A file of a topics directory. */
export interface TopicSource {
  /** For messages. */
  readonly file: string;
  readonly source: string;
}

/** Where a value stands in its file: keys and indices from the root. */
export type Path = readonly PropertyKey[];

/** Reads one file and knows the line of everything in it; what is wrong goes to `problems`. */
export class FileReader {
  readonly file: string;
  private readonly source: string;
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed;
  private readonly problems: TopicFileProblem[];

  constructor({ file, source }: TopicSource, problems: TopicFileProblem[]) {
    this.file = file;
    this.source = source;
    this.problems = problems;
    this.document = parseDocument(source, { lineCounter: this.lines, uniqueKeys: true, prettyErrors: false });
  }

  read(): TopicFile | undefined {
    if (this.document.errors.length > 0) {
      for (const error of this.document.errors) this.reportAt(error.pos[0], error.message);
      return undefined;
    }
    const parsed = topicFileSchema.safeParse(this.document.toJS({ maxAliasCount: 20 }));
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) this.reportIssue(issue);
    return undefined;
  }

  private reportIssue(issue: z.core.$ZodIssue): void {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) this.report([...issue.path, key], `unknown key "${key}"`, true);
    } else this.report(issue.path, `${issue.path.map(String).join('.') || 'file'}: ${issue.message}`);
  }

  report(path: Path, message: string, atKey = false): void {
    this.reportAt(this.offsetOf(path, atKey), message);
  }

  reportAt(offset: number, message: string): void {
    const { line, col } = this.lines.linePos(offset);
    this.problems.push({ file: this.file, line: Math.max(1, line), column: Math.max(1, col), message });
  }

  lineOf(path: Path, atKey = false): number {
    return Math.max(1, this.lines.linePos(this.offsetOf(path, atKey)).line);
  }

  lineAt(offset: number): number {
    return this.lines.linePos(offset).line;
  }

  /** Where a value (or its key) begins; the nearest ancestor's place if it is missing. */
  offsetOf(path: Path, atKey: boolean): number {
    for (let length = path.length; length > 0; length--) {
      const parent = this.document.getIn(path.slice(0, length - 1), true);
      const key = path[length - 1];
      if (atKey && isMap(parent)) {
        const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key);
        if (pair !== undefined && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
      }
      const node = this.document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return node.range[0];
    }
    return 0;
  }

  /** Terms with the offset at which each is written. */
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
    let offset = this.offsetOf(path, false);
    return listed.map((term) => {
      const found = this.source.indexOf(term, offset);
      if (found >= 0) offset = found;
      return { term, offset };
    });
  }
}
