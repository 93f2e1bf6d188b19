import { type Fields, blockText, isBeside } from './block-text.ts';
import { weigh } from '../weigh-text.ts';
import { dataIn } from './script-values.ts';

/** Limits on the values read in the data of one page, and on the strings in it that are read as data. */
const MAX_VALUES = 100_000;
const MAX_STRINGS = 300;

/** An object or list of a page's data, with the prose in it. */
export interface DataNode {
  readonly value: object;
  readonly parent: DataNode | undefined;
  /** Its own prose and the objects and lists in it, in order. */
  readonly parts: (string | DataNode)[];
  /** The prose in it and below, the same text once. Letters, as `weigh` counts them. */
  total: number;
}

/** Names of fields that hold other texts than the article's. */
const ASIDE =
  /related|recommend|comment|footer|header$|nav|menu|seo|meta|config|translation|i18n|locale|teaser|promo|^ads?$|latest|trending|popular$|newsletter|consent|cookie/i;

/**
 * The objects and lists of a page's data, outer ones first. Each is looked at once, although several may name it, and JSON in
 * strings is looked into.
 */
export function dataNodes(values: readonly unknown[]): DataNode[] {
  const order: DataNode[] = [{ value: values, parent: undefined, parts: [], total: 0 }];
  const seen = new WeakSet<object>();
  const said = new Set<string>();
  let count = 0;
  let strings = 0;
  for (let i = 0; i < order.length && count < MAX_VALUES; i++) {
    const node = order[i]!;
    const isList = Array.isArray(node.value);
    for (const [key, value] of Object.entries(node.value)) {
      if (++count > MAX_VALUES) break;
      if (!isList && ASIDE.test(key)) continue;
      const inner = typeof value === 'string' && strings < MAX_STRINGS ? dataIn(value) : undefined;
      if (inner !== undefined) strings++;
      const found = proseOf(inner ?? value);
      if (typeof found === 'string') {
        node.parts.push(found);
        if (said.has(found)) continue;
        said.add(found);
        const weight = weigh(found);
        for (let up: DataNode | undefined = node; up !== undefined; up = up.parent) up.total += weight;
      } else if (found !== undefined && !seen.has(found)) {
        seen.add(found);
        const child = { value: found, parent: node, parts: [], total: 0 };
        node.parts.push(child);
        order.push(child);
      }
    }
  }
  return order;
}

/** All prose below a node, in document order. */
export function proseUnder(root: DataNode): string[] {
  const found: string[] = [];
  const stack: (string | DataNode)[] = [root];
  for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
    if (typeof part === 'string') found.push(part);
    else for (let i = part.parts.length - 1; i >= 0; i--) stack.push(part.parts[i]!);
  }
  return found;
}

/** What a value is: prose, an object or list to look into, or nothing of use. */
function proseOf(value: unknown): string | object | undefined {
  if (typeof value === 'string') return isProse(value) ? value : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return value;
  if (isBeside(value as Fields)) return undefined;
  return blockText(value as Fields) ?? value;
}

/** Whether a text is a sentence or more: long, with spaces or in a script without them, no address, no code. */
function isProse(text: string): boolean {
  if (weigh(text.slice(0, 40)) < 40 || /^\s*(?:https?:|data:|\/|[{[])/.test(text)) return false;
  return (
    /[.!?。！？…»”"؟।።](?:\s|<|$)/.test(text) &&
    (text.split(' ', 8).length > 6 || /[\u3040-\u9fff\u0e00-\u0e7f]/.test(text))
  );
}
