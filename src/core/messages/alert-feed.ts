import { entryHtml, entryTitle } from './entry-html.ts';
import { escapeHtml } from './escape.ts';
import { jsonText } from './json-text.ts';
import type { StoryMessage } from './message.ts';
import { plainLine, webLink } from './plain-text.ts';
import { programStory } from './program-story.ts';

/** The content of the pull feeds: alerts and updates, newest first. */
export interface AlertFeed {
  readonly title: string;
  /** The service's public address: `https://watch.example.org/`, `https://example.org/chipwatch`. */
  readonly siteUrl: string;
  /** The feed's own path: `alerts.atom`. */
  readonly path: string;
  /** When the newest alert was made; for an empty feed, when the service began. */
  readonly updated: Date;
  readonly entries: readonly AlertFeedEntry[];
}

interface AlertFeedEntry {
  /** When the alert was made. It never changes afterwards. */
  readonly at: Date;
  readonly story: StoryMessage;
}

/** Atom 1.0 (RFC 4287). */
export function renderAtom(feed: AlertFeed): string {
  const self = selfUrl(feed);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `  <id>${text(tagUri(feed, 'alerts'))}</id>`,
    `  <title>${text(feed.title)}</title>`,
    `  <updated>${feed.updated.toISOString()}</updated>`,
    `  <link rel="self" type="application/atom+xml" href="${text(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${text(feed.siteUrl)}"/>`,
    '  <generator>chipwatch</generator>',
    ...feed.entries.map((entry) => atomEntry(feed, entry)),
    '</feed>',
    '',
  ].join('\n');
}

function atomEntry(feed: AlertFeed, { at, story }: AlertFeedEntry): string {
  const link = webLink(story.link);
  const storyUrl = webLink(story.storyUrl);
  const time = at.toISOString();
  return [
    '  <entry>',
    `    <id>${text(tagUri(feed, `alert/${story.alertId}`))}</id>`,
    `    <title>${text(entryTitle(story))}</title>`,
    `    <published>${time}</published>`,
    `    <updated>${time}</updated>`,
    `    <author><name>${text(story.outlet)}</name></author>`,
    ...(link === undefined
      ? []
      : [`    <link rel="alternate" hreflang="${text(story.language)}" href="${text(link)}"/>`]),
    ...(storyUrl === undefined ? [] : [`    <link rel="related" href="${text(storyUrl)}"/>`]),
    ...story.topics.map((topic) => `    <category term="${text(topic.id)}" label="${text(topic.label)}"/>`),
    `    <content type="html">${escapeHtml(entryHtml(story))}</content>`,
    '  </entry>',
  ].join('\n');
}

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). Fields that it lacks are under `_chipwatch`. */
export function renderJsonFeed(feed: AlertFeed): string {
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.siteUrl,
    feed_url: selfUrl(feed),
    language: 'en',
    items: feed.entries.map((entry) => jsonItem(feed, entry)),
  };
  return jsonText(json);
}

function jsonItem(feed: AlertFeed, { at, story }: AlertFeedEntry) {
  const safe = programStory(story);
  return {
    id: tagUri(feed, `alert/${story.alertId}`),
    url: safe.storyUrl ?? webLink(story.link),
    external_url: webLink(story.link),
    title: entryTitle(story),
    content_html: entryHtml(story),
    date_published: at.toISOString(),
    authors: [{ name: safe.outlet }],
    language: safe.language === 'und' ? undefined : safe.language,
    tags: [
      ...new Set(story.topics.flatMap(({ id, stance }) => (stance === undefined ? [id] : [id, stance]))),
    ],
    _chipwatch: {
      alert: story.alertId,
      story: story.storyId,
      sample: story.sample,
      development: safe.development,
      gist: safe.gist,
      outlets: story.outletCount,
      languages: story.languages,
      entities: safe.entities,
      topics: safe.topics,
    },
  };
}

function selfUrl({ siteUrl, path }: AlertFeed): string {
  // Without the slash, `URL` would replace the last part of the service's own path.
  return new URL(path, siteUrl.endsWith('/') ? siteUrl : `${siteUrl}/`).href;
}

/** RFC 4151: does not change when pages move. */
function tagUri(feed: AlertFeed, specific: string): string {
  return `tag:${new URL(feed.siteUrl).hostname},2026:chipwatch/${specific}`;
}

/** Text from outside, made safe for readers and for XML. */
function text(value: string): string {
  return escapeHtml(plainLine(value));
}
