import { appendFile, cp, readFile } from 'node:fs/promises';
import { describe, expect, inject, test } from 'vitest';
import { type CollectedSpan, traceCollector } from '../support/trace-collector.ts';
import { sampleConfig, startService } from '../support/service-process.ts';

/** One trace covers everything from the poll to the deliveries, and the log lines of its matched articles name it. */
function expectOneTrace(spans: readonly CollectedSpan[], logged: readonly Record<string, unknown>[]): void {
  const poll = spans.find(({ name }) => name === 'poll feed')!;
  const caused = spans.filter(({ parent }) => parent === poll.id);
  expect(new Set(caused.map(({ name }) => name))).toEqual(
    new Set(['fetch', 'read feed', 'ingest item', 'deliver alert']),
  );
  expect(new Set(caused.map(({ trace }) => trace))).toEqual(new Set([poll.trace]));
  const matched = logged.filter(({ event }) => event === 'article.matched');
  expect(matched.map((line) => line['trace_id'])).toEqual([poll.trace, poll.trace]);
}

const linesOf = (stderr: string) =>
  stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const redisUrl = inject('redisUrl');

test.skipIf(redisUrl === undefined)(
  'with the queues on Redis, one trace covers a poll and its deliveries too',
  { timeout: 120_000 },
  async () => {
    await using config = await sampleConfig();
    await using collector = await traceCollector();
    await using service = startService('main', {
      CHIPWATCH_CONFIG: config.file,
      REDIS_URL: `${redisUrl}/11`,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    });
    await service.seen('stdout', /\[SAMPLE\][^]*\[SAMPLE\]/);
    expect(await service.stop('SIGTERM')).toBe(0);
    expectOneTrace(collector.spans, linesOf(service.output.stderr));
  },
);

describe('the service, as npm start runs it', { timeout: 180_000 }, () => {
  test('alerts on the two documents, answers health, and stops cleanly on SIGTERM', async () => {
    await using config = await sampleConfig();
    await using collector = await traceCollector();
    const environment = { CHIPWATCH_CONFIG: config.file };
    await using service = startService('main', {
      ...environment,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    });
    await service.seen(
      'stdout',
      /\[SAMPLE\].*\n.*contrôles douaniers[^]*https:\/\/sample-outlet\.example\/2025\/10/,
    );
    await service.seen(
      'stdout',
      /\[SAMPLE\].*\n.*interdire les puces[^]*https:\/\/sample-outlet\.example\/2025\/08/,
    );
    const url = /"web":"([^"]+)"/.exec(await service.seen('stderr', /"event":"service\.started".*/))![1]!;
    const health = await fetch(`${url}/health`);
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({ healthy: true });
    const logged = linesOf(service.output.stderr);
    for (const line of logged)
      expect(line).toMatchObject({ event: expect.any(String), level: expect.any(String) });
    // One line for each matched article, with its headline.
    const matched = logged.filter(({ event }) => event === 'article.matched');
    expect(matched.map(({ title }) => String(title).slice(0, 8)).toSorted()).toEqual([
      'La Chine',
      'Le gouve',
    ]);

    // It started itself again with its limits of memory; the number of the process has stayed.
    if (process.platform === 'linux') {
      const given = await readFile(`/proc/${service.child.pid}/environ`, 'utf8');
      expect(given).toContain('MALLOC_ARENA_MAX=2');
      expect(given).toContain('MALLOC_MMAP_THRESHOLD_=131072');
      expect(await readFile(`/proc/${service.child.pid}/cmdline`, 'utf8')).toContain(
        '--heap-growing-percent=40',
      );
    }

    expect(await service.stop('SIGTERM')).toBe(0);
    await expect(fetch(`${url}/health`)).rejects.toThrow();

    expectOneTrace(collector.spans, logged);

    // A second start with the same data sends no alert again.
    await using again = startService('main', environment);
    await again.seen('stderr', /"event":"service\.started"/);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(again.output.stdout).toBe('');
    expect(await again.stop('SIGINT')).toBe(0);
  });

  test('a second signal ends it at once', async () => {
    await using config = await sampleConfig();
    await using service = startService('web', { CHIPWATCH_CONFIG: config.file });
    await service.seen('stderr', /"event":"service\.started"/);
    service.child.kill('SIGTERM');
    service.child.kill('SIGINT');
    expect([0, 130]).toContain(await service.ended);
  });

  test('a closed terminal stops it as SIGTERM does', async () => {
    await using config = await sampleConfig();
    await using service = startService('web', { CHIPWATCH_CONFIG: config.file });
    await service.seen('stderr', /"event":"service\.started"/);
    expect(await service.stop('SIGHUP')).toBe(0);
    expect(service.output.stderr).toContain('"event":"service.stopped"');
  });
});

