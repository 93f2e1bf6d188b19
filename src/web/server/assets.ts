import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { route, type WebRoute } from '../route.ts';

const read = (name: string) => readFileSync(new URL(`../assets/${name}`, import.meta.url), 'utf8');

/** Parts of one style sheet, in the order in which their rules apply. */
const STYLE = ['style/base.css', 'style/controls.css', 'style/views.css'];

const FILES = [
  { path: '/style.css', type: 'text/css; charset=utf-8', content: STYLE.map(read).join('') },
  { path: '/console.js', type: 'text/javascript; charset=utf-8', content: read('console.js') },
  { path: '/dashboard.css', type: 'text/css; charset=utf-8', content: read('dashboard.css') },
  { path: '/dashboard.js', type: 'text/javascript; charset=utf-8', content: read('dashboard.js') },
  { path: '/icon.svg', type: 'image/svg+xml', content: read('icon.svg') },
];

/** A hash of all files. */
export const ASSETS = createHash('sha256')
  .update(FILES.map(({ content }) => content).join())
  .digest('base64url')
  .slice(0, 8);

/** Style sheets, scripts and the icon: all that pages load. */
export const assetRoutes: readonly WebRoute[] = FILES.map(({ path, type, content }) =>
  route({
    method: 'GET',
    path,
    access: 'anyone',
    about: 'What pages load',
    handle: async ({ request }) => ({
      kind: 'file',
      type,
      content,
      // Pages link to it with the hash, so it may be cached for ever.
      cache: request.url.includes(`?${ASSETS}`)
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=3600',
    }),
  }),
);
