import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';

const directory = mkdtempSync(path.join(os.tmpdir(), 'environment-'));
afterAll(() => rmSync(directory, { recursive: true }));
const file = path.join(directory, 'chipwatch.yaml');
writeFileSync(
  file,
  `channels: [{ name: terminal, kind: console }]
routes: [{ name: all, channels: [terminal] }]
web: { oidc: { issuer: 'https://id.example', clientId: a, clientSecret: abcdefgh } }
operations: { channel: terminal }
`,
);

/** The message with which a start with these variables is refused; '' where it is not. */
function refusal(environment: Record<string, string | undefined>): string {
  try {
    loadConfig(environment, file);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

test.each([
  'SAMPLE',
  'TOPICS',
  'ENTITIES',
  'FEEDS_MIN_INTERVAL',
  'HTTP_CONTACT',
  'HTTP_ROBOTS',
  'WORKERS_THREADS',
  'WEB_HOST',
  'WEB_PORT',
  'WEB_METRICS_TOKEN',
  'DATABASE_DIRECTORY',
  'LOG_LEVEL',
  'OPERATIONS_CHANNEL',
])('CHIPWATCH_%s that is empty is refused, and not taken for a path or a host', (name) => {
  const words = 'expected a value, found nothing: unset the variable to use what the file says';
  expect(refusal({ [`CHIPWATCH_${name}`]: '' })).toBe(`environment: CHIPWATCH_${name}: ${words}`);
  expect(refusal({ [`CHIPWATCH_${name}`]: ' ' })).toBe(`environment: CHIPWATCH_${name}: ${words}`);
});

test.each([
  ['CHIPWATCH_WORKERS_THREADS', '-5', 'expected a number of at least 1, found -5'],
  ['CHIPWATCH_WORKERS_FEEDS', '1e3', 'expected a number, found "1e3"'],
  [
    'CHIPWATCH_WEB_PORT',
    '99999999999999999999',
    'expected a number of at most 65535, found 100000000000000000000',
  ],
  ['CHIPWATCH_DATABASE_MAX_CONNECTIONS', '1', 'expected a number of at least 2, found 1'],
  ['CHIPWATCH_FEEDS_MIN_INTERVAL', '15', 'expected a duration such as 90s, 15m, 48h or 7d, found 15'],
  ['CHIPWATCH_HTTP_ROBOTS', 'yes', 'expected true or false, found "yes"'],
])('%s=%s: where, found and expected, once', (name, value, words) => {
  expect(refusal({ [name]: value })).toBe(`environment: ${name}: ${words}`);
});

test('a token or an id of digits stays text', () => {
  const config = loadConfig(
    { CHIPWATCH_WEB_METRICS_TOKEN: '12345678', CHIPWATCH_WEB_OIDC_CLIENT_ID: '042' },
    file,
  );
  expect(config.web.metricsToken).toBe('12345678');
  expect(config.web.oidc?.clientId).toBe('042');
});

describe('the nearest known variable is named', () => {
  test.each([
    ['CHIPWATCH_DATABSE_URL', 'DATABASE_URL'],
    ['CHIPWATCH_REDIS_URL', 'REDIS_URL'],
    ['CHIPWATCH_CONFG', 'CHIPWATCH_CONFIG'],
    ['CHIPWATCH_WEB_HSOT', 'CHIPWATCH_WEB_HOST'],
  ])('%s: %s', (name, meant) => {
    expect(refusal({ [name]: 'x' })).toBe(`environment: ${name}: no such setting; did you mean "${meant}"?`);
  });

  test('a misspelt server variable is refused, instead of starting with a database of its own', () => {
    const words = 'nothing reads this variable; did you mean';
    expect(refusal({ DATABSE_URL: 'postgres://u:p@h/d' })).toBe(
      `environment: DATABSE_URL: ${words} "DATABASE_URL"? Rename it, or unset it`,
    );
    expect(refusal({ REDIS_URI: 'redis://h' })).toContain(`${words} "REDIS_URL"?`);
    expect(refusal({ DATABASE_URL: 'postgres://u:p@h/d', DATABASE_URI: 'postgres://x/y' })).toBe('');
    expect(refusal({ DATABASE_URI: 'sqlite:///x', BILLING_DB: 'postgres://x/y' })).toBe('');
  });
});

test.each([
  [
    { REDIS_URL: 'redis://h:6379/first' },
    'REDIS_URL: expected redis://:password@host:6379/0, found something else',
  ],
  [{ HTTPS_PROXY: 'ftp://u:secret@p' }, 'HTTPS_PROXY: expected http://proxy.example:3128, found no address'],
  [{ http_proxy: 'http://' }, 'http_proxy: expected http://proxy.example:3128'],
  [{ HTTP_PROXY: '3128' }, 'HTTP_PROXY: expected http://proxy.example:3128, found a number without a host'],
  [
    { https_proxy: 'http://secret@p.example/proxy.pac' },
    'https_proxy: expected http://proxy.example:3128, found an address with a path (not shown): a proxy has none, and scripts that choose one (PAC) are not read',
  ],
  [
    { UV_THREADPOOL_SIZE: 'many' },
    'UV_THREADPOOL_SIZE: expected a whole number from 1 to 1024, found "many"',
  ],
  [{ UV_THREADPOOL_SIZE: '0' }, 'UV_THREADPOOL_SIZE: expected a whole number from 1 to 1024, found "0"'],
  [
    { TZ: 'Europe/Berln' },
    'TZ: expected a time zone such as Europe/Berlin or UTC, found "Europe/Berln"; did you mean "Europe/Berlin"?',
  ],
  [{ TZ: 'CET-1CEST' }, 'TZ: expected a time zone such as Europe/Berlin or UTC, found "CET-1CEST"'],
  [{ XDG_STATE_HOME: './state' }, 'XDG_STATE_HOME: expected a path that begins with /, found "./state"'],
  [{ XDG_CACHE_HOME: 'cache' }, 'XDG_CACHE_HOME: expected a path that begins with /, found "cache"'],
  [
    { DATABASE_URL: 'postgres://u:secret@h/d', DATABASE_URL_FILE: file },
    'DATABASE_URL_FILE: DATABASE_URL is set as well: unset one of the two',
  ],
  [
    { CHIPWATCH_WEB_PORT: '80', CHIPWATCH_WEB_PORT_FILE: file },
    'CHIPWATCH_WEB_PORT_FILE: CHIPWATCH_WEB_PORT is set as well: unset one of the two',
  ],
  [
    { DATABASE_URL_FILE: file },
    'DATABASE_URL_FILE: expected postgres://user:password@host:5432/database, found something without "postgres://" (not shown)',
  ],
])('%j is refused without its secrets', (environment, words) => {
  const said = refusal(environment);
  expect(said).toContain(`environment: ${words}`);
  expect(said).not.toContain('secret');
});

test.each([
  { REDIS_URL: 'redis://h:6379/2' },
  { REDIS_URL: 'rediss://h' },
  { HTTP_PROXY: 'proxy.example:3128' },
  { HTTPS_PROXY: 'http://10.0.0.1:3128/' },
  { TZ: 'Asia/Kathmandu', UV_THREADPOOL_SIZE: '16', XDG_CACHE_HOME: '/var/cache' },
  { TZ: ':Europe/Berlin' },
  { TZ: '/usr/share/zoneinfo/Asia/Tokyo' },
  { TZ: 'UTC0' },
  { DATABASE_URL: '', DATABASE_URL_FILE: '' },
])('%j is taken', (environment) => expect(refusal(environment)).toBe(''));
