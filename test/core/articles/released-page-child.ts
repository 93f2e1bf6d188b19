import { setImmediate } from 'node:timers/promises';
import { getHeapSpaceStatistics } from 'node:v8';
import { extractArticle } from '../../../src/core/articles/extract-article.ts';

// Prints by how many bytes the old objects grow with each of some pages, although nothing of them is in use.
const PAGES = 60;

const grown: number[] = [];
for (let page = 0; page < PAGES; page += 1) {
  const before = await collected();
  extractArticle(Buffer.from(html(page)).toString(), `http://outlet.example/${page}.html`);
  // `RegExp` keeps the last text in which something was found.
  /x/.test('x');
  grown.push((await collected()) - before);
}
// The first pages make what is kept for all.
console.log(JSON.stringify(grown.slice(PAGES / 2)));

/** The bytes of old objects. What survives two minor collections is one. */
async function collected(): Promise<number> {
  await setImmediate();
  for (let times = 0; times < 2; times += 1) globalThis.gc?.({ type: 'minor', execution: 'sync' });
  return getHeapSpaceStatistics()
    .filter(({ space_name }) => /^(?:old|large_object)_space$/.test(space_name))
    .reduce((sum, { space_used_size }) => sum + space_used_size, 0);
}

/** With a byline and two times, and without a date in better places. */
function html(page: number): string {
  const words = `${page} workers counted the boxes again, and the port stayed shut until the evening. `;
  const paragraphs = `<p>${words.repeat(4)}</p>\n`.repeat(300);
  return `<!doctype html><html lang="en"><head><title>Port ${page} stays shut</title></head><body><article>
    <h1>Port ${page} stays shut</h1><p class="byline">By Ann Example</p><time datetime="2026-03-01T08:00:00Z">1 March</time>
    ${paragraphs}<time datetime="2026-02-01T08:00:00Z">1 February</time></article></body></html>`;
}
