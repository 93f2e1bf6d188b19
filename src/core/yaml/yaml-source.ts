import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { explainYamlError, type YamlProblem } from './explain-yaml-error.ts';

/** The path of a value in its file: keys and indices from the root. */
export type Path = readonly PropertyKey[];

/** Counted from 1. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
}

/**
 * The maximum number of aliases that are followed. A file with more could expand without limit ("billion laughs").
 */
const MAX_ALIASES = 20;

/** The one reader of YAML files. It knows the line and column of each value and key. */
export class YamlSource {
  readonly source: string;
  /** The first syntax error; later ones mostly follow from it. */
  readonly faults: readonly { readonly offset: number; readonly message: string }[];
  readonly #lines = new LineCounter();
  readonly #document: Document.Parsed;
  readonly #value: unknown;

  constructor(source: string) {
    this.source = source;
    this.#document = parseDocument(source, {
      lineCounter: this.#lines,
      uniqueKeys: true,
      prettyErrors: false,
      // Its warnings go to standard error, in words for programmers.
      logLevel: 'error',
    });
    const faults = this.#document.errors.slice(0, 1).map((fault) => this.#faultAt(fault.pos[0], fault));
    // The library detects missing anchors and excessive aliases only when it creates the values.
    if (faults.length === 0) {
      try {
        this.#value = this.#document.toJS({ maxAliasCount: MAX_ALIASES });
        const ring = containingItself(this.#document);
        if (ring !== undefined)
          faults.push({ offset: ring, message: 'not YAML: this value contains itself' });
      } catch (error) {
        if (!(error instanceof ReferenceError)) throw error;
        faults.push(this.#faultAt(firstLooseAlias(this.#document), error));
      }
    }
    this.faults = faults;
  }

  #faultAt(offset: number, fault: YamlProblem): { readonly offset: number; readonly message: string } {
    return { offset, message: `not YAML: ${explainYamlError(fault, this.source.slice(offset))}` };
  }

  /** The content as plain values; undefined where the file has faults. */
  value(): unknown {
    return this.#value;
  }

  placeAt(offset: number): SourcePlace {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }

  placeOf(path: Path, atKey = false): SourcePlace {
    return this.placeAt(this.offsetOf(path, atKey));
  }

  /** Where a value or its key begins; where it is missing, its nearest ancestor. */
  offsetOf(path: Path, atKey = false): number {
    for (let length = path.length; length > 0; length--) {
      const parent = this.#document.getIn(path.slice(0, length - 1) as unknown[], true);
      const key = path[length - 1];
      if (atKey && isMap(parent)) {
        const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key);
        if (pair !== undefined && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
      }
      const node = this.#document.getIn(path.slice(0, length) as unknown[], true);
      if (isNode(node) && node.range) return node.range[0];
    }
    return 0;
  }
}

/** The offset of the first alias without an anchor; 0 if there is none. */
function firstLooseAlias(document: Document.Parsed): number {
  let offset = 0;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return undefined;
      offset = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

/** The offset of the first alias inside the value that it stands for. A walk through such a value would never end. */
function containingItself(document: Document.Parsed): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Alias: (_, alias, ancestors) => {
      const anchor = alias.resolve(document);
      if (anchor === undefined || !ancestors.includes(anchor)) return undefined;
      offset = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

/** `web.port`, `channels[1].url`; empty for the whole file. */
export function fieldName(path: Path): string {
  return path.reduce<string>(
    (name, key) =>
      typeof key === 'number' ? `${name}[${key}]` : name === '' ? String(key) : `${name}.${String(key)}`,
    '',
  );
}
