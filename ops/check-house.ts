import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

// Finds what the linter does not see: the same lines in two files, one exported name with two meanings, and style sheets
// that are too long. `npm run check:house` lists them and fails if there are any.

const RUN = 6;
/** As the linter's `max-lines` for code. */
const MOST_LINES = 299;
/**
 * Names that are given by convention: a migration's step, and the function that a thread runs. `src/index.ts` exports
 * functions of other files under their names.
 */
const SHARED_NAMES = new Set(['up', 'run', 'parseFeed', 'loadTopics']);

/** Lists of phrases in several languages for people to review; some languages share phrases. */
const DATA = /^src\/core\/plausibility\/walls\//;

const root = path.resolve(import.meta.dirname, '..');
const files = globSync('{src,workers,test,bench,ops}/**/*.{ts,js,css}', { cwd: root }).sort();
const faults = [...repeatedRuns(), ...doubledNames(), ...longStyleSheets()];
for (const fault of faults) process.stderr.write(`${fault}\n`);
if (faults.length > 0) process.exitCode = 1;

interface Line {
  readonly text: string;
  /** Counted from 1. */
  readonly number: number;
}

/** The lines of code of a file: no imports, comments, blank lines or lone closing brackets. */
function codeLines(file: string): Line[] {
  const source = readFileSync(path.join(root, file), 'utf8').replaceAll(
    /^import [^;]*;$|^\s*\/\*[\s\S]*?\*\//gm,
    (skipped) => skipped.replaceAll(/[^\n]/g, ''),
  );
  return source.split('\n').flatMap((line, index) => {
    const text = line.replace(/(^|\s)\/\/ .*$/, '').trim();
    return /\w/.test(text) ? [{ text, number: index + 1 }] : [];
  });
}

/** Runs of six equal lines in two files, each reported at its first line. */
function repeatedRuns(): string[] {
  const places = new Map<string, { readonly file: string; readonly line: number }>();
  const found: string[] = [];
  for (const file of files) {
    if (DATA.test(file)) continue;
    const lines = codeLines(file);
    let last = -RUN;
    for (let at = 0; at + RUN <= lines.length; at += 1) {
      const key = lines.slice(at, at + RUN).map(({ text }) => text).join('\n');
      const line = lines[at]!.number;
      const first = places.get(key);
      if (first === undefined) places.set(key, { file, line });
      else if (first.file !== file) {
        if (at > last + 1) found.push(`${file}:${line}: the same ${RUN} lines as ${first.file}:${first.line}`);
        last = at;
      }
    }
  }
  return found;
}

/** Names that two files of `src` export. */
function doubledNames(): string[] {
  const owners = new Map<string, string>();
  return files
    .filter((file) => file.startsWith('src/') && file.endsWith('.ts'))
    .flatMap((file) => {
      const source = readFileSync(path.join(root, file), 'utf8');
      return [
        ...source.matchAll(/^export (?:async )?(?:function\*?|const|let|class|interface|type) (\w+)/gm),
      ].flatMap(([, name = '']) => {
        const owner = owners.get(name);
        owners.set(name, owner ?? file);
        return owner === undefined || owner === file || SHARED_NAMES.has(name)
          ? []
          : [`${file}: exports ${name}, as ${owner} does: one word for one thing`];
      });
    });
}

function longStyleSheets(): string[] {
  return files.flatMap((file) => {
    const lines = readFileSync(path.join(root, file), 'utf8').split('\n').length - 1;
    return file.endsWith('.css') && lines > MOST_LINES
      ? [`${file}: ${lines} lines, of ${MOST_LINES} at most`]
      : [];
  });
}
