import { Client } from 'pg';
import { openChannel } from '../../../src/pipeline/deliveries/open-channel.ts';
import { runWorkers } from '../../../src/service/run-workers.ts';
import { runPipeline } from '../../support/run-pipeline.ts';
import { waitForGo } from '../../support/wait-for-go.ts';

// Runs as a process that kills itself at a named point (see points.ts); without a point it works until it is killed.
const [databaseUrl = '', redisUrl = '', hook = '', sentNotes = '', point = ''] = process.argv.slice(2);

function reach(name: string): void {
  if (name === point) process.kill(process.pid, 'SIGKILL');
}

async function around<T>(name: string, work: () => Promise<T>): Promise<T> {
  reach(`before ${name}`);
  const result = await work();
  reach(`after ${name}`);
  return result;
}

/** The table that each connection wrote last, by which the end of its transaction is named. */
const written = new WeakMap<object, string>();

/** The points.ts names for a statement; one that writes into several tables has several. */
function namesOf(client: object, text: string): string[] {
  if (/\bupdate deliveries set state = 'delivered'/i.test(text)) return ['mark delivered'];
  if (text.includes('pg_logical_emit_message')) return ['flush delivered'];
  if (/^commit\b/i.test(text)) return [`commit ${written.get(client) ?? ''}`];
  const tables = [...text.matchAll(/\binsert into "?(\w+)"?/gi)].map(([, table = '']) => table);
  // The ledger is written after each step, so it does not tell which step was reached.
  const last = tables.findLast((table) => table !== 'ledger');
  if (last !== undefined) written.set(client, last);
  const update = /\bupdate "?(feeds|items|deliveries)"?(?: as \w+)? set "?(?:started|leased_until)\b/i.exec(
    text,
  )?.[1];
  return [...tables.map((table) => `insert ${table}`), ...(update === undefined ? [] : [`update ${update}`])];
}

const { query } = Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
Object.assign(Client.prototype, {
  query(this: Client, ...args: unknown[]): unknown {
    const first = args[0] as string | { text?: string } | null;
    const names = namesOf(this, typeof first === 'string' ? first : (first?.text ?? ''));
    for (const name of names) reach(`before ${name}`);
    const result = query.apply(this, args);
    return names.length > 0 && result instanceof Promise
      ? result.then((value: unknown) => {
          for (const name of names) reach(`after ${name}`);
          return value;
        })
      : result;
  },
});

const webhook = openChannel({ kind: 'webhook', timeoutSeconds: 5, name: 'hook', url: hook });
const CONCURRENCY = 4;
const { pipeline, queues } = await runPipeline({
  databaseUrl,
  redisUrl: redisUrl || undefined,
  channels: [{ ...webhook, send: (message, signal) => around('send', () => webhook.send(message, signal)) }],
  settings: { lease: 3, minInterval: 3_600 },
  lockMs: 2_000,
  roles: [],
  sentNotes,
  wrap: (pipeline) => ({
    ...pipeline,
    sentNotes: pipeline.sentNotes && {
      ...pipeline.sentNotes,
      note(line) {
        reach('before note sent');
        const forget = pipeline.sentNotes?.note(line);
        reach('after note sent');
        return forget;
      },
    },
    source: { get: (request) => around(`fetch ${request.kind}`, () => pipeline.source.get(request)) },
    queues: {
      enqueue: (name, jobs) =>
        jobs.length === 0
          ? Promise.resolve()
          : around(`enqueue ${name}`, () => pipeline.queues.enqueue(name, jobs)),
    },
    reader: {
      ...pipeline.reader,
      get unread() {
        return pipeline.reader.unread;
      },
      get unreadBytes() {
        return pipeline.reader.unreadBytes;
      },
      readFeed: (task, signal) => around('read feed', () => pipeline.reader.readFeed(task, signal)),
      readArticle: (task, signal) => around('read article', () => pipeline.reader.readArticle(task, signal)),
    },
  }),
});
// It takes over the moment the previous process is killed: starting one takes longer than reaching most points.
await pipeline.reader.useRules();
await waitForGo();
runWorkers(
  {
    queues,
    pipeline,
    concurrency: { feeds: CONCURRENCY, articles: CONCURRENCY, deliveries: CONCURRENCY },
    tracing: false,
  },
  ['feeds', 'articles', 'deliveries'],
);
