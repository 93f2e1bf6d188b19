import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Redis } from 'ioredis';

/** A Redis server that can be killed and started again with the same port and directory. */
export interface OwnRedis extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
  restart(): Promise<void>;
  /** Starts it again with more options, without waiting until it has read its data. */
  restartSlowly(...more: readonly string[]): Promise<void>;
  flush(): Promise<void>;
  /** The memory limit in bytes; 0 for none. */
  limit(bytes: number): Promise<void>;
  /** Changes the password and ends all sessions. */
  protect(password: string): Promise<void>;
  set(setting: string, value: string): Promise<void>;
}

export async function ownRedis(
  directory: string,
  appendOnly: boolean,
  host = '127.0.0.1',
): Promise<OwnRedis> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, host, resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  const url = `redis://${host.includes(':') ? `[${host}]` : host}:${port}`;
  let password: string | undefined;
  const options = ['--port', String(port), '--bind', host, '--save', '', '--dir', directory];
  let child: ChildProcess;
  const launch = (more: readonly string[]) => {
    child = spawn('redis-server', [...options, '--appendonly', appendOnly ? 'yes' : 'no', ...more], {
      stdio: 'ignore',
    });
  };
  const start = async () => {
    launch([]);
    const asking = new Redis(url, { retryStrategy: () => 100, maxRetriesPerRequest: 100 });
    asking.on('error', () => {});
    await asking.ping();
    asking.disconnect();
  };
  await start();
  const ask = async (question: (redis: Redis) => Promise<unknown>) => {
    const asking = new Redis(url, password === undefined ? {} : { password });
    await question(asking);
    asking.disconnect();
  };
  return {
    url,
    get pid() {
      return child.pid!;
    },
    async restart() {
      child.kill('SIGKILL');
      await once(child, 'exit');
      await start();
    },
    async restartSlowly(...more) {
      child.kill('SIGKILL');
      await once(child, 'exit');
      launch(more);
    },
    flush: () => ask((redis) => redis.flushall()),
    set: (setting, value) => ask((redis) => redis.config('SET', setting, value)),
    async protect(next) {
      await ask(async (redis) => {
        await redis.config('SET', 'requirepass', next);
        await redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
      });
      password = next;
    },
    limit: (bytes) => ask((redis) => redis.config('SET', 'maxmemory', String(bytes))),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
    },
  };
}
