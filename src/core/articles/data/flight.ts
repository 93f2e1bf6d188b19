import { escapeUTF8 } from 'entities/escape';

/** Limits on the rows of a stream, on the steps by which they are put together, on depth, and on the markup. UTF-16 units. */
const MAX_ROWS = 20_000;
const MAX_STEPS = 200_000;
const MAX_DEPTH = 200;
const MAX_HTML = 2_000_000;

/** What a stream of React Server Components contains. */
export interface Flight {
  /** The elements of the page, as HTML. */
  readonly html: string;
  /** What the page's program is given to show. */
  readonly data: readonly unknown[];
}

/** Reads the stream that Next.js writes to `__next_f`, its parts joined. */
export function readFlight(stream: string): Flight {
  return new FlightReader(rowsOf(stream)).read();
}

const ROW = /([0-9a-f]{0,8}):(?:T([0-9a-f]{1,6}),|([A-Z]*))/y;

/** The rows by their names: texts of a length that they name, in bytes, and JSON up to the end of the line. */
function rowsOf(stream: string): Map<string, unknown> {
  const rows = new Map<string, unknown>();
  for (let at = 0; at < stream.length && rows.size < MAX_ROWS; ) {
    ROW.lastIndex = at;
    const found = ROW.exec(stream);
    const [whole = '', id = '', bytes, tag] = found ?? [];
    const start = at + whole.length;
    if (bytes !== undefined) {
      at = endOfBytes(stream, start, Number.parseInt(bytes, 16));
      rows.set(id, stream.slice(start, at));
      continue;
    }
    const line = stream.indexOf('\n', start);
    const end = line < 0 ? stream.length : line;
    if (found !== null && tag === '') rows.set(id, parsed(stream.slice(start, end)));
    at = end + 1;
  }
  return rows;
}

function endOfBytes(text: string, start: number, bytes: number): number {
  let at = start;
  for (let left = bytes; left > 0 && at < text.length; ) {
    const code = text.codePointAt(at)!;
    left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += code < 0x10000 ? 1 : 2;
  }
  return at;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A value of another row, or a part of it: `$1a`, `$L1a`, `$1a:props:children`. */
const REFERENCE = /^\$[L@]?([0-9a-f]{1,8})((?::[\w$-]{1,60}){0,10})$/;
const TAG = /^[a-z][a-z0-9-]{0,30}$/;
/** Elements without text. */
const LEFT_OUT = /^(?:script|style|meta|link|title|head|img|input|svg|iframe)$/;

class FlightReader {
  private readonly rows: ReadonlyMap<string, unknown>;
  private readonly used = new Set<string>();
  private readonly data: unknown[] = [];
  private steps = 0;
  private length = 0;

  constructor(rows: ReadonlyMap<string, unknown>) {
    this.rows = rows;
  }

  read(): Flight {
    let html = '';
    // Other rows are parts of the first, or data.
    for (const id of ['0', ...this.rows.keys()]) {
      if (this.used.has(id)) continue;
      this.used.add(id);
      html += this.render(this.rows.get(id), 0);
    }
    return { html, data: this.data };
  }

  /** The elements below a value as HTML. What is no element is data. */
  private render(value: unknown, depth: number): string {
    if (++this.steps > MAX_STEPS || depth > MAX_DEPTH || this.length > MAX_HTML) return '';
    if (typeof value === 'string') {
      const found = REFERENCE.exec(value);
      if (found === null) return '';
      const id = found[1]!;
      if (this.used.has(id)) return '';
      this.used.add(id);
      return this.render(this.valueAt(id, found[2]!), depth + 1);
    }
    if (typeof value !== 'object' || value === null) return '';
    if (!Array.isArray(value)) {
      this.data.push(this.resolved(value, 0));
      return '';
    }
    if (isElement(value)) return this.element(value, depth);
    return value.map((one) => this.render(one, depth + 1)).join('');
  }

  private element([, type, , props]: ReactElement, depth: number): string {
    if (!TAG.test(type)) {
      const { children, ...given } = props;
      if (Object.keys(given).length > 0) this.data.push(this.resolved(given, 0));
      return this.content(children, depth + 1);
    }
    if (LEFT_OUT.test(type)) return '';
    const raw = (props['dangerouslySetInnerHTML'] as { __html?: unknown } | null | undefined)?.__html;
    const inner =
      raw === undefined ? this.content(props['children'], depth + 1) : String(this.resolved(raw, 0) ?? '');
    this.length += raw === undefined ? type.length : inner.length;
    if (this.length > MAX_HTML) return '';
    const name = props['className'];
    return `<${type}${typeof name === 'string' ? ` class="${escapeUTF8(name)}"` : ''}>${inner}</${type}>`;
  }

  /** What is inside an element: text too. */
  private content(value: unknown, depth: number): string {
    if (Array.isArray(value) && !isElement(value))
      return value.map((one) => this.content(one, depth + 1)).join('');
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') return this.render(value, depth);
    if (++this.steps > MAX_STEPS || depth > MAX_DEPTH) return '';
    const found = REFERENCE.exec(value);
    if (found === null) {
      if (value.startsWith('$') && !value.startsWith('$$')) return '';
      const text = value.startsWith('$$') ? value.slice(1) : value;
      this.length += text.length;
      return this.length > MAX_HTML ? '' : escapeUTF8(text);
    }
    this.used.add(found[1]!);
    return this.content(this.valueAt(found[1]!, found[2]!), depth + 1);
  }

  /** A copy of data with the texts and objects of other rows in their places. */
  private resolved(value: unknown, depth: number): unknown {
    if (++this.steps > MAX_STEPS || depth > MAX_DEPTH) return undefined;
    if (typeof value === 'string') {
      if (!value.startsWith('$')) return value;
      if (value.startsWith('$$')) return value.slice(1);
      if (value.startsWith('$D')) return value.slice(2);
      const found = REFERENCE.exec(value);
      if (found === null) return undefined;
      this.used.add(found[1]!);
      return this.resolved(this.valueAt(found[1]!, found[2]!), depth + 1);
    }
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      if (isElement(value)) return this.element(value, depth);
      return value.map((one) => this.resolved(one, depth + 1));
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, this.resolved(one, depth + 1)] as const),
    );
  }

  private valueAt(id: string, path: string): unknown {
    let value = this.rows.get(id);
    for (const key of path.split(':').slice(1)) {
      if (typeof value !== 'object' || value === null) return undefined;
      // An element is a list of its mark, type, key and properties.
      const place = Array.isArray(value) && isElement(value) && key === 'props' ? '3' : key;
      value = Object.hasOwn(value, place) ? (value as Record<string, unknown>)[place] : undefined;
    }
    return value;
  }
}

type ReactElement = [mark: '$', type: string, key: unknown, props: Record<string, unknown>];

function isElement(value: unknown[]): value is ReactElement {
  return (
    value[0] === '$' &&
    typeof value[1] === 'string' &&
    typeof value[3] === 'object' &&
    value[3] !== null &&
    !Array.isArray(value[3])
  );
}
