import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/config/config-error.ts';
import { loadConfig } from '../../src/config/load-config.ts';

const directory = mkdtempSync(path.join(os.tmpdir(), 'chipwatch-config-'));
afterAll(() => rmSync(directory, { recursive: true }));

const MINIMAL = `channels:
  - name: terminal
    kind: console
routes:
  - name: all
    channels: [terminal]
`;

function load(text: string, environment: Record<string, string> = {}) {
  const file = path.join(directory, 'chipwatch.yaml');
  writeFileSync(file, text);
  return loadConfig(environment, file);
}

function problems(text: string, environment: Record<string, string> = {}): string {
  try {
    load(text, environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'no error';
}

describe('loadConfig', () => {
  test('fills in defaults and makes paths absolute', () => {
    const config = load(`${MINIMAL}topics: mine\n`);
    expect(config.topics).toBe(path.join(directory, 'mine'));
    expect(config.web.port).toBe(8787);
    expect(config.feeds.backfillAge).toBe(48 * 3_600);
    expect(config.databaseUrl).toBeUndefined();
  });

  test('reads durations and a bare URL as a feed', () => {
    const config = load(`${MINIMAL}feeds:\n  backfillAge: 3d\n  urls: [https://a.example/feed]\n`);
    expect(config.feeds.backfillAge).toBe(3 * 86_400);
    expect(config.feeds.urls).toEqual([{ url: 'https://a.example/feed' }]);
  });

  test.each([
    ['a typing error in the YAML', `${MINIMAL}web: {port: 1\n`, /chipwatch\.yaml:\d+: not YAML/],
    [
      'an alias without an anchor',
      `${MINIMAL}web: *elsewhere\n`,
      /chipwatch\.yaml:7: not YAML: there is no anchor &elsewhere/,
    ],
    [
      'aliases stacked without measure',
      `${MINIMAL}a: &a [x]\nb: &b [${'*a,'.repeat(9)}*a]\nc: &c [${'*b,'.repeat(9)}*b]\nd: [${'*c,'.repeat(9)}*c]\n`,
      /not YAML: too many aliases/,
    ],
    ['an unknown key', `${MINIMAL}web:\n  prot: 80\n`, /chipwatch\.yaml:8: web\.prot: unknown key/],
    [
      'a wrong type',
      `${MINIMAL}web:\n  port: eighty\n`,
      /chipwatch\.yaml:8: web\.port: expected a number, found "eighty"/,
    ],
    [
      'a broken regular expression',
      `${MINIMAL}feeds:\n  ignoreTitles: ['(deal']\n`,
      /chipwatch\.yaml:8: feeds\.ignoreTitles\[0\]: expected a regular expression \(unterminated group\), found "\(deal"/,
    ],
    [
      'a bad duration',
      `${MINIMAL}feeds:\n  backfillAge: two days\n`,
      /chipwatch\.yaml:8: feeds\.backfillAge: expected a duration such as .*found "two days"/,
    ],
    [
      'an empty list',
      'channels: []\nroutes: []\n',
      /chipwatch\.yaml:1: channels: expected a list of at least 1 entry, found an empty list/,
    ],
    ['a near miss', `${MINIMAL}web:\n  prot: 80\n`, /web\.prot: unknown key; did you mean "port"\?/],
    [
      'a kind of channel that does not exist',
      MINIMAL.replace('kind: console', 'kind: consol'),
      /chipwatch\.yaml:3: channels\[0\]\.kind: expected one of .*console.*, found "consol"/,
    ],
    [
      'a port out of range',
      `${MINIMAL}web:\n  port: 99999\n`,
      /chipwatch\.yaml:8: web\.port: expected a number of at most 65535, found 99999/,
    ],
    [
      'a network that is none',
      `${MINIMAL}http:\n  allowPrivateNetworks: [10.0.0.0/99]\n`,
      /chipwatch\.yaml:8: http\.allowPrivateNetworks\[0\]: expected a host name, .*, found "10\.0\.0\.0\/99"$/,
    ],
    [
      'a time zone that there is not',
      `${MINIMAL}    timeZone: Europe/Pariss\n`,
      /:7: routes\[0\]\.timeZone: expected an IANA time zone.*, found "Europe\/Pariss"; did you mean "Europe\/Paris"\?$/,
    ],
    ['a tab', `${MINIMAL}web:\n\tport: 1\n`, /:8: not YAML: a tab indents this line; expected spaces$/],
    ['a list that is not closed', 'routes: [a\n', /:2: not YAML: .*expected \], found the end of the file$/],
    ['a key given twice', `${MINIMAL}routes: []\n`, /:7: not YAML: the key "routes" is given twice$/],
    ['a quote that is not closed', `sample: "a\n`, /not YAML: a quote is not closed: expected "/],
    ['a missing list', 'routes: []\n', /channels: expected a list, found nothing/],
    [
      'a route to nowhere',
      MINIMAL.replace('[terminal]', '[pager]'),
      /there is no channel "pager"; known: terminal/,
    ],
    ['a list for the whole file', '- a\n', /:1: expected settings such as "channels:".*, found a list$/],
    ['a bare word for the whole file', 'hello\n', /found a single value$/],
    ['two documents', `${MINIMAL}---\nweb: {}\n`, /not YAML: a second document begins with ---/],
    [
      'a duration without a unit',
      `${MINIMAL}retention: {articles: 90}\n`,
      /:7: retention\.articles: expected a duration such as 90s, 15m, 48h or 7d, found 90$/,
    ],
    [
      'a time of day as a number',
      `${MINIMAL}    quietHours: {from: '22:00', to: 7}\n`,
      /:7: routes\[0\]\.quietHours\.to: expected a time of day: 07:00, or 24:00, found 7$/,
    ],
    [
      'a cap of nothing',
      `${MINIMAL}    cap: {perHour: 0}\n`,
      /:7: routes\[0\]\.cap\.perHour: expected a number more than 0, found 0$/,
    ],
    [
      'an address that is none',
      MINIMAL.replace('kind: console', 'kind: slack\n    url: hooks'),
      /:4: channels\[0\]\.url: expected an http or https URL, found something else \(not shown\)$/,
    ],
    [
      'an address for a channel',
      'channels:\n  - https://hooks.example/hush\nroutes: []\n',
      /:2: channels\[0\]: expected a group of settings, found something else \(not shown\)$/m,
    ],
    [
      'a group for a list',
      'channels:\n  slack: {url: https://hooks.example/hush}\nroutes: []\n',
      /:2: channels: expected a list, found a group of settings$/m,
    ],
    [
      'a list for a group with a secret',
      `${MINIMAL}web:\n  - metricsToken: hush\n`,
      /:\d+: web: expected a group of settings, found a list$/m,
    ],
    [
      'a chat left out',
      MINIMAL.replace('kind: console', 'kind: telegram\n    token: "1:a"'),
      /:2: channels\[0\]\.chat: expected a number or text, found nothing$/m,
    ],
    [
      'a key of another kind of channel',
      MINIMAL.replace('kind: console', 'kind: slack\n    url: https://hooks.slack.com/x\n    topic: a'),
      /:5: channels\[0\]\.topic: unknown key; known: kind, name/,
    ],
    [
      'a name given twice',
      MINIMAL.replace('routes:', '  - name: terminal\n    kind: console\nroutes:'),
      /the name "terminal" is given twice/,
    ],
  ])('says where and what for %s', (_name, text, expected) => {
    expect(problems(text)).toMatch(expected);
  });

  test('reports every problem, a line each', () => {
    expect(problems(`${MINIMAL}web:\n  port: eighty\n  hots: x\n`).split('\n')).toHaveLength(2);
  });

  test('a directory, or a file in another encoding, is said to be one', () => {
    expect(() => loadConfig({}, directory)).toThrow(/cannot be read: it is a directory/);
    const file = path.join(directory, 'utf-16.yaml');
    writeFileSync(file, Buffer.from(`\ufeff${MINIMAL}`, 'utf16le'));
    expect(() => loadConfig({}, file)).toThrow(/cannot be read: it is not UTF-8/);
  });

  test('a missing file is an error that names it', () => {
    expect(() => loadConfig({}, '/nowhere/chipwatch.yaml')).toThrow(
      /\/nowhere\/chipwatch\.yaml: cannot be read: there is no such file\. Name another with --config/,
    );
  });
});

describe('environment', () => {
  test('overrides settings by name', () => {
    const config = load(MINIMAL, {
      CHIPWATCH_WEB_PORT: '80',
      CHIPWATCH_HTTP_ALLOW_PRIVATE_NETWORKS: 'true',
      CHIPWATCH_HTTP_PER_HOST_SPACING: '5s',
    });
    expect(config.web.port).toBe(80);
    expect(config.http.allowPrivateNetworks).toBe(true);
    expect(config.http.perHost.spacing).toBe(5);
  });

  test('an unknown variable is an error', () => {
    expect(problems(MINIMAL, { CHIPWATCH_COLOUR_OF_INK: '80' })).toMatch(
      /CHIPWATCH_COLOUR_OF_INK: no such setting; known: .*CHIPWATCH_WEB_PORT/,
    );
  });

  test('a variable with a wrong value is named, not a line of the file', () => {
    expect(problems(MINIMAL, { CHIPWATCH_WEB_PORT: 'eighty' })).toMatch(
      /^environment: CHIPWATCH_WEB_PORT: expected a number, found "eighty"$/,
    );
  });

  test.each([
    ['DATABASE_URL', 'mysql://u:hush@h/d', /found "mysql:\/\/"$/],
    ['DATABASE_URL', 'postgress://u:hush@h/d', /found "postgress:\/\/"; did you mean "postgres"\?$/],
    ['DATABASE_URL', 'h.example hush', /found something without "postgres:\/\/" \(not shown\)$/],
    ['DATABASE_URL', 'postgres://u:hush@h:port/d', /found an address that cannot be read \(not shown\)/],
    ['REDIS_URL', 'http://:hush@h', /expected redis:.*found "http:\/\/"$/],
  ])('%s that no driver opens is refused, and its password not shown', (name, value, problem) => {
    const said = problems(MINIMAL, { [name]: value });
    expect(said).toMatch(problem);
    expect(said).toMatch(new RegExp(`^environment: ${name}: expected `));
    expect(said).not.toContain('hush');
  });

  test('limits that are set in two places are compared', () => {
    const config = `${MINIMAL}feeds: {minInterval: 2h}\n`;
    expect(problems(config, { CHIPWATCH_FEEDS_MAX_INTERVAL: '1h' })).toMatch(
      /chipwatch\.yaml:7: feeds\.minInterval: expected at most feeds\.maxInterval, which is 3600 s, found 7200 s$/,
    );
    expect(problems(MINIMAL, { CHIPWATCH_FEEDS_MIN_INTERVAL: '1d' })).toMatch(
      /^environment: CHIPWATCH_FEEDS_MIN_INTERVAL: expected at most feeds\.maxInterval/,
    );
  });

  test('the nearest variable is shown for an unknown one', () => {
    expect(problems(MINIMAL, { CHIPWATCH_WEB_PROT: '80' })).toMatch(/did you mean "CHIPWATCH_WEB_PORT"\?$/);
  });

  test('lists networks in one variable', () => {
    const config = load(MINIMAL, { CHIPWATCH_HTTP_ALLOW_PRIVATE_NETWORKS: 'wiki.corp.example,10.1.0.0/16' });
    expect(config.http.allowPrivateNetworks).toEqual(['wiki.corp.example', '10.1.0.0/16']);
  });

  test('reads secrets from variables and files', () => {
    const file = path.join(directory, 'url');
    writeFileSync(file, 'postgres://u:p@h/d\n');
    expect(load(MINIMAL, { DATABASE_URL_FILE: file }).databaseUrl).toBe('postgres://u:p@h/d');
    const webhook = MINIMAL.replace(
      'routes:',
      '  - name: hook\n    kind: webhook\n    url: {env: HOOK}\nroutes:',
    );
    expect(load(webhook, { HOOK: 'https://h.example/x' }).channels[1]).toMatchObject({
      url: 'https://h.example/x',
    });
    expect(problems(webhook)).toMatch(
      /chipwatch\.yaml:6: channels\[1\]\.url: the environment variable HOOK is not set$/,
    );
  });

  test('never shows a secret in an error', () => {
    const telegram = MINIMAL.replace(
      'routes:',
      '  - name: t\n    kind: telegram\n    chat: 1\n    token: hunter2\nroutes:',
    );
    expect(problems(telegram)).toMatch(/channels\[1\]\.token/);
    expect(problems(telegram)).not.toContain('hunter2');
  });
});
