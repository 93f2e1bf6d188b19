import path from 'node:path';

/** A file as messages name it: from the working directory; absolute where it lies elsewhere. */
export function shownPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  // An absolute path is easier to read than one with many `../`.
  return relative.startsWith('..') ? file : relative || file;
}
