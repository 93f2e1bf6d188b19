import { getHeapSpaceStatistics } from 'node:v8';

/** Makes a large text and small objects that are in use until the task ends, as reading a page does. */
export function run({ nth }: { readonly nth: number }): { large: number } {
  const text = Buffer.alloc(300_000, `${nth} `).toString('latin1');
  const nodes = Array.from({ length: 10_000 }, (_, at) => ({ at, text: text.slice(at, at + 20) }));
  if (nodes.length !== 10_000 || text.length !== 300_000) throw new Error('never');
  const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'large_object_space');
  return { large: space?.space_used_size ?? 0 };
}
