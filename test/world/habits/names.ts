import { goTo, type Habit, rssOf, XML } from '../habit.ts';

/** The same value in every second poll. */
const isOdd = ({ poll }: { readonly poll: number }) => poll % 2 === 1;

export const NAMES: readonly Habit[] = [
  {
    name: 'one link for all entries',
    told: /entries share a page/,
    entry: (entry, _report, { base }) => ({ ...entry, link: `${base}/news/list` }),
  },
  {
    name: 'links to the home page',
    told: /entries share a page/,
    entry: (entry, _report, { base }) => ({ ...entry, link: `${base}/` }),
  },
  {
    name: 'fragments of a list page as links',
    told: /entries share a page/,
    entry: (entry, { id }, { base }) => ({
      ...entry,
      link: `${base}/ticker#${id}`,
      guid: `${base}/ticker#${id}`,
    }),
  },
  {
    name: 'no links',
    told: /entries have no link/,
    entry: (entry) => ({ ...entry, link: '' }),
  },
  {
    name: 'no links and no guids',
    told: /entries have no link/,
    entry: (entry) => ({ ...entry, link: '', guid: '' }),
  },
  {
    name: 'tokens in links, new at each poll',
    told: /links change/,
    entry: (entry, _report, { poll }) => ({ ...entry, link: `${entry.link}?token=${poll}f3a${poll * 7919}` }),
  },
  {
    name: 'tokens in links and guids that change',
    told: /guids change/,
    entry: (entry, { id }, { poll }) => ({
      ...entry,
      link: `${entry.link}?sid=${poll * 7919}`,
      guid: `${id}-${poll}`,
    }),
  },
  {
    name: 'www. that comes and goes',
    told: /links change/,
    entry: (entry, _report, scene) => ({
      ...entry,
      link: isOdd(scene) ? entry.link : entry.link.replace('://', '://www.'),
    }),
  },
  {
    name: 'AMP links in turn',
    told: /links change/,
    entry: (entry, _report, scene) => ({ ...entry, link: isOdd(scene) ? entry.link : `${entry.link}/amp` }),
  },
  {
    name: 'guids new at each poll',
    told: /guids change/,
    entry: (entry, { id }, { poll }) => ({ ...entry, guid: `${id}-${poll}` }),
  },
  {
    name: 'guids that count from the top',
    told: /guids change/,
    entry: (entry, _report, _scene, index) => ({ ...entry, guid: String(index + 1) }),
  },
  {
    name: 'one guid for all entries',
    told: /guid that others have too/,
    entry: (entry) => ({ ...entry, guid: 'item' }),
  },
  {
    name: 'feed that moves for good',
    told: /has moved here from/,
    feed: (document, { now, base }, { path }) =>
      path === '/feed.xml' && now > Date.parse('2026-03-02T12:00:00Z')
        ? goTo(`${base}/moved/feed.xml`, 301)
        : { headers: XML, body: document },
    also: [],
  },
  {
    name: 'more entries than are kept, oldest first',
    told: /are left out/,
    document: (entries, scene) => {
      const old = Array.from({ length: 3_050 }, (_, i) => ({
        title: `Gazette number ${i} of the old series`,
        link: `${scene.base}/old/${i}`,
        guid: `old-${i}`,
        date: new Date(Date.UTC(2020, 0, 1) + i * 3_600_000).toUTCString(),
        text: '',
      }));
      return rssOf([...old, ...entries.toReversed()], scene);
    },
  },
];
