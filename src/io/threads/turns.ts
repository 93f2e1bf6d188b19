/** What waits, in several lines that take turns: many of one kind do not delay the next one of another kind. */
export interface Turns<Item> {
  readonly size: number;
  add(item: Item, line: string): void;
  /** Puts back what was taken, to be taken next. */
  putBack(item: Item): void;
  take(): Item | undefined;
  remove(item: Item): boolean;
  removeAll(): Item[];
}

/** In each line the order is that of arrival. A line that was empty comes after the others. */
export function takeTurns<Item>(): Turns<Item> {
  /** The next one is the first; none of them is empty. */
  const lines = new Map<string, Item[]>();
  const back: Item[] = [];
  let size = 0;
  const cut = (items: Item[], item: Item) => {
    const at = items.indexOf(item);
    if (at < 0) return false;
    items.splice(at, 1);
    size -= 1;
    return true;
  };
  return {
    get size() {
      return size;
    },
    add(item, line) {
      const own = lines.get(line);
      if (own === undefined) lines.set(line, [item]);
      else own.push(item);
      size += 1;
    },
    putBack(item) {
      back.push(item);
      size += 1;
    },
    take() {
      if (size === 0) return undefined;
      size -= 1;
      if (back.length > 0) return back.shift();
      const [line, items] = lines.entries().next().value!;
      const item = items.shift();
      lines.delete(line);
      if (items.length > 0) lines.set(line, items);
      return item;
    },
    remove(item) {
      if (cut(back, item)) return true;
      for (const [line, items] of lines) {
        if (!cut(items, item)) continue;
        if (items.length === 0) lines.delete(line);
        return true;
      }
      return false;
    },
    removeAll() {
      const all = [...back.splice(0), ...[...lines.values()].flat()];
      lines.clear();
      size = 0;
      return all;
    },
  };
}
