import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Database, openDatabase } from '../../../src/io/store/database.ts';
import { startEmbeddedPostgres } from '../../../src/io/store/postgres/embedded-postgres.ts';
import { type ServiceProcess, startService } from '../../support/service-process.ts';
import { removeDatabase } from '../../support/remove-database.ts';
import { type WebhookReceiver, webhookReceiver } from '../../support/webhook-receiver.ts';
import { IPV6_NETWORK, type LifeOptions, type LiveReport, lifeOf, outletsOf } from './life.ts';
import { type LiveWeb, liveWeb } from './live-web.ts';
import { mulberry32 } from '../../../bench/support/random.ts';

/** The service as it is installed, with a simulated web whose outlets publish while it runs. */
export interface WatchedWorld extends AsyncDisposable {
  readonly web: LiveWeb;
  readonly life: readonly LiveReport[];
  readonly receiver: WebhookReceiver;
  /** Gets what the service tells its operator. */
  readonly operator: WebhookReceiver;
  readonly directory: string;
  readonly databaseUrl: string;
  /** The latest process of the service. */
  readonly service: ServiceProcess;
  /** The output of all processes so far, and the errors of each. */
  readonly logs: readonly ServiceProcess['output'][];
  /** @param root the project's directory, where another version is to run */
  start(environment?: Record<string, string>, root?: string): Promise<ServiceProcess>;
  /** Runs a command of the command line beside the service. */
  command(...words: readonly string[]): Promise<CommandResult>;
  database(): Promise<Database>;
}

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface WorldOptions extends LifeOptions {
  /** Seconds between two polls of a feed. */
  readonly interval: number;
  /** The share of requests that the receiver refuses. */
  readonly refused: number;
  readonly topics: string;
  readonly environment?: Record<string, string>;
  readonly directory?: string;
  /** Undefined for the service's own PostgreSQL. */
  readonly databaseUrl?: string;
  readonly spacing?: number;
  /** Runs the service; see `startService`. */
  readonly through?: readonly string[];
  /** Feeds to watch beside those of the simulated web. */
  readonly otherFeeds?: readonly string[];
  /** More channels of the route, each a line of the configuration. */
  readonly moreChannels?: readonly { readonly name: string; readonly line: string }[];
  /** How many routes lead to the receiver; 1 by default. */
  readonly routes?: number;
  /** Starts what stands between the service and its receiver, and returns its address. */
  readonly front?: (receiver: string) => Promise<string>;
}

const ROOT = path.resolve(import.meta.dirname, '../../..');
const COMMANDS = path.join(ROOT, 'src/cli/chipwatch.ts');

export async function watchedWorld(options: WorldOptions): Promise<WatchedWorld> {
  const home = options.directory ?? (await mkdtemp(path.join(os.tmpdir(), 'chipwatch-world-')));
  const spacing = options.spacing ?? 1;
  const limits = { concurrency: 2, spacingMs: spacing * 1_000 };
  const life = lifeOf(options);
  const web = await liveWeb(outletsOf(options), life, { limits, seed: options.seed });
  const random = mulberry32(options.seed + 2);
  const loopback = options.addresses === 'IPv6' ? '::1' : '127.0.0.1';
  const receiver = await webhookReceiver(() => (random() < options.refused ? 503 : 204), loopback);
  const operator = await webhookReceiver(undefined, loopback);
  const hook = (await options.front?.(receiver.url)) ?? receiver.url;
  const more = options.moreChannels ?? [];
  const file = path.join(home, 'chipwatch.yaml');
  const feeds = [...web.feeds, ...(options.otherFeeds ?? [])];
  await writeFile(
    file,
    `topics: ${path.resolve(ROOT, options.topics)}
entities: ${ROOT}/config/entities.yaml
database: { directory: ${home}/postgres }
web: { port: 0, host: '${loopback}' }
log: { level: debug, format: json }
http: { allowPrivateNetworks: [127.0.0.0/8, '::1', '${IPV6_NETWORK}'], perHost: { concurrency: 2, spacing: ${spacing}s } }
feeds:
  minInterval: ${options.interval}s
  maxInterval: ${options.interval}s
  backfillAge: 0
  urls: [${feeds.map((url) => `'${url}'`).join(', ')}]
channels:
${more.map(({ line }) => `  - ${line}\n`).join('')}  - { name: hook, kind: webhook, url: '${hook}' }
  - { name: operator, kind: webhook, url: '${operator.url}' }
routes:
${Array.from({ length: options.routes ?? 1 }, (_, n) => `  - { name: everything${n === 0 ? '' : `-${n + 1}`}, channels: [${['hook', ...more.map(({ name }) => name)].join(', ')}] }`).join('\n')}
operations: { channel: operator }
`,
  );
  const services: ServiceProcess[] = [];
  const variables = {
    CHIPWATCH_CONFIG: file,
    ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
    ...options.environment,
  };
  const start = async (environment: Record<string, string> = {}, root?: string) => {
    const service = startService('main', { ...variables, ...environment }, root, options.through);
    services.push(service);
    await service.seen('stderr', /"service.started"/, 180_000);
    return service;
  };
  let db: Database | undefined;
  let openedUrl: string | undefined;
  const urlOf = async () => {
    if (options.databaseUrl !== undefined) return options.databaseUrl;
    // The service has started this server; it keeps running when processes of the service end.
    const joined = await startEmbeddedPostgres({ directory: path.join(home, 'postgres') });
    await joined.close();
    return joined.url;
  };
  await start();
  const databaseUrl = await urlOf();
  return {
    databaseUrl,
    web,
    life,
    receiver,
    operator,
    directory: home,
    get service() {
      return services.at(-1)!;
    },
    get logs() {
      return services.map(({ output }) => output);
    },
    start,
    command: (...words) =>
      new Promise((resolve) => {
        const env = { PATH: process.env['PATH'], HOME: os.tmpdir(), ...variables };
        execFile(process.execPath, [COMMANDS, ...words], { env }, (error, stdout, stderr) =>
          resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr }),
        );
      }),
    async database() {
      // A service that stops its own server starts it again on another port.
      const url = await urlOf();
      if (url !== openedUrl) {
        await db?.destroy();
        db = openDatabase(url, { maxConnections: 2, onError: () => {} });
        openedUrl = url;
      }
      return db!;
    },
    async [Symbol.asyncDispose]() {
      await db?.destroy();
      for (const service of services) {
        if (service.child.exitCode === null && service.child.signalCode === null)
          await service.stop('SIGTERM');
        await service[Symbol.asyncDispose]();
      }
      await pause(200);
      await web[Symbol.asyncDispose]();
      await receiver[Symbol.asyncDispose]();
      await operator[Symbol.asyncDispose]();
      await removeDatabase(path.join(home, 'postgres'));
      if (options.directory === undefined) await rm(home, { recursive: true, force: true });
    },
  };
}
