import { maskCsrf } from './access/secrets.ts';
import { type Html, html } from './html.ts';
import { mayAccess, type Access, type Visitor } from './route.ts';

/** What surrounds every page. */
export interface Frame {
  readonly visitor: Visitor | undefined;
  readonly section: string | undefined;
  /** The hash of the assets, which makes them cacheable for ever. */
  readonly assets: string;
}

interface Entry {
  readonly name: string;
  readonly path: string;
  readonly access: Access;
}

const FIRST: readonly Entry[] = [
  { name: 'Stories', path: '/', access: 'reader' },
  { name: 'Search', path: '/search', access: 'reader' },
  { name: 'Trends', path: '/trends', access: 'reader' },
  { name: 'Topics', path: '/topics', access: 'reader' },
  { name: 'Feeds', path: '/feeds', access: 'reader' },
];
const MORE: readonly Entry[] = [
  { name: 'Alerts', path: '/alerts', access: 'reader' },
  { name: 'Routes', path: '/routes', access: 'reader' },
  { name: 'Silences', path: '/silences', access: 'reader' },
  { name: 'Channels', path: '/channels', access: 'reader' },
  { name: 'Deliveries', path: '/deliveries', access: 'reader' },
  { name: 'Items', path: '/items', access: 'reader' },
  { name: 'Archive', path: '/archive', access: 'reader' },
  { name: 'System', path: '/system', access: 'reader' },
  { name: 'Queues', path: '/queues/', access: 'owner' },
  { name: 'People', path: '/people', access: 'owner' },
  { name: 'Audit', path: '/audit', access: 'owner' },
  { name: 'API', path: '/api', access: 'reader' },
  { name: 'Help', path: '/help', access: 'anyone' },
];

/** A whole page. */
export function layout(title: string, body: Html, { visitor, section, assets }: Frame): string {
  const entries = (list: readonly Entry[]) =>
    list
      .filter((entry) => mayAccess(visitor?.role, entry.access))
      .map(
        ({ name, path }) =>
          html`<a href="${path}"${section === name ? html` aria-current="page"` : undefined}>${name}</a>`,
      );
  const inMore = MORE.some(({ name }) => name === section);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · chipwatch</title>
<link rel="icon" type="image/svg+xml" href="/icon.svg">
<link rel="stylesheet" href="/style.css?${assets}">
<link rel="alternate" type="application/atom+xml" title="chipwatch alerts" href="/alerts.atom">
<script src="/console.js?${assets}" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top"><a class="name" href="/"><span class="mark" aria-hidden="true"></span>chipwatch</a>
<nav aria-label="Main">${entries(FIRST)}<details class="more"><summary${inMore ? html` class="current"` : undefined}>More</summary><div class="menu">${entries(MORE)}</div></details></nav>
${account(visitor)}</header>
<main id="main" tabindex="-1">${body}</main>
</body>
</html>`.markup;
}

function account(visitor: Visitor | undefined): Html | undefined {
  if (visitor?.role === undefined || visitor.via === 'loopback') return undefined;
  return html`<div class="account"><a href="/account">${visitor.name}</a>${
    visitor.via === 'session'
      ? html`<form method="post" action="/logout">${csrfField(visitor)}<button class="plain">Log out</button></form>`
      : undefined
  }</div>`;
}

/** The hidden field that every form has; another site cannot know its value. */
export function csrfField(visitor: Visitor): Html {
  return html`<input type="hidden" name="csrf" value="${maskCsrf(visitor.csrf)}">`;
}
