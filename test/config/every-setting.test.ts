import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { configSchema } from '../../src/config/schema.ts';
import { explainIssues } from '../../src/core/yaml/explain-issues.ts';

/** Every setting, with a value that is right. */
const WHOLE = `
sample: ../sample
feeds:
  opml: [feeds.opml]
  urls: [https://a.example/feed, {url: https://b.example/feed, outlet: B, language: en, category: trade, backfillAge: 3d}]
  backfillAge: 48h
  ignoreTitles: ['^deal']
  allowRemoval: false
  minInterval: 120s
  maxInterval: 12h
topics: topics
entities: entities.yaml
http: {contact: desk@corp.example, allowPrivateNetworks: [wiki.corp.example, 10.0.0.0/8], robots: true, perHost: {concurrency: 2, spacing: 1s}}
workers: {feeds: 16, articles: 16, deliveries: 8, threads: 2}
web:
  host: 127.0.0.1
  port: 8787
  language: en
  publicUrl: https://chips.corp.example/
  hosts: [chipwatch]
  auth: accounts
  forwardedBy: [127.0.0.1, 10.0.0.0/8]
  proxy: {addresses: [127.0.0.1], userHeader: x-user, roleHeader: x-role, role: reader}
  oidc: {issuer: https://id.corp.example, clientId: a, clientSecret: b, name: Corp, roleClaim: role, role: reader}
  metricsToken: '12345678'
database: {directory: ../data, maxConnections: 12, giveUpAfter: 30m}
log: {level: info, format: auto}
stories: {split: perform}
retention: {articles: 1095d, unmatched: 90d, raw: 14d, ledger: 180d}
operations: {channel: console, heartbeat: true}
channels:
  - {name: console, kind: console, template: {subject: '{{title}}', story: '{{title}}'}, timeoutSeconds: 30, pace: {burst: 1, everySeconds: 2}}
  - {name: hook, kind: webhook, url: https://h.example/, secret: whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, headers: {X-Desk: chips}}
  - {name: slack, kind: slack, url: https://h.example/}
  - {name: discord, kind: discord, url: https://h.example/}
  - {name: teams, kind: teams, url: https://h.example/}
  - {name: telegram, kind: telegram, token: '123:abc', chat: '@desk', thread: 3, silent: false, linkPreview: false, api: https://t.example}
  - {name: mail, kind: email, host: smtp.example, port: 587, tls: starttls, user: u, password: p, from: a@b.example, to: [c@d.example], replyTo: a@b.example, unsubscribeUrl: https://u.example, unsubscribeMail: a@b.example}
  - {name: push, kind: ntfy, server: https://n.example, topic: chips, token: t, user: u, password: p, priority: 3, tags: [chip]}
routes:
  - name: at-once
    channels: [console]
    topics: [chip_ban]
    languages: [en]
    outlets: [B]
    excludeOutlets: [C]
    level: sure
    language: en
    minConfidence: 50
    stances: [proposed]
    updates: true
    digest: {every: day, at: '07:00', letThrough: {minConfidence: 80, stances: [in force], topics: [chip_ban]}}
    quietHours: {from: '22:00', to: '07:00', days: [monday], letThrough: {minConfidence: 80}}
    cap: {perHour: 6}
  - {name: weekly, channels: [console], timeZone: UTC, digest: {every: week, on: monday, at: '07:00'}, quietHours: [{from: '22:00', to: '24:00'}]}
  - {name: cron, channels: [console], digest: {every: cron, cron: 0 7 * * 1-5}}
`;

type Settings = Record<string | number, unknown>;

/** What people write by mistake, whatever was expected. */
const WRONG = [17.5, -1, 1e12, 'sommething', '', ['a', 1], { a: 1 }, true, null];

/** The fault, in words of the file: what was expected and found, or which key was probably meant. */
const PLAIN =
  /^(?:expected \S.*, found \S.*|unknown key "[^"]+"(?:; did you mean "[^"]+"\?|; known: \S.*))$/s;
/** Words of the library and of programmers; a pattern without words of its own ends as "text of another form". */
const FOREIGN =
  /invalid|too (?:small|big)|received|undefined|\bNaN\b|\bstring\b|\barray\b|\bobject\b|regex|another form/i;

describe('every setting, with any wrong value', () => {
  const whole = parse(WHOLE) as Settings;

  test('begins with a configuration that is right and names every setting', () => {
    expect(configSchema.safeParse(whole).error?.issues).toBeUndefined();
    expect(unnamed(configSchema.shape, whole)).toEqual([]);
  });

  test.each(parts(whole))('%s is refused in plain words, or can be used', (_name, schema, part) => {
    const strange: string[] = [];
    let refused = 0;
    for (const path of paths(part))
      for (const change of changesOf(path)) {
        const value = structuredClone(part);
        change(path.slice(0, -1).reduce<Settings>((at, key) => at[key] as Settings, value));
        const { error } = schema.safeParse(value);
        if (error !== undefined) refused += 1;
        for (const { message } of explainIssues(error?.issues ?? [], value, schema))
          if (!PLAIN.test(message) || FOREIGN.test(message.replace(/, found .*$/s, '')))
            strange.push(`${path.join('.')}: ${message}`);
      }
    expect(strange).toEqual([]);
    expect(refused).toBeGreaterThan(8);
  });
});

/** The groups of settings, and each channel and route, so that a change costs the check of one of them. */
function parts(whole: Settings): [string, z.ZodType, Settings][] {
  return Object.entries(configSchema.shape).flatMap(([key, schema]): [string, z.ZodType, Settings][] => {
    const value = whole[key];
    if (!Array.isArray(value)) return [[key, z.strictObject({ [key]: schema }), { [key]: value }]];
    const { element } = schema as unknown as z.ZodArray<z.ZodType>;
    return value.map((one: Settings) => [`${key} ${String(one['name'])}`, element, one]);
  });
}

/** Each wrong value in the place of the right one, the key misspelt, and the key left out. */
function changesOf(path: readonly (string | number)[]): ((parent: Settings) => void)[] {
  const key = path.at(-1)!;
  const values = WRONG.map((wrong) => (parent: Settings) => {
    parent[key] = wrong;
  });
  if (typeof key === 'number') return values;
  return [
    ...values,
    (parent) => {
      parent[`${key}x`] = parent[key];
      delete parent[key];
    },
    (parent) => {
      delete parent[key];
    },
  ];
}

function* paths(value: unknown, path: readonly (string | number)[] = []): Generator<(string | number)[]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    yield at;
    yield* paths(inner, at);
  }
}

/** The groups and settings at the top that the configuration above leaves out. */
function unnamed(shape: Readonly<Record<string, unknown>>, value: Settings): string[] {
  return Object.keys(shape).filter((key) => !(key in value));
}
