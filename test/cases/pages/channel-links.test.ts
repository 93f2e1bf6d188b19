import { expect } from 'vitest';
import { channelConfigSchema } from '../../../src/core/alerts/channel-config.ts';
import { parseFeed } from '../../../src/core/feeds/parse-feed.ts';
import { openChannel } from '../../../src/pipeline/deliveries/open-channel.ts';
import { message, storyFacts } from '../../core/messages/sample-messages.ts';
import { SERVICES } from '../../io/channels/fake-services.ts';
import { loopback } from '../../io/channels/loopback.ts';
import { caseTest, variantTest } from '../support/cases.ts';
import { caseFile } from '../support/page-outlet.ts';

const KINDS = ['discord', 'slack', 'teams', 'telegram', 'ntfy'] as const;
type Kind = (typeof KINDS)[number];

/** The outcome of sending a story with this link, and the request that the service got. */
async function sent(kind: Kind, link: string, storyUrl?: string) {
  await using server = await loopback(SERVICES[kind]);
  const address = {
    discord: { url: `${server.url}/api/webhooks/1/s3cret` },
    slack: { url: `${server.url}/services/T0/B0/s3cret` },
    teams: { url: `${server.url}/workflows/s3cret` },
    telegram: { api: server.url, token: '123456:TEST-token', chat: '@desk' },
    ntfy: { server: server.url, topic: 'chips' },
  }[kind];
  const channel = openChannel(channelConfigSchema.parse({ kind, name: kind, ...address }));
  const stories = [storyFacts({ link, storyUrl })];
  const outcome = await channel.send(message({ stories }), new AbortController().signal);
  await channel.close?.();
  return { outcome, body: JSON.parse(server.received[0]?.body ?? '') as Record<string, unknown> };
}

interface Embed {
  readonly url?: string;
  readonly title: string;
  readonly description: string;
}
const embedOf = (body: Record<string, unknown>) => (body.embeds as readonly Embed[])[0];

caseTest('pages/16-discord-embed-url', async () => {
  const bytes = Buffer.from(caseFile('pages/16-discord-embed-url/feed.xml'));
  const { entries } = await parseFeed(bytes, {
    contentType: 'application/rss+xml',
    url: 'http://127.0.0.1/feed.xml',
  });
  const link = entries[0]?.link ?? '';
  const { outcome, body } = await sent('discord', link);
  expect(outcome).toMatchObject({ status: 'delivered' });
  expect(embedOf(body)?.url).toBeUndefined();
  expect(embedOf(body)?.description).toContain('<http://rssbridge:18990/intra/ru>');
});

const IN_HOUSE: readonly [name: string, link: string, shown: string][] = [
  ['localhost', 'http://localhost/a_b*c', 'http://localhost/a_b%2Ac'],
  ['a host of the intranet', 'https://intranet:8443/news?id=7', 'https://intranet:8443/news?id=7'],
  ['an IPv6 address', 'http://[2001:db8::1]/x', 'http://[2001:db8::1]/x'],
  ['a dot at the end of one label', 'http://wiki./x', 'http://wiki./x'],
  ['a last label of digits and letters', 'http://rss_bridge/x', 'http://rss_bridge/x'],
];
for (const [name, link, shown] of IN_HOUSE) {
  variantTest(`Discord shows as text what it takes for no link: ${name}`, async () => {
    const { outcome, body } = await sent('discord', link);
    expect(outcome).toMatchObject({ status: 'delivered' });
    expect(embedOf(body)?.url).toBeUndefined();
    expect(embedOf(body)?.description).toContain(`<${shown}>`);
  });
  variantTest(`Telegram shows as text what it takes for no link: ${name}`, async () => {
    const { outcome, body } = await sent('telegram', link, link);
    expect(outcome).toMatchObject({ status: 'delivered' });
    expect(body.text).not.toContain('<a ');
    expect(body.text).toContain(shown);
  });
}

const PUBLIC: readonly [name: string, link: string, shown: string][] = [
  ['punycode', 'https://例え.テスト/a', 'https://xn--r8jz45g.xn--zckzah/a'],
  ['an IPv4 address', 'http://192.0.2.7/a', 'http://192.0.2.7/a'],
  ['a port', 'https://news.example:8443/a', 'https://news.example:8443/a'],
];
for (const [name, link, shown] of PUBLIC)
  variantTest(`Discord links what it takes for a link: ${name}`, async () => {
    const { outcome, body } = await sent('discord', link);
    expect(outcome).toMatchObject({ status: 'delivered' });
    expect(embedOf(body)?.url).toBe(shown);
    expect(embedOf(body)?.description).not.toContain(shown);
  });

const HOSTILE = [
  'http://intranet/',
  'http://[::1]/',
  'javascript:alert(1)',
  'ftp://files.example/a',
  'mailto:desk@example.org',
  'no address at all',
  '',
  `https://news.example/${'a'.repeat(5_000)}`,
  `http://intranet/${'é'.repeat(1_900)}`,
];
for (const kind of KINDS)
  for (const link of HOSTILE)
    variantTest(`${kind} takes a story that links to ${link.slice(0, 30) || 'nothing'} …`, async () => {
      const { outcome, body } = await sent(kind, link);
      expect(outcome).toMatchObject({ status: 'delivered' });
      expect(JSON.stringify(body)).not.toMatch(/javascript:|ftp:|mailto:/);
    });
