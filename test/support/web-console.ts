import { pino } from 'pino';
import type { Config } from '../../src/config/load-config.ts';
import { openQueueBackend } from '../../src/io/queue/backend.ts';
import { openQueues } from '../../src/io/queue/queues.ts';
import { insertUser, openSession } from '../../src/io/store/people/accounts.ts';
import { insertToken } from '../../src/io/store/people/api-tokens.ts';
import type { Pipeline } from '../../src/pipeline/context.ts';
import type { Service } from '../../src/service/open-service.ts';
import { hashSecret, newSecret } from '../../src/service/stored-secrets.ts';
import { csrfOf, maskCsrf } from '../../src/web/access/secrets.ts';
import type { VisitorRole } from '../../src/web/route.ts';
import { startWeb, type Web } from '../../src/web/server/server.ts';
import { testDatabase, type TestDatabase } from './database.ts';

/** Somebody who has logged in: by a cookie, and by a token. */
export interface Somebody {
  readonly id: string;
  readonly cookie: string;
  readonly csrf: string;
  readonly token: string;
}

export interface TestConsole extends AsyncDisposable {
  readonly db: TestDatabase['db'];
  readonly web: Web;
  /** Makes an account with a session and a token of its role. */
  somebody(role: VisitorRole, name?: string): Promise<Somebody>;
}

/** The console over an empty database; `config` is laid over what a test needs. */
export async function testConsole(
  web: Partial<Config['web']>,
  more: {
    readonly config?: Partial<Config>;
    readonly service?: Partial<Service>;
    readonly pipeline?: Partial<Pipeline>;
    readonly patience?: Parameters<typeof startWeb>[1];
  } = {},
): Promise<TestConsole> {
  const database = await testDatabase();
  const queues = openQueues(
    await openQueueBackend({
      redisUrl: undefined,
      databaseUrl: database.url,
      redisPrefix: 'console',
      onError: () => {},
    }),
    { onError: () => {}, onFailed: () => {} },
  );
  const service = {
    config: {
      file: 'chipwatch.yaml',
      topics: 'config/topics',
      entities: 'config/entities.yaml',
      routes: [{ name: 'everything', channels: ['terminal'], updates: true, timeZone: 'UTC' }],
      channels: [{ name: 'terminal', kind: 'console' }],
      ...more.config,
      web: { host: '127.0.0.1', port: 0, hosts: [], language: 'en', ...web },
    },
    store: { db: database.db, url: () => database.url, embedded: false },
    pipeline: { db: database.db, ...more.pipeline },
    queues,
    log: pino({ level: 'silent' }),
    ...more.service,
  };
  const started = await startWeb(service as unknown as Service, more.patience);
  return {
    db: database.db,
    web: started,
    async somebody(role, name = role) {
      const now = new Date();
      const account = await insertUser(database.db, { name, role }, now);
      if (account === undefined) throw new Error(`there is somebody called ${name}`);
      const secret = newSecret();
      await openSession(database.db, hashSecret(secret), account.id, now, 1);
      const token = newSecret();
      await insertToken(
        database.db,
        {
          hash: hashSecret(token),
          name,
          role,
          userId: account.id,
          expires: new Date(now.getTime() + 3_600_000),
        },
        now,
      );
      return { id: account.id, cookie: `chipwatch_session=${secret}`, csrf: maskCsrf(csrfOf(secret)), token };
    },
    async [Symbol.asyncDispose]() {
      await started.close();
      await queues.close(1_000);
      await database[Symbol.asyncDispose]();
    },
  };
}
