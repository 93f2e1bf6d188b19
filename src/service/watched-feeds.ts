import { readFile } from 'node:fs/promises';
import { decodeDocument } from '../core/encoding/decode.ts';
import { fileErrorReason } from '../io/file-error.ts';
import { readWholeOpml } from '../core/opml/whole-opml.ts';
import { ConfigError } from '../config/config-error.ts';
import { shownPath } from '../config/shown-path.ts';
import type { Config } from '../config/load-config.ts';
import type { NewFeed } from '../io/store/feeds/feeds.ts';
import { feedOfOpml, hostOutlet } from './import-feeds.ts';
import { openSample } from './sample-outlet.ts';

/** The configured feeds. One that is named twice counts once, from the YAML list first. */
export async function watchedFeeds(config: Config): Promise<{ configured: NewFeed[]; sample: NewFeed[] }> {
  const feeds = new Map<string, NewFeed>();
  const add = (feed: NewFeed) => {
    if (!feeds.has(feed.url)) feeds.set(feed.url, feed);
  };
  for (const feed of config.feeds.urls) {
    add({
      origin: 'config',
      url: feed.url,
      outlet: ('outlet' in feed ? feed.outlet : undefined) ?? hostOutlet(feed.url),
      ...('outlet' in feed
        ? { language: feed.language, category: feed.category, backfillAgeSeconds: feed.backfillAge }
        : {}),
    });
  }
  for (const file of config.feeds.opml) for (const feed of await opmlFeeds(file)) add(feed);
  return { configured: [...feeds.values()], sample: await sampleFeeds(config) };
}

async function opmlFeeds(path: string): Promise<NewFeed[]> {
  const file = shownPath(path);
  let text: string;
  try {
    text = decodeDocument(await readFile(path), { contentType: undefined, kind: 'xml' }).text;
  } catch (error) {
    throw new ConfigError(
      [{ file, field: 'feeds.opml', message: `cannot be read: ${fileErrorReason(error)}` }],
      {
        cause: error,
      },
    );
  }
  const whole = readWholeOpml(text);
  if (whole.status === 'refused')
    throw new ConfigError([{ file, line: whole.line, field: 'feeds.opml', message: whole.message }]);
  const { list } = whole;
  if (list.problems.length > 0)
    throw new ConfigError(
      list.problems.map(({ line, message }) => ({ file, line, field: 'feeds.opml', message })),
    );
  return list.feeds.map((feed) => feedOfOpml(feed, 'config'));
}

async function sampleFeeds(config: Config): Promise<NewFeed[]> {
  if (config.sample === undefined) return [];
  const sample = await openSample(config.sample, config);
  // The sample's news is old, so all of it counts as new.
  return sample.feeds.map((url) => ({
    origin: 'sample',
    url,
    outlet: 'Actu Puces (exemple)',
    backfillAgeSeconds: 0,
  }));
}
