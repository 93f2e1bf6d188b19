import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { discoverHub } from '../../../src/core/websub/discover-hub.ts';
import { parseLinkHeader } from '../../../src/core/websub/link-header.ts';
import { isSignedBy } from '../../../src/core/websub/signature.ts';
import { judgeIntent, renewAt, subscriptionForm } from '../../../src/core/websub/subscription.ts';

const TOPIC = 'https://news.example/feed';

describe('Link headers', () => {
  test.each([
    ['<https://hub.example/>; rel="hub"', [{ target: 'https://hub.example/', relations: ['hub'] }]],
    [
      '<https://h.example/?a=1,2;3>; title="a, b; c"; REL=hub',
      [{ target: 'https://h.example/?a=1,2;3', relations: ['hub'] }],
    ],
    [
      '<a>; rel=hub,<b>;rel="self  Alternate"',
      [
        { target: 'a', relations: ['hub'] },
        { target: 'b', relations: ['self', 'alternate'] },
      ],
    ],
    ['<a>; rel', []],
    ['<a>', []],
    ['nonsense', []],
    ['', []],
  ])('%s', (header, links) => {
    expect(parseLinkHeader(header)).toEqual(links);
  });
});

describe('the hub of a feed', () => {
  const none = { hubs: [], self: undefined };
  test.each([
    ['none', undefined, none, undefined],
    [
      'in the feed',
      undefined,
      { hubs: ['https://hub.example/'], self: `${TOPIC}?self` },
      { hub: 'https://hub.example/', topic: `${TOPIC}?self` },
    ],
    [
      'in the feed, which does not name itself',
      undefined,
      { hubs: ['https://hub.example/'], self: undefined },
      { hub: 'https://hub.example/', topic: TOPIC },
    ],
    [
      'in the header',
      '</hub>; rel=hub, </feed?h>; rel=self',
      { hubs: ['https://other.example/'], self: TOPIC },
      { hub: 'https://news.example/hub', topic: `${TOPIC}?h` },
    ],
    [
      'on https rather than http',
      undefined,
      { hubs: ['http://a.example/', 'https://b.example/'], self: TOPIC },
      { hub: 'https://b.example/', topic: TOPIC },
    ],
    ['not on the web', '<mailto:hub@a.example>; rel=hub', none, undefined],
  ])('%s', (_, header, feed, offer) => {
    expect(discoverHub(header, feed, TOPIC)).toEqual(offer);
  });
});

const subscription = { topic: TOPIC, callback: 'https://watch.example/websub/u7', secret: 's' };

test('the form to subscribe and to unsubscribe', () => {
  expect(Object.fromEntries(subscriptionForm('subscribe', subscription))).toEqual({
    'hub.mode': 'subscribe',
    'hub.topic': TOPIC,
    'hub.callback': subscription.callback,
    'hub.secret': 's',
    'hub.lease_seconds': '864000',
  });
  expect([...subscriptionForm('unsubscribe', subscription).keys()]).toEqual([
    'hub.mode',
    'hub.topic',
    'hub.callback',
  ]);
});

describe('a hub that verifies', () => {
  const query = (changes: Record<string, string | undefined> = {}) => {
    const all: Record<string, string | undefined> = {
      'hub.mode': 'subscribe',
      'hub.topic': TOPIC,
      'hub.challenge': 'abc',
      'hub.lease_seconds': '3600',
      ...changes,
    };
    return new URLSearchParams(
      Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
  };
  test.each<[string, URLSearchParams, string | undefined, boolean, object]>([
    ['is confirmed', query(), TOPIC, true, { status: 'confirmed', challenge: 'abc', leaseSeconds: 3600 }],
    [
      'without a lease gets ours',
      query({ 'hub.lease_seconds': undefined }),
      TOPIC,
      true,
      { status: 'confirmed', leaseSeconds: 864_000 },
    ],
    [
      'with a lease of nonsense gets ours',
      query({ 'hub.lease_seconds': '-1' }),
      TOPIC,
      true,
      { leaseSeconds: 864_000 },
    ],
    [
      'a cancellation',
      query({ 'hub.mode': 'unsubscribe' }),
      TOPIC,
      false,
      { status: 'confirmed', challenge: 'abc' },
    ],
    ['a subscription that nobody wants', query(), TOPIC, false, { status: 'refused' }],
    [
      'a cancellation that nobody wants',
      query({ 'hub.mode': 'unsubscribe' }),
      TOPIC,
      true,
      { status: 'refused' },
    ],
    ['another topic', query({ 'hub.topic': `${TOPIC}2` }), TOPIC, true, { status: 'refused' }],
    ['an unknown callback', query(), undefined, true, { status: 'refused' }],
    ['no challenge', query({ 'hub.challenge': '' }), TOPIC, true, { status: 'refused' }],
    [
      'turns us down',
      query({ 'hub.mode': 'denied', 'hub.reason': 'full' }),
      TOPIC,
      true,
      { status: 'denied', reason: 'full' },
    ],
    ['turns down what is not ours', query({ 'hub.mode': 'denied' }), undefined, true, { status: 'refused' }],
    ['does something else', query({ 'hub.mode': 'publish' }), TOPIC, true, { status: 'refused' }],
  ])('%s', (_, request, topic, wanted, verdict) => {
    expect(judgeIntent(request, topic, wanted)).toMatchObject(verdict);
  });
});

test.each([
  [0, 0.75],
  [1, 0.85],
])('a lease is renewed in time (%i)', (random, share) => {
  const confirmed = new Date('2026-03-04T00:00:00Z');
  expect(renewAt(confirmed, 1000, random).getTime() - confirmed.getTime()).toBe(share * 1_000_000);
});

describe('a signature', () => {
  const body = new TextEncoder().encode('<rss>芯片</rss>');
  const sign = (method: string, secret = 'secret') => createHmac(method, secret).update(body).digest('hex');
  test.each(['sha1', 'sha256', 'sha384', 'sha512'])('by %s holds', (method) => {
    expect(isSignedBy('secret', `${method}=${sign(method)}`, body)).toBe(true);
    expect(isSignedBy('secret', `${method.toUpperCase()}=${sign(method).toUpperCase()}`, body)).toBe(true);
  });
  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['of another secret', `sha256=${sign('sha256', 'other')}`],
    ['by another method than it says', `sha1=${sign('sha256')}`],
    ['cut short', `sha256=${sign('sha256').slice(0, 32)}`],
    ['with more after it', `sha256=${sign('sha256')}00`],
    ['by a method that is too weak', `md5=${sign('md5')}`],
    ['of no method', sign('sha256')],
  ])('%s does not', (_, header) => {
    expect(isSignedBy('secret', header, body)).toBe(false);
  });
  test('of another body does not', () => {
    expect(isSignedBy('secret', `sha256=${sign('sha256')}`, body.subarray(1))).toBe(false);
  });
});
