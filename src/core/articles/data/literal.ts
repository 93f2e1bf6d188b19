/** Deeper values are left out. */
const MAX_DEPTH = 120;

/** A value of a script, and where the text after it begins. */
export interface Literal {
  readonly value: unknown;
  readonly end: number;
}

/**
 * Reads the object, list or string that begins at `at` in a script: JSON, or the literals of JavaScript. Names and results of
 * calls are unknown and become `undefined`, except that a call gives its arguments (`JSON.parse("…")`, `new Map([…])`). Where
 * the text is something else, what was read up to there is returned, so that no part of a script is read twice.
 */
export function readLiteral(text: string, at: number): Literal {
  const reader = new LiteralReader(text, at);
  const value = reader.read(0);
  return { value, end: Math.max(reader.at, at + 1) };
}

const SPACE = /\s*/y;
const KEY = /[\p{L}\p{N}$_]+/uy;
/** A number, a name, or an operator before one. */
const WORD = /[^\s,:;()[\]{}"'`]+/y;

class LiteralReader {
  at: number;
  private readonly text: string;
  /** Whether the text has turned out to be no literal. */
  private isOver = false;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  read(depth: number): unknown {
    this.skipGap();
    if (depth > MAX_DEPTH) return this.stop();
    const first = this.text[this.at];
    switch (first) {
      case '{':
        return this.readObject(depth);
      case '[':
        return this.readList(']', depth);
      case '"':
      case "'":
      case '`':
        return this.readStrings(first);
      case '(':
        return this.readList(')', depth).at(-1);
      default:
        return this.readWord(depth);
    }
  }

  private readObject(depth: number): Record<string, unknown> {
    const found: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    this.at++;
    while (!this.isOver) {
      this.skipGap();
      if (this.take('}')) return found;
      const key = this.readKey();
      this.skipGap();
      if (key === undefined || !this.take(':')) break;
      const value = this.read(depth + 1);
      if (value !== undefined) found[key] = value;
      this.skipGap();
      if (!this.take(',') && this.text[this.at] !== '}') break;
    }
    this.stop();
    return found;
  }

  private readKey(): string | undefined {
    const first = this.text[this.at];
    if (first === '"' || first === "'") return this.readString(first);
    return this.match(KEY);
  }

  private readList(end: ']' | ')', depth: number): unknown[] {
    const found: unknown[] = [];
    this.at++;
    while (!this.isOver) {
      this.skipGap();
      if (this.take(end)) return found;
      found.push(this.read(depth + 1));
      this.skipGap();
      if (!this.take(',') && this.text[this.at] !== end) break;
    }
    this.stop();
    return found;
  }

  /** A number, a name, or a call. */
  private readWord(depth: number): unknown {
    const word = this.match(WORD);
    if (word === undefined) return this.stop();
    this.skipGap();
    if (this.text[this.at] === '(') {
      const given = this.readList(')', depth);
      return given.length > 1 ? given : given[0];
    }
    if (word === 'new' || word === 'await') return this.read(depth + 1);
    if (word === 'void') {
      this.read(depth + 1);
      return undefined;
    }
    if (word === 'true' || word === 'false') return word === 'true';
    const number = Number(word);
    return Number.isNaN(number) ? undefined : number;
  }

  /** Strings, joined by `+`. */
  private readStrings(first: string): string {
    let said = this.readString(first);
    for (;;) {
      const before = this.at;
      this.skipGap();
      const isSum = this.take('+');
      this.skipGap();
      const next = this.text[this.at];
      if (!isSum || (next !== '"' && next !== "'" && next !== '`')) {
        this.at = before;
        return said;
      }
      said += this.readString(next);
    }
  }

  private readString(quote: string): string {
    const start = this.at + 1;
    let end = start;
    let isEscaped = false;
    for (;;) {
      end = this.text.indexOf(quote, end);
      if (end < 0) {
        this.stop();
        return '';
      }
      let slashes = 0;
      while (end - slashes > start && this.text[end - slashes - 1] === '\\') slashes++;
      if (slashes > 0) isEscaped = true;
      if (slashes % 2 === 0) break;
      end++;
    }
    this.at = end + 1;
    const raw = this.text.slice(start, end);
    return isEscaped || raw.includes('\\') ? unescaped(raw, quote) : raw;
  }

  /** Skips white space and comments. */
  private skipGap(): void {
    const { text } = this;
    for (;;) {
      this.match(SPACE);
      if (text[this.at] !== '/') return;
      const mark = text[this.at + 1];
      if (mark !== '/' && mark !== '*') return;
      const end = text.indexOf(mark === '/' ? '\n' : '*/', this.at + 2);
      this.at = end < 0 ? text.length : end + (mark === '/' ? 1 : 2);
    }
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private stop(): undefined {
    this.isOver = true;
    return undefined;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': '',
};

/** The text of a string literal. */
function unescaped(raw: string, quote: string): string {
  if (quote === '"') {
    try {
      return JSON.parse(`"${raw}"`) as string;
    } catch {
      // An escape that JSON does not have.
    }
  }
  return raw.replace(
    /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([^]))/gi,
    (_, long?: string, short?: string, byte?: string, plain?: string) => {
      const code = long ?? short ?? byte;
      if (code === undefined) return ESCAPES[plain!] ?? plain!;
      const point = Number.parseInt(code, 16);
      return point > 0x10ffff
        ? ''
        : long === undefined
          ? String.fromCharCode(point)
          : String.fromCodePoint(point);
    },
  );
}
