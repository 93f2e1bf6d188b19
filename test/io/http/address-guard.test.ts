import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowList, checkAddress, refusalOf } from '../../../src/io/http/address-guard.ts';
import { requestUrl } from '../../../src/io/http/request-url.ts';

const strict = {};

describe('addresses that are refused', () => {
  test.each([
    ['127.0.0.1', /loopback/],
    ['127.255.255.254', /loopback/],
    ['0.0.0.0', /unspecified/],
    ['0.1.2.3', /unspecified/],
    ['10.0.0.1', /private/],
    ['172.16.0.1', /private/],
    ['172.31.255.255', /private/],
    ['192.168.1.1', /private/],
    ['100.64.0.1', /carrier/],
    ['100.100.100.200', /carrier/],
    ['169.254.169.254', /link-local/],
    ['168.63.129.16', /host agent/],
    ['224.0.0.1', /multicast/],
    ['239.255.255.250', /multicast/],
    ['255.255.255.255', /broadcast/],
    ['240.0.0.1', /reserved/],
    ['192.0.0.8', /reserved/],
    ['192.0.2.1', /reserved/],
    ['198.51.100.1', /reserved/],
    ['203.0.113.1', /reserved/],
    ['198.18.0.1', /reserved/],
    ['192.88.99.1', /reserved/],
    ['::', /unspecified/],
    ['::1', /loopback/],
    ['::127.0.0.1', /hidden/],
    ['::7f00:1', /outside/],
    ['::808:808', /outside/],
    ['::ffff:127.0.0.1', /hidden/],
    ['::ffff:8.8.8.8', /hidden/],
    ['::ffff:7f00:1', /hidden/],
    ['::ffff:0:10.0.0.1', /hidden/],
    ['64:ff9b::10.0.0.1', /NAT64/],
    ['64:ff9b:1::a00:1', /NAT64/],
    ['2002:7f00:1::', /6to4/],
    ['2001:0:53aa:64c::1', /Teredo/],
    ['2001:470:1:2:0:5efe:10.0.0.1', /ISATAP/],
    ['2001:470:1:2:200:5efe:10.0.0.1', /ISATAP/],
    ['fe80::1', /link-local/],
    ['fec0::1', /reserved/],
    ['fc00::1', /private/],
    ['fd00:ec2::254', /private/],
    ['ff02::1', /multicast/],
    ['100::1', /reserved/],
    ['2001:db8::1', /reserved/],
    ['3fff::1', /reserved/],
    ['5f00::1', /reserved/],
    ['4000::1', /outside/],
    ['localhost', /not an IP address/],
    ['', /not an IP address/],
  ])('%s', (address, words) => {
    expect(refusalOf(address, strict)).toMatch(words);
  });

  test('a public IPv4 address in an IPv6 form is refused whatever it is', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.constantFrom('::ffff:', '::', '64:ff9b::'), (v4, prefix) => {
        expect(refusalOf(`${prefix}${v4}`, strict)).toBeDefined();
      }),
    );
  });
});

describe('addresses that are let through', () => {
  test.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.32.0.1',
    '100.128.0.1',
    '192.0.1.1',
    '2606:4700::1111',
    '2a00:1450::1',
  ])('%s', (address) => {
    expect(refusalOf(address, strict)).toBeUndefined();
  });

  test('all of them, where private networks are allowed', () => {
    expect(refusalOf('127.0.0.1', { allowPrivateNetworks: true })).toBeUndefined();
    expect(refusalOf('::ffff:10.0.0.1', { allowPrivateNetworks: true })).toBeUndefined();
  });

  test('those of a network that was named, and no others', () => {
    const policy = { allowNetworks: ['10.1.2.0/24', 'fd12::/16'] };
    expect(refusalOf('10.1.2.9', policy)).toBeUndefined();
    expect(refusalOf('fd12::9', policy)).toBeUndefined();
    expect(refusalOf('10.1.3.9', policy)).toMatch(/private/);
    expect(refusalOf('::ffff:10.1.2.9', policy)).toMatch(/hidden/);
  });
});

describe('URLs', () => {
  test.each([
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://127.0.0.1./',
    'http://１２７.0.0.1/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::1]:8080/',
    'http://0/',
  ])('%s is a forbidden literal', (url) => {
    expect(() => requestUrl(url, strict)).toThrow(/Only the public internet/);
  });

  test.each([
    ['news.example/rss', /not a web address/],
    ['file:///etc/passwd', /only http and https/],
    ['javascript:alert(1)', /only http and https/],
    ['gopher://news.example/', /only http and https/],
    ['http://news.example:22/', /port 22/],
    ['http://news.example:25/', /port 25/],
    ['http://news.example:6667/', /port 6667/],
    ['https://news.example:99999/', /not a web address/],
  ])('%s is refused', (url, words) => {
    expect(() => requestUrl(url, strict)).toThrow(words);
  });

  test.each([
    ['https://user:secret@news.example/rss#top', 'https://news.example/rss'],
    ['http://news.example:8080/rss?a=1', 'http://news.example:8080/rss?a=1'],
    ['https://münchen.example/ä', 'https://xn--mnchen-3ya.example/%C3%A4'],
  ])('%s is fetched as %s', (url, fetched) => {
    expect(requestUrl(url, strict).href).toBe(fetched);
  });
});

describe('an operator’s own hosts and networks', () => {
  const policy = allowList([
    'wiki.corp.example',
    '*.lab.example',
    '10.1.2.3',
    '192.168.7.0/24',
    'fd12::/16',
    '[::1]',
  ]);
  test.each([
    ['wiki.corp.example', '10.9.9.9'],
    ['WIKI.corp.example.', '127.0.0.1'],
    ['a.b.lab.example', 'fd00::7'],
    ['other.example', '10.1.2.3'],
    ['other.example', '192.168.7.200'],
    ['::1', '::1'],
    ['fd12::9', 'fd12::9'],
  ])('%s at %s is let through', (host, address) => {
    expect(() => checkAddress(host, address, policy)).not.toThrow();
  });
  test.each([
    ['evil.example', '10.9.9.9'],
    ['wiki.corp.example.evil.example', '10.9.9.9'],
    ['lab.example', '10.9.9.9'],
    ['evillab.example', '10.9.9.9'],
    ['10.1.2.4', '10.1.2.4'],
    ['wiki.corp.example', '169.254.169.254'],
    ['wiki.corp.example', '168.63.129.16'],
    ['wiki.corp.example', '::ffff:10.0.0.1'],
    ['127.0.0.1', '127.0.0.1'],
  ])('%s at %s is refused', (host, address) => {
    expect(() => checkAddress(host, address, policy)).toThrow(/Only the public internet/);
  });
  test.each(['10.1.2.0/33', '10.1.2', 'http://wiki.corp.example', 'a b', '', '*'])(
    '“%s” is no entry',
    (entry) => {
      expect(() => allowList([entry])).toThrow(/no host name, address or network/);
    },
  );
});
