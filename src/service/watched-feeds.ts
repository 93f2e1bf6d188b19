import { readFile } from 'node:fs/promises';
import { isWholeOpml, readOpml } from '../core/opml/read-opml.ts';
import { ConfigError } from '../config/config-error.ts';
import type { Config } from '../config/load-config.ts';
import type { NewFeed } from '../io/store/feeds.ts';
import { openSample } from './sample-outlet.ts';

/** The feeds that the configuration names. A feed named twice counts once, the YAML list first. */
export async function watchedFeeds(config: Config): Promise<{ configured: NewFeed[]; sample: NewFeed[] }> {
  const feeds = new Map<string, NewFeed>();
  const add = (feed: NewFeed) => {
    if (!feeds.has(feed.url)) feeds.set(feed.url, feed);
  };
  for (const feed of config.feeds.urls) {
    add({
      origin: 'config',
      url: feed.url,
      outlet:
        ('outlet' in feed ? feed.outlet : undefined) ?? new URL(feed.url).hostname.replace(/^www\./, ''),
      ...('outlet' in feed
        ? { language: feed.language, category: feed.category, backfillAgeSeconds: feed.backfillAge }
        : {}),
    });
  }
  for (const file of config.feeds.opml) for (const feed of await opmlFeeds(file)) add(feed);
  return { configured: [...feeds.values()], sample: await sampleFeeds(config) };
}

async function opmlFeeds(file: string): Promise<NewFeed[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new ConfigError(
      [{ file, field: 'feeds.opml', message: `cannot be read: ${(error as Error).message}` }],
      { cause: error },
    );
  }
  if (!isWholeOpml(text))
    throw new ConfigError([
      {
        file,
        line: text.trimEnd().split('\n').length,
        field: 'feeds.opml',
        message:
          'ends before its list does: expected </opml>, found the end of the file. Is it a download or a copy that broke off?',
      },
    ]);
  const list = readOpml(text);
  if (list === undefined) throw new ConfigError([{ file, field: 'feeds.opml', message: 'is no OPML' }]);
  if (list.problems.length > 0)
    throw new ConfigError(list.problems.map((message) => ({ file, field: 'feeds.opml', message })));
  return list.feeds.map((feed) => ({
    origin: 'config',
    url: feed.url,
    outlet: feed.title ?? new URL(feed.url).hostname.replace(/^www\./, ''),
    language: feed.language,
    category: feed.folders.at(-1),
  }));
}

async function sampleFeeds(config: Config): Promise<NewFeed[]> {
  if (config.sample === undefined) return [];
  const sample = await openSample(config.sample);
  // The sample's news is old: without its backlog the first minute would show nothing.
  return sample.feeds.map((url) => ({
    origin: 'sample',
    url,
    outlet: 'Actu Puces (exemple)',
    backfillAgeSeconds: 0,
  }));
}
