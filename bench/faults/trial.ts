import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../src/io/store/postgres/embedded-postgres.ts';
import { classify } from '../../src/core/topics/classify.ts';
import { loadTopics } from '../../src/pipeline/models/load-topics.ts';
import { FIRST_REPORTS, type GrowingOutlet, growingOutlet } from '../../test/chaos/support/growing-outlet.ts';
import type { StoryReport } from '../../test/support/story-outlets.ts';
import { removeDatabase } from '../../test/support/remove-database.ts';
import { type ServiceProcess, startService } from '../../test/support/service-process.ts';
import { type WebhookReceiver, webhookReceiver } from '../../test/support/webhook-receiver.ts';
import type { CommandResult } from '../../test/world/live/watched-world.ts';
import { seconds } from '../chaos/night.ts';
import { ownRedis } from '../chaos/redis-server.ts';
import type { Subject } from './past-fault.ts';

/** A running service of any version, used only through what all versions have. */
export interface Trial extends AsyncDisposable {
  readonly home: string;
  readonly outlet: GrowingOutlet;
  readonly receiver: WebhookReceiver;
  /** Of the outside database. @throws Error where the service uses its own */
  readonly databaseUrl: string;
  /** The directory of the outside database or of the service's own. */
  readonly databaseDirectory: string;
  /** The latest process. */
  readonly service: ServiceProcess;
  /** @throws Error when the service does not start */
  start(environment?: Readonly<Record<string, string>>): Promise<ServiceProcess>;
  command(...words: readonly string[]): Promise<CommandResult>;
  /** Published reports that no message has named so far. */
  missing(): readonly string[];
  /** Waits until all published reports were sent, and returns their number; fewer when it took too long. */
  allTold(forSeconds: number): Promise<number>;
  query<Row extends object>(text: string): Promise<Row[]>;
}

export interface TrialOptions extends Subject {
  /** Whether the service starts its own PostgreSQL. */
  readonly isEmbedded?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  /** Feeds beside the outlet's. */
  readonly otherFeeds?: readonly string[];
  /** Prepares the directory of the trial. */
  readonly prepare?: (home: string, resources: AsyncDisposableStack) => void;
  /** More lines of the configuration. */
  readonly http?: string;
  /** Is awaited before the outlet answers a request. */
  readonly before?: (path: string) => Promise<void> | undefined;
  /** The status with which the receiver answers its nth message, and when. */
  readonly answer?: (n: number) => Promise<number>;
}

/** Seconds between two polls of a feed. */
export const INTERVAL = 5;

/** Of 100; a match is sure from 66 on. */
const CLEAR = 85;

/** Prepares a service of the given checkout, but does not start it. Its feed is empty until something is published. */
export async function openTrial(options: TrialOptions): Promise<Trial> {
  const { program, onRedis, isEmbedded = false, otherFeeds = [] } = options;
  const resources = new AsyncDisposableStack();
  const home = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-fault-'));
  resources.defer(() => rm(home, { recursive: true, force: true }));
  options.prepare?.(home, resources);
  const outlet = resources.use(await growingOutlet(1, options.before, await clearReports()));
  const receiver = resources.use(await webhookReceiver(options.answer));
  const own = path.join(home, 'postgres');
  resources.defer(() => removeDatabase(own));
  const outside = isEmbedded
    ? undefined
    : await startEmbeddedPostgres({ directory: path.join(home, 'outside') });
  if (outside !== undefined) {
    resources.defer(() => removeDatabase(path.join(home, 'outside')));
    resources.defer(() => outside.close());
  }
  const file = path.join(home, 'chipwatch.yaml');
  await writeFile(
    file,
    `topics: ${program}/config/topics
entities: ${program}/config/entities.yaml
database: { directory: ${own} }
web: { port: 0 }
log: { level: debug, format: json }
http: { ${options.http ?? 'allowPrivateNetworks: true, perHost: { concurrency: 2, spacing: 0 }'} }
feeds:
  minInterval: ${INTERVAL}s
  maxInterval: ${INTERVAL}s
  backfillAge: 0
  urls: [${[...outlet.feeds, ...otherFeeds].map((url) => `'${url}'`).join(', ')}]
channels:
  - { name: hook, kind: webhook, url: '${receiver.url}' }
routes:
  - { name: everything, channels: [hook] }
`,
  );
  const queue: Record<string, string> = onRedis
    ? { REDIS_URL: resources.use(await ownRedis(home, true)).url }
    : {};
  const variables = {
    CHIPWATCH_CONFIG: file,
    ...queue,
    ...(outside === undefined ? {} : { DATABASE_URL: outside.url }),
    ...options.environment,
  };
  const services: ServiceProcess[] = [];
  resources.defer(async () => {
    for (const service of services) await service[Symbol.asyncDispose]();
  });
  const missing = () => {
    const told = new Set(
      receiver.bodies.flatMap((body) =>
        (body as { data: { stories: { title: string }[] } }).data.stories.map(({ title }) => spaced(title)),
      ),
    );
    return outlet.titles.filter((title) => !told.has(spaced(title)));
  };
  return {
    home,
    outlet,
    receiver,
    get databaseUrl() {
      if (outside === undefined) throw new Error('the service uses its own database');
      return outside.url;
    },
    databaseDirectory: outside?.directory ?? own,
    get service() {
      return services.at(-1)!;
    },
    async start(environment = {}) {
      const service = startService('main', { ...variables, ...environment }, program);
      services.push(service);
      await service.seen('stderr', /"service.started"/, 180_000);
      return service;
    },
    command: (...words) =>
      new Promise((resolve) => {
        const env = { PATH: process.env['PATH'], HOME: os.tmpdir(), ...variables };
        const line = [path.join(program, 'src/cli/chipwatch.ts'), ...words];
        execFile(process.execPath, line, { env }, (error, stdout, stderr) =>
          resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr }),
        );
      }),
    missing,
    async allTold(forSeconds) {
      for (let waited = 0; waited < forSeconds && missing().length > 0; waited += 1) await seconds(1);
      return outlet.titles.length - missing().length;
    },
    async query<Row extends object>(text: string) {
      const client = new Client({ connectionString: outside?.url });
      await client.connect();
      try {
        return (await client.query<Row>(text)).rows;
      } finally {
        await client.end();
      }
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

/** Reports that stay sure matches while weights are fitted anew, so that all versions alert them. */
async function clearReports(): Promise<StoryReport[]> {
  const topics = await loadTopics('config/topics', 'config/entities.yaml');
  return FIRST_REPORTS.filter(({ title, text, lang }) =>
    classify({ title, text, language: lang }, topics).some(({ confidence }) => confidence >= CLEAR),
  );
}

/** Messages use the ASCII space, Japanese headlines the ideographic one. */
function spaced(title: string): string {
  return title.replaceAll(/\s+/g, ' ');
}

/** The address of the service's pages. */
export function webUrlOf({ output }: ServiceProcess): string {
  const [, url] = /"service\.started".*?"web":"([^"]+)"/.exec(output.stderr) ?? [];
  if (url === undefined) throw new Error('the service did not say where its pages are');
  return url;
}
