type Node = {
  type: string;
  data?: string;
  name?: string;
  children?: Node[];
  next: Node | null;
  parent: Node | null;
};

/**
 * The text of a small element, folded; '' once it exceeds `limit` characters. Iterative, because hostile pages nest
 * deeply.
 */
export function shortText(element: { readonly children: readonly unknown[] }, limit: number): string {
  const root = element as unknown as Node;
  let text = '';
  let node: Node | null = root.children?.[0] ?? null;
  while (node !== null) {
    if (node.type === 'text') text += node.data;
    else if (node.name === 'br' || node.name === 'li' || node.name === 'div' || node.name === 'p')
      text += ' ';
    if (text.length > 4 * limit) return '';
    // The date in a byline is not part of the name.
    const child: Node | undefined =
      node.type === 'tag' && node.name !== 'time' ? node.children?.[0] : undefined;
    if (child !== undefined) {
      node = child;
      continue;
    }
    while (node !== null && node.next === null) node = node.parent === root ? null : node.parent;
    if (node !== null) node = node.next;
  }
  const folded = text.replace(/[\s\u00a0]+/g, ' ').trim();
  return folded.length > limit ? '' : folded;
}
