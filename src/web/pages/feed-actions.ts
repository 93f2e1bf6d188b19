import { z } from 'zod';
import { count } from '../../core/messages/phrases.ts';
import { webLink } from '../../core/messages/plain-text.ts';
import { feedById } from '../../io/store/feeds/feed-page.ts';
import { addFeeds } from '../../io/store/feeds/feeds.ts';
import { testFeed } from '../../pipeline/feeds/test-feed.ts';
import { actOnFeed, feedAction, ownedByConfiguration } from '../act-on-feed.ts';
import { html } from '../html.ts';
import { csrfField } from '../layout.ts';
import { feedUrl, newFeed } from '../new-feed.ts';
import { idParams } from '../row-id.ts';
import { exportOpml, importOpml, OPML_BYTES } from '../feed-lists.ts';
import { route, type WebRoute } from '../route.ts';
import { notice, time } from '../views/parts.ts';

/** The actions on feeds. */
export const feedActions: readonly WebRoute[] = [
  route({
    method: 'POST',
    path: '/feeds/preview',
    access: 'analyst',
    about: 'Fetches and reads a feed without storing anything',
    body: z.object({ url: feedUrl }),
    handle: async ({ service, visitor, body: { url } }) => {
      const found = await testFeed({ source: service.pipeline.source, reader: service.pipeline.reader }, url);
      if (found.status === 'failed')
        return {
          kind: 'page',
          status: 422,
          title: 'No feed',
          section: 'Feeds',
          body: html`<h1>This cannot be watched</h1>${notice(`${found.url}: ${found.reason}`, 'bad')}${found.announced.length === 0 ? undefined : html`<p>The page announces ${found.announced.join(', ')}.</p>`}<p><a href="/feeds">To the feeds</a></p>`,
        };
      const outlet = found.title ?? new URL(found.url).hostname;
      const body = html`<h1>${outlet}</h1><p class="dim">${found.url} · ${found.format} · ${count(found.entries, 'entry')}</p>
${found.problems.map((problem) => html`<p class="dim">Note: ${problem}</p>`)}
<table class="cards"><thead><tr><th>Published</th><th>Entry</th></tr></thead><tbody>${found.latest.map(
        ({ title, link, published }) => {
          const to = webLink(link);
          return html`<tr><td class="when">${time(published)}</td><td dir="auto">${to === undefined ? (title ?? '') : html`<a href="${to}" rel="noopener noreferrer">${title ?? to}</a>`}</td></tr>`;
        },
      )}</tbody></table>
<form method="post" action="/feeds"><div class="fields">${csrfField(visitor)}<input type="hidden" name="url" value="${found.url}"><label>Outlet<input name="outlet" required maxlength="200" value="${outlet}"></label><label>Language, where the feed does not say<input name="language" maxlength="35" placeholder="de"></label><label>Category<input name="category" maxlength="100"></label><div class="row"><button>Watch it</button> <a class="button quiet" href="/feeds">Leave it</a></div></div></form>`;
      return { kind: 'page', title: outlet, section: 'Feeds', body };
    },
  }),
  route({
    method: 'POST',
    path: '/feeds',
    access: 'analyst',
    about: 'Watches a feed',
    body: newFeed,
    handle: async ({ service, body }) => {
      await addFeeds(service.store.db, [{ ...body, origin: 'cli' }]);
      return { kind: 'redirect', to: '/feeds' };
    },
  }),
  route({
    method: 'POST',
    path: '/feeds/:id',
    access: 'analyst',
    about: 'Polls a feed now, pauses, resumes or removes it',
    params: idParams,
    body: feedAction,
    handle: async ({ service, params, body }) => {
      const { db } = service.store;
      const feed = await feedById(db, params.id);
      if (feed === undefined) return { kind: 'problem', status: 404, title: 'There is no such feed' };
      return (await actOnFeed(db, feed, body.action, new Date()))
        ? { kind: 'redirect', to: '/feeds' }
        : { kind: 'problem', ...ownedByConfiguration(service.config, feed) };
    },
  }),
  route({
    method: 'GET',
    path: '/feeds.opml',
    access: 'reader',
    about: 'The watched feeds as OPML 2.0',
    handle: async ({ service }) => {
      const text = await exportOpml(service.store.db, new Date());
      return { kind: 'file', type: 'text/x-opml; charset=utf-8', name: 'chipwatch.opml', content: text };
    },
  }),
  route({
    method: 'POST',
    path: '/feeds/opml',
    access: 'analyst',
    about: 'Watches the feeds of an OPML list',
    bodyLimit: OPML_BYTES,
    body: z.object({ opml: z.string().min(1) }),
    handle: async ({ service, body }) => {
      const imported = await importOpml(service, body.opml);
      if ('refused' in imported)
        return { kind: 'problem', status: 422, title: 'That list cannot be used', detail: imported.refused };
      const { added, known, problems } = imported;
      const text = html`<h1>${count(added, 'feed')} added</h1><p>${known} were watched already.</p>${problems.map((problem) => html`<p class="dim">Left out: ${problem}</p>`)}<p><a href="/feeds">To the feeds</a></p>`;
      return { kind: 'page', title: 'Feeds', section: 'Feeds', body: text };
    },
  }),
];
