import { html } from '../html.ts';
import { route, type WebRoute } from '../route.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['j', 'next story'],
  ['k', 'the story before'],
  ['o', 'open the story'],
  ['s', 'star it, or take the star away'],
  ['d', 'mark it read, or unread'],
  ['/', 'search'],
  ['?', 'this page'],
];

/** `/help`: keyboard shortcuts, and the glossary. */
export const helpPage: WebRoute = route({
  method: 'GET',
  path: '/help',
  access: 'anyone',
  about: 'The keys and the words',
  handle: async () => ({
    kind: 'page',
    title: 'Help',
    section: 'Help',
    body: html`<h1>Help</h1>
<h2>Keys</h2><p>In lists of stories:</p>
<ul class="plain">${KEYS.map(([key, does]) => html`<li><kbd>${key}</kbd> ${does}</li>`)}</ul>
<h2>Words</h2>
<p><strong>Story</strong>: all reports of one event, across outlets and languages. <strong>Report</strong>: one article in it.</p>
<p><strong>Topic</strong>: what a set of rules looks for. A <strong>sure</strong> match alerts; a <strong>possible</strong> one is kept and listed, and sent where a route asks for it.</p>
<p><strong>Stance</strong>: where a measure stands: proposed, in force, eased, denied or evaded.</p>
<p><strong>Alert</strong>: a story that was sent to a route. <strong>Delivery</strong>: an alert on one channel. A <strong>silence</strong> hides alerts for a while; the stories stay in the list.</p>
<h2>Times</h2><p>Times are in the zone of your browser; the pointer on one shows UTC. Without JavaScript they are in UTC.</p>`,
  }),
});