test('a process that only serves the web explains by edited topics', { timeout: 120_000 }, async () => {
  await using config = await sampleConfig();
  const topics = `${config.directory}/topics`;
  await cp('config/topics', topics, { recursive: true });
  await using service = startService('web', { CHIPWATCH_CONFIG: config.file, CHIPWATCH_TOPICS: topics });
  await service.seen('stderr', /"event":"service\.started"/);
  await appendFile(`${topics}/chip-ban.yaml`, '\n# edited\n');
  await service.seen('stderr', /"event":"rules\.changed"/);
});

describe('a configuration that is wrong', { timeout: 60_000 }, () => {
  test.each([
    ['a typing error', 'web: {port: 1\n', /chipwatch\.yaml:\d+: not YAML/],
    ['an unknown key', 'wep:\n  port: 1\n', /chipwatch\.yaml:\d+: wep: unknown key/],
    [
      'a broken regular expression',
      "feeds:\n  ignoreTitles: ['(deal']\n",
      /feeds\.ignoreTitles\[0\]: expected a regular expression \(unterminated group\)/,
    ],
    ['a directory of topics that is not there', '', /topics/],
  ])('%s: one clear message, exit code 2', async (name, extra, message) => {
    await using config = await sampleConfig(extra);
    const environment: Record<string, string> = { CHIPWATCH_CONFIG: config.file };
    if (name.includes('topics')) environment['CHIPWATCH_TOPICS'] = `${config.directory}/nowhere`;
    await using service = startService('main', environment);
    expect(await service.ended).toBe(2);
    expect(service.output.stderr).toMatch(message);
    expect(service.output.stderr.trim().split('\n')).toHaveLength(1);
    expect(service.output.stderr).not.toMatch(/ at .*\.ts:\d+/);
  });

  test('a rule that is wrong names file and line, exit code 2', async () => {
    await using config = await sampleConfig();
    await cp('config/topics', `${config.directory}/topics`, { recursive: true });
    await appendFile(`${config.directory}/topics/chip-ban.yaml`, '\nnonsense: true\n');
    await using service = startService('main', {
      CHIPWATCH_CONFIG: config.file,
      CHIPWATCH_TOPICS: `${config.directory}/topics`,
    });
    expect(await service.ended).toBe(2);
    expect(service.output.stderr).toMatch(/chip-ban\.yaml:\d+/);
  });
});

test('a Redis that is not there is named in one line, with what to do', { timeout: 60_000 }, async () => {
  await using config = await sampleConfig();
  await using service = startService('web', {
    CHIPWATCH_CONFIG: config.file,
    REDIS_URL: 'redis://127.0.0.1:1',
  });
  expect(await service.ended).toBe(1);
  const last = JSON.parse(service.output.stderr.trim().split('\n').at(-1)!);
  expect(last).toMatchObject({
    level: 'fatal',
    msg: expect.stringMatching(/no Redis at 127\.0\.0\.1:1 .*REDIS_URL/),
  });
  expect(last).not.toHaveProperty('err');
});

test.runIf(process.platform === 'linux').each([
  ['-d', 700_000, 'data size', 717],
  // With these a process started, and was aborted a moment later.
  ['-d', 1_860_000, 'data size', 1_905],
  ['-v', 3_000_000, 'address space', 3_072],
])(
  'a limit on virtual memory that would abort the process is said in one sentence: ulimit %s %i',
  { timeout: 60_000 },
  async (flag, limit, name, megabytes) => {
    await using config = await sampleConfig();
    const through = ['sh', '-c', `ulimit ${flag} ${limit}; exec "$@"`, 'sh'];
    await using service = startService('main', { CHIPWATCH_CONFIG: config.file }, undefined, through);
    expect(await service.ended).toBe(1);
    expect(service.output.stderr).toMatch(
      new RegExp(
        `^The ${name} of this process is limited to ${megabytes} MB, but chipwatch reserves \\d+ MB .*ulimit ${flag} unlimited.*\\n$`,
      ),
    );
  },
);
